"""A professional who is stuck asks a team, and the team answers for it."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PASSWORD
from tests.journeys.letters import link_mailed_to

KIND = "Un soutien autour d’une situation clinique individuelle"
EMAIL = "samira.appui@essai.example"


@pytest.fixture
def bare(browser, browser_context_args):
    """A telephone, without script."""
    size = {"width": 390, "height": 800}
    context = browser.new_context(
        **browser_context_args, java_script_enabled=False, viewport=size
    )
    yield context.new_page()
    context.close()


def test_one_asks_names_nobody_follows_it_and_the_team_closes_it(
    bare, page, var_dir, violations, complaints
):
    bare.goto("/fr/demander-un-appui/")
    bare.get_by_role("link", name=KIND).click()
    situation = bare.get_by_label("Ce qui vous amène, en quelques lignes")
    situation.fill("Mme Dupont, née le 12/03/1975, n’ouvre plus sa porte.")
    bare.get_by_label("Prénom et nom").fill("Samira El Exemple")
    bare.get_by_label("Institution").fill("Service d’essai")
    bare.get_by_label("Secteur").select_option("health")
    bare.get_by_label("Adresse e-mail professionnelle").fill(EMAIL)
    bare.get_by_label("Téléphone").fill("02 123 45 67")
    send = bare.get_by_role("button", name="Envoyer la demande")
    send.click()

    expect(bare.get_by_role("alert")).to_contain_text("12/03/1975")
    situation.fill("Une personne seule n’ouvre plus sa porte.")
    send.click()
    expect(bare.get_by_role("heading", level=1)).to_have_text(
        "Votre demande est envoyée"
    )

    bare.goto(link_mailed_to(var_dir, EMAIL, "appui/demande/"))
    bare.get_by_label("Votre message").fill("Le mardi me convient.")
    bare.get_by_role("button", name="Envoyer le message").click()
    expect(bare.locator("main")).to_contain_text("Le mardi me convient.")

    page.goto("/fr/demander-un-appui/")
    assert violations() == []
    page.get_by_role("link", name=KIND).click()
    assert violations() == []
    page.goto("/admin/support/")
    page.locator("[name=username]").fill("appui")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.locator("tr", has_text=KIND).get_by_role("link", name="Clore").click()
    page.get_by_label("Au niveau des patients / usagers", exact=True).check()
    page.get_by_label("Maintien du lien").check()
    page.get_by_role("button", name="Clore la demande").click()
    expect(page.locator("main")).to_contain_text("La demande est close.")
    assert complaints == []
