"""A person in front of a professional: whom to call, and what is taken along."""

import re

import pytest
from playwright.sync_api import expect

SERVICE = "service-exemple-equipe-mobile-de-crise-2a"
AT_HOME = "Être accompagné·e à domicile"
KINDS = [
    "/fr/annuaire/",
    f"/fr/annuaire/{SERVICE}/",
    f"/fr/annuaire/{SERVICE}/corriger/",
    "/fr/annuaire/guide/",
    "/fr/annuaire/qui-fait-quoi/",
    "/fr/annuaire/carte/",
    f"/fr/annuaire/ma-selection/?service={SERVICE}",
    "/fr/aide-memoire/",
    "/fr/aide-memoire/sante-mentale/",
    "/fr/urgence/",
    "/nl/",
    "/nl/gids/",
    f"/nl/gids/{SERVICE}/",
]


@pytest.fixture(params=["script", "no script"])
def anybody(request, browser, browser_context_args):
    """A telephone, with scripts and without."""
    context = browser.new_context(
        **browser_context_args,
        java_script_enabled=request.param == "script",
        viewport={"width": 390, "height": 800},
    )
    yield context.new_page()
    context.close()


def test_at_home_in_etterbeek_without_any_demand_in_three_taps(anybody):
    anybody.goto("/fr/annuaire/guide/")

    for answer in (AT_HOME, "Etterbeek", "La personne n’a rien demandé"):
        anybody.get_by_role("link", name=re.compile(f"^{answer}")).click()

    for chip in ("Domicile", "Etterbeek", "sans demande"):
        expect(anybody.locator(".active")).to_contain_text(chip)
    card = anybody.locator(".svc").first
    expect(card).to_contain_text("sans demande explicite")
    expect(card).to_contain_text("Vérifié le")
    expect(card.locator("a[href^='tel:']")).to_be_visible()


def test_107_is_a_line_and_teams_wherever_one_looks(page):
    for address in ("/fr/annuaire/?q=107", "/fr/recherche/?q=107", "/fr/urgence/"):
        page.goto(address)
        for name in ("Télé-Accueil – 107", "équipe mobile de crise (2a)", "suivi (2b)"):
            expect(page.get_by_role("link", name=name).first).to_be_visible()


def test_two_services_are_ticked_noted_about_and_shared_without_the_note(
    page, violations, complaints, strangers
):
    sent = []
    page.on("request", lambda asked: sent.append(asked.url + (asked.post_data or "")))
    page.goto("/fr/annuaire/")
    for box in page.get_by_label("Ajouter à ma sélection").all()[:2]:
        box.check()
    page.get_by_role("button", name="Voir ma sélection (2)").click()

    expect(page.locator("article.svc")).to_have_count(2)
    page.get_by_label("Une note pour la personne").fill("Sonner deux fois")
    shared = page.get_by_label("Lien vers cette liste").input_value()
    page.get_by_role("link", name="Nederlands").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn selectie")
    expect(page.locator("[data-private-note]")).to_have_value("Sonner deux fois")
    assert violations() == []
    assert not [one for one in sent if "Sonner" in one]
    page.context.clear_cookies()
    other = page.context.browser.new_context()
    elsewhere = other.new_page()
    elsewhere.goto(shared)
    expect(elsewhere.locator("article.svc")).to_have_count(2)
    expect(elsewhere.locator("[data-private-note]")).to_have_value("")
    other.close()
    assert complaints == strangers == []


def test_services_are_selected_without_script_too(browser, browser_context_args):
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto("/fr/annuaire/")
    for box in page.get_by_label("Ajouter à ma sélection").all()[:2]:
        box.check()

    page.get_by_role("button", name="Voir ma sélection").click()

    expect(page.locator("article.svc")).to_have_count(2)
    context.close()


def test_an_error_is_reported_by_keyboard_in_two_taps(page, violations):
    page.goto(f"/fr/annuaire/{SERVICE}/")
    page.get_by_role("link", name="Signaler une erreur").press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Signaler une erreur")
    page.get_by_label("Autre chose").focus()
    page.keyboard.type("Le numéro sonne dans le vide.")
    assert violations() == []
    page.get_by_role("button", name="Envoyer la correction").press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Merci")


def test_an_error_is_reported_without_script(browser, browser_context_args):
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/fr/annuaire/{SERVICE}/")
    page.get_by_role("link", name="Signaler une erreur").click()
    page.get_by_role("button", name="Envoyer la correction").click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Autre chose").fill("Le numéro sonne dans le vide.")

    page.get_by_role("button", name="Envoyer la correction").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Merci")
    context.close()


@pytest.mark.parametrize("address", KINDS)
def test_no_page_of_the_directory_breaks_a_rule_or_is_too_wide(
    page, violations, complaints, strangers, address
):
    page.emulate_media(reduced_motion="reduce")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address)
            assert violations() == [], f"{width} px, {scheme}"
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert complaints == strangers == []
    assert page.context.cookies() == []


def test_what_is_suggested_is_chosen_or_left_by_keyboard(page, complaints, strangers):
    page.goto("/fr/")
    field = page.get_by_role("combobox", name="Chercher").first
    field.press_sequentially("santé")
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(page.get_by_role("option").first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")

    field.press("ArrowDown")
    expect(chosen).to_have_count(1)
    field.press("ArrowUp")
    expect(chosen).to_have_count(0)
    field.press("Escape")
    expect(page.get_by_role("option").first).to_be_hidden()
    expect(field).to_have_value("santé")
    field.press("Enter")
    expect(page).to_have_url(re.compile("/fr/recherche/\\?q=sant"))

    page.goto("/fr/")
    field.press_sequentially("santé")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("ArrowDown")
    title = chosen.evaluate("option => option.firstChild.textContent")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    assert complaints == strangers == []
