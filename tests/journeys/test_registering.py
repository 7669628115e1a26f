"""From the agenda to a seat, to the queue, and back: on any screen, by any means."""

import re
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.journeys.letters import link_mailed_to

OPEN = "exemple-concertation-sante-mentale"
FULL = "exemple-formation-exil"
numbers = count(1)


def open_form(page, name):
    page.goto("/fr/agenda/")
    page.locator(f"a[href*='{name}']").first.click()
    page.locator("#inscription").get_by_role(
        "link", name=re.compile("S’ins|Rej")
    ).click()


def fill(page, email):
    page.get_by_label("Prénom", exact=True).fill("Samira")
    page.get_by_label("Nom", exact=True).fill("El Exemple")
    page.get_by_label("Adresse e-mail professionnelle").fill(email)
    page.get_by_label("Organisation", exact=True).fill("Service d’essai")


def register(page, name=OPEN):
    """Sends the form of a meeting; the address it was sent for."""
    email = f"samira{next(numbers)}@essai.example"
    open_form(page, name)
    fill(page, email)
    page.locator("main form .btn").click()
    return email


def heading(page):
    return page.get_by_role("heading", level=1)


@pytest.mark.parametrize("width", [390, 1280])
def test_one_registers_gives_the_seat_back_and_takes_it_again(page, var_dir, width):
    page.set_viewport_size({"width": width, "height": 900})

    email = register(page)
    expect(heading(page)).to_have_text("Votre inscription est confirmée")
    page.goto(link_mailed_to(var_dir, email))
    page.get_by_role("link", name="Libérer ma place").click()
    page.get_by_role("button", name="Libérer ma place").click()
    expect(heading(page)).to_have_text("Votre place est libérée")
    page.get_by_role("button", name="Annuler : je viens quand même").click()

    expect(heading(page)).to_have_text("Votre inscription est confirmée")


def test_a_mistake_takes_the_focus_and_leads_to_its_field(page):
    open_form(page, OPEN)
    page.get_by_label("Prénom", exact=True).fill("Samira")
    page.get_by_role("button", name="Envoyer mon inscription").click()

    expect(page).to_have_title(re.compile("^Erreur"))
    expect(page.locator(".errsum")).to_be_focused()
    page.get_by_role("link", name="Indiquez votre nom").press("Enter")
    page.keyboard.type("El Exemple")

    expect(page.get_by_label("Nom", exact=True)).to_have_value("El Exemple")
    expect(page.get_by_label("Prénom", exact=True)).to_have_value("Samira")


def test_one_registers_by_keyboard_alone(page):
    open_form(page, OPEN)
    page.get_by_label("Prénom", exact=True).focus()

    for words in ("Samira", "El Exemple", "clavier@essai.example", "Service d’essai"):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(heading(page)).to_have_text("Votre inscription est confirmée")


def test_one_joins_the_waiting_list_and_leaves_it_without_scripts(bare, var_dir):
    email = register(bare, FULL)
    expect(heading(bare)).to_have_text("Votre demande est enregistrée")

    bare.goto(link_mailed_to(var_dir, email))
    expect(heading(bare)).to_contain_text("sur la liste d’attente")
    bare.get_by_role("button", name="Quitter la liste d’attente").click()

    expect(heading(bare)).to_have_text("Vous avez quitté la liste d’attente")


def test_a_colleague_is_registered_without_scripts(bare):
    open_form(bare, OPEN)
    fill(bare, "ensemble@essai.example")
    bare.get_by_text("Inscrire aussi un·e collègue").click()
    bare.get_by_label("Son prénom").fill("Karim")
    bare.get_by_label("Son nom").fill("Essai")
    bare.get_by_label("Son adresse e-mail").fill("karim@essai.example")

    bare.get_by_role("button", name="Envoyer mon inscription").click()

    expect(bare.get_by_text("karim@essai.example")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_no_rule_of_accessibility_is_broken(page, violations, var_dir, width):
    page.set_viewport_size({"width": width, "height": 900})

    open_form(page, OPEN)
    assert violations() == []
    page.get_by_text("Inscrire aussi un·e collègue").click()
    page.get_by_label("Son prénom").fill("Karim")
    page.get_by_role("button", name="Envoyer mon inscription").click()
    assert violations() == []
    email = register(page)
    assert violations() == []
    page.goto(link_mailed_to(var_dir, email))
    assert violations() == []
    for act in ("Modifier mes réponses", "Libérer ma place", "Effacer mes données"):
        page.goto(link_mailed_to(var_dir, email))
        page.get_by_role("link", name=act).click()
        assert violations() == [], act
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_registering_leaves_nothing_behind(page, complaints, strangers):
    register(page)

    assert complaints == []
    assert strangers == []
    assert page.context.cookies() == []
