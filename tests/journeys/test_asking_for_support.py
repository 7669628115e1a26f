"""A professional who is stuck asks a team, and the team answers for it."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PASSWORD
from tests.journeys.letters import link_mailed_to

KIND = "Un soutien autour d’une situation clinique individuelle"
OTHER_KINDS = [
    "Une séance d’intervision dans notre institution",
    "Une formation ou une sensibilisation",
    "Une co-intervention avec une équipe mobile",
]
HELPDESK = "Une question au helpdesk"
EMAIL = "samira.appui@essai.example"
SENT = "Votre demande est envoyée"


def choose(page, kind):
    page.goto("/fr/demander-un-appui/")
    page.get_by_role("link", name=kind).click()


def say_who_asks(page, email):
    page.get_by_label("Prénom et nom").fill("Samira El Exemple")
    page.locator("[name=institution]").fill("Service d’essai")
    page.get_by_label("Secteur").select_option("health")
    page.get_by_label("Adresse e-mail professionnelle").fill(email)
    page.get_by_label("Téléphone").fill("02 123 45 67")


def send(page):
    page.get_by_role("button", name="Envoyer la demande").click()


def is_sent(page):
    expect(page.get_by_role("heading", level=1)).to_have_text(SENT)


def sign_in(page):
    page.goto("/admin/support/")
    page.locator("[name=username]").fill("appui")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")


def test_one_asks_names_nobody_follows_it_and_the_team_closes_it(
    bare, page, var_dir, violations, complaints
):
    choose(bare, KIND)
    situation = bare.get_by_label("Ce qui vous amène, en quelques lignes")
    situation.fill("Karim Benali, né le 12/03/1975, n’ouvre plus sa porte.")
    say_who_asks(bare, EMAIL)
    send(bare)

    expect(bare.get_by_role("alert")).to_contain_text("Karim Benali")
    expect(bare.get_by_role("alert")).to_contain_text("12/03/1975")
    expect(bare.get_by_label("Prénom et nom")).to_have_value("Samira El Exemple")
    situation.fill("Une personne seule n’ouvre plus sa porte.")
    send(bare)
    is_sent(bare)

    bare.goto(link_mailed_to(var_dir, EMAIL, "appui/demande/"))
    bare.get_by_label("Votre message").fill("Le mardi me convient.")
    bare.get_by_role("button", name="Envoyer le message").click()
    expect(bare.locator("main")).to_contain_text("Le mardi me convient.")

    choose(page, KIND)
    assert violations() == []
    sign_in(page)
    page.locator("tr", has_text=KIND).get_by_role("link").first.click()
    page.get_by_label("Confier à").select_option(index=1)
    page.get_by_role("button", name="Confier", exact=True).click()
    page.get_by_label("Nous vous appelons").check()
    page.get_by_role("button", name="Envoyer cette réponse").click()
    expect(page.locator("main")).to_contain_text("La réponse part.")
    page.goto("/admin/support/")
    page.locator("tr", has_text=KIND).get_by_role("link", name="Clore").click()
    # One code, one button: the code says the level.
    page.get_by_label("Méfiance à l’égard des institutions").check()
    page.get_by_role("button", name="Clore la demande").click()
    expect(page.locator("main")).to_contain_text("La demande est close.")
    assert complaints == []


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_every_other_kind_is_asked_for_without_script(bare, kind):
    choose(bare, kind)
    bare.locator("[name=situation]").fill("Une équipe de huit personnes s’épuise.")
    say_who_asks(bare, f"{OTHER_KINDS.index(kind)}.appui@essai.example")
    send(bare)

    is_sent(bare)


def test_a_question_is_asked_by_keyboard_and_withdrawn(bare, var_dir):
    email = "clavier.appui@essai.example"
    choose(bare, HELPDESK)
    bare.locator("[name=situation]").focus()
    # In reading order: function and commune are left out, S chooses a sector.
    for typed in (
        "Qui fait quoi ?",
        "Samira Essai",
        "Essai",
        "",
        "S",
        "",
        email,
        "107",
    ):
        bare.keyboard.type(typed)
        bare.keyboard.press("Tab")
    bare.keyboard.press("Enter")

    expect(bare.get_by_role("alert")).to_contain_text("02 123 45 67")
    expect(bare.locator("[name=situation]")).to_have_value("Qui fait quoi ?")
    bare.locator("[name=phone]").fill("02 123 45 67")
    bare.keyboard.press("Enter")
    is_sent(bare)
    bare.goto(link_mailed_to(var_dir, email, "appui/demande/"))
    bare.get_by_role("link", name="Retirer ma demande").click()
    bare.get_by_role("button", name="Retirer ma demande").click()
    expect(bare.locator("main")).to_contain_text("Retirée")
