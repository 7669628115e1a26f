"""A need reported from the field on a telephone, until everybody reads it."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PASSWORD

EMAIL = "samira.terrain@essai.example"
NAMED = "Mme Dupont, née le 12/03/1957, ne trouve pas de place."
NAMELESS = "Les familles sans titre de séjour ne trouvent pas de place."
SENTENCE = "Le manque de places pour les familles sans titre de séjour"


@pytest.fixture
def team(browser, browser_context_args):
    """The screen of somebody who signed in."""
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    page.goto("/admin/login/")
    page.locator("[name=username]").fill("communication")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    yield page
    context.close()


def decide(page):
    page.goto("/admin/")
    page.get_by_role("link", name="1 besoin signalé du terrain").click()
    page.get_by_role("link", name="obstacle,").first.click()
    expect(page.get_by_text(NAMELESS)).to_be_visible()
    page.get_by_label("Un nouveau constat").check()
    page.get_by_label("En une phrase, en français").fill(SENTENCE)
    page.get_by_label("Le montrer tout de suite à tout le monde").check()
    page.get_by_role("button", name="Décider").click()
    expect(page.get_by_text("La décision est enregistrée.")).to_be_visible()


def test_one_reports_without_naming_anyone_and_the_team_makes_it_an_observation(
    bare, team, page, violations, complaints
):
    bare.goto("/fr/concertations/veille/")
    bare.get_by_role("link", name="Signaler un besoin").click()
    bare.get_by_label("Un obstacle qu’elles rencontrent").check()
    words = bare.get_by_label("En une phrase ou deux")
    words.fill(NAMED)
    bare.get_by_label("Votre adresse e-mail").fill(EMAIL)
    bare.get_by_role("button", name="Envoyer").click()

    expect(bare.get_by_role("alert")).to_contain_text("Mme Dupont")
    expect(bare.get_by_role("alert")).to_contain_text("12/03/1957")
    expect(bare.get_by_label("Votre adresse e-mail")).to_have_value(EMAIL)
    words.fill(NAMELESS)
    bare.get_by_role("button", name="Envoyer").click()
    expect(bare.get_by_role("heading", level=1)).to_have_text("Merci")
    bare.goto("/fr/concertations/veille/")
    expect(bare.locator("main")).not_to_contain_text(NAMELESS)

    decide(team)

    page.goto("/fr/concertations/veille/")
    assert violations() == []
    page.get_by_role("link", name=SENTENCE).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(SENTENCE[:20])
    assert violations() == []
    page.goto("/fr/signaler-un-besoin/")
    assert violations() == []
    assert complaints == []
