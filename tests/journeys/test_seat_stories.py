"""What people live with a seat: each story ends with what they read."""

import re
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.journeys.letters import link_mailed_to

FEW = "exemple-intervision"
ASKING = "exemple-concertation-liaison"
PAST = "/fr/agenda/2026-01-20-urgence-crise-residentiel/inscription/"
numbers = count(1)


def form_of(page, name):
    """The address of the form of a meeting of the demonstration."""
    page.goto("/fr/agenda/")
    return (
        page.locator(f"a[href*='{name}']").first.get_attribute("href") + "inscription/"
    )


def fill(page, email, **more):
    said = {
        "Prénom": "Samira",
        "Nom": "El Exemple",
        "Adresse e-mail professionnelle": email,
        "Organisation": "Service d’essai",
        **more,
    }
    for label, words in said.items():
        page.get_by_label(label, exact=True).fill(words)


def register(page, address):
    """Registers somebody new without showing it; the address they gave."""
    email = f"recit{next(numbers)}@essai.example"
    shown = page.request.get(address).text()
    said = {
        "given_name": "Samira",
        "family_name": "El Exemple",
        "email": email,
        "organisation": "Service d’essai",
        "language": "fr",
        "may_wait": "1",
        "stamp": re.search(r'name="stamp" value="([^"]+)"', shown).group(1),
    }
    assert page.request.post(address, form=said).ok
    return email


def heading(page):
    return page.get_by_role("heading", level=1)


def press(page, name):
    page.get_by_role("button", name=name).click()


@pytest.fixture
def no_script(browser, browser_context_args):
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_a_seat_that_is_given_back_is_passed_on_until_somebody_takes_it(
    no_script, var_dir
):
    page, address = no_script, form_of(no_script, FEW)
    seated = [register(page, address) for _place in range(3)]
    passes, accepts = register(page, address), register(page, address)

    page.goto(link_mailed_to(var_dir, accepts))
    expect(heading(page)).to_have_text(re.compile("en 2e position"))
    page.goto(link_mailed_to(var_dir, seated[0]))
    page.get_by_role("link", name="Libérer ma place").click()
    press(page, "Libérer ma place")
    page.goto(link_mailed_to(var_dir, passes))
    expect(page.get_by_text("Elle est à vous si vous acceptez avant")).to_be_visible()
    press(page, "Je passe")
    expect(heading(page)).to_contain_text("Vous avez laissé la place")
    page.goto(link_mailed_to(var_dir, accepts))
    press(page, "J’accepte")

    expect(heading(page)).to_have_text("Votre inscription est confirmée")


def test_a_workshop_that_is_full_is_seen_and_cannot_be_chosen(page, violations):
    address = form_of(page, ASKING)
    for number, choice in enumerate(["Visite de l’unité", "Les médicaments"]):
        page.goto(address)
        fill(page, f"atelier{number}@essai.example")
        page.get_by_label(re.compile(choice)).check()
        if number:
            full = page.get_by_label(re.compile(r"Visite de l’unité .*\(complet\)"))
            expect(full).to_be_disabled()
        press(page, "Envoyer mon inscription")
        expect(heading(page)).to_have_text("Votre inscription est confirmée")

    page.goto(address)
    press(page, "Envoyer mon inscription")
    page.get_by_role("link", name="Répondez à la question").press("Enter")

    expect(page.get_by_label("Préparer la sortie")).to_be_focused()
    assert violations() == []


def test_a_double_click_registers_once_and_says_so(page):
    page.goto(form_of(page, ASKING))
    fill(page, "double@essai.example")
    page.get_by_label("Préparer la sortie").check()
    page.get_by_role("button", name="Envoyer mon inscription").dblclick()

    expect(heading(page)).to_have_text("Votre inscription est confirmée")


def test_what_is_too_long_is_said_and_kept(page):
    page.goto(form_of(page, ASKING))
    fill(page, "long@essai.example", Prénom="x" * 85)
    press(page, "Envoyer mon inscription")

    expect(page.locator(".errsum")).to_contain_text("5 caractères de trop")
    expect(page.get_by_label("Prénom", exact=True)).to_have_value("x" * 85)


def test_a_lost_link_is_sent_again(no_script, var_dir):
    page = no_script
    email = register(page, form_of(page, "exemple-partage-en-ligne"))
    page.goto("/fr/inscriptions/ceci-n-est-pas-un-lien/")
    expect(heading(page)).to_have_text("Ce lien n’est pas complet")

    page.get_by_role("link", name="Retrouver mon lien").click()
    page.get_by_label("Votre adresse e-mail").fill(email)
    press(page, "M’envoyer mon lien")
    expect(heading(page)).to_have_text("Regardez dans votre boîte mail")
    page.goto(link_mailed_to(var_dir, email))

    expect(heading(page)).to_have_text("Votre inscription est confirmée")
    expect(page.get_by_role("link", name="Participer en ligne")).to_be_visible()


def test_who_comes_too_late_reads_that_it_is_over(page, violations):
    page.goto(PAST)

    expect(heading(page)).to_have_text("Cette rencontre a eu lieu")
    assert violations() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_accessibility_is_broken(page, violations, var_dir, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    email = register(page, form_of(page, "exemple-formation-exil"))
    waiting = link_mailed_to(var_dir, email)
    addresses = [
        waiting,
        form_of(page, ASKING),
        "/fr/inscriptions/lien/",
        "/fr/inscriptions/lien/envoye/",
        "/fr/inscriptions/ceci-n-est-pas-un-lien/",
        form_of(page, "exemple-atelier-annule"),
    ]

    for address in addresses:
        page.goto(address)
        assert violations() == [], address
    page.goto(waiting)
    press(page, "Quitter la liste d’attente")
    assert violations() == []
