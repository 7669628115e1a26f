"""From the front door to the report and to the next morning, on any screen."""

import re

import pytest
from playwright.sync_api import expect

REPORT = "/fr/concertations/sante-mentale/2025-10-10-ambulatoire-domicile/"
CONCERTATION = "/fr/concertations/sante-mentale/"
MORNING = "/fr/agenda/2026-01-20-urgence-crise-residentiel/"
KINDS = [
    "/fr/",
    "/fr/agenda/",
    "/fr/agenda/passes/",
    "/fr/agenda/?theme=inconnu",
    MORNING,
    "/fr/concertations/",
    CONCERTATION,
    REPORT,
    "/fr/vie-privee/",
    "/fr/accessibilite/",
    "/fr/recherche/?q=crise",
    "/fr/plan-du-site/",
    "/fr/cette-page-nexiste-pas/",
]


def screen(page, width, scheme="light"):
    page.set_viewport_size({"width": width, "height": 900})
    # Without motion, so that no colour is measured half-way to another.
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_newcomer_reads_the_report_and_finds_the_next_morning(page, width):
    screen(page, width)
    page.goto("/")

    page.get_by_role("link", name="Lire le compte rendu").click()
    expect(page).to_have_url(re.compile(REPORT))
    expect(page.get_by_role("heading", level=1)).to_contain_text("ambulatoire")
    page.get_by_role("link", name=re.compile("résidentiel")).first.click()

    expect(page).to_have_url(re.compile(MORNING))
    expect(page.get_by_text("A eu lieu le mardi 20 janvier 2026").first).to_be_visible()


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(page):
    screen(page, 390)
    page.goto("/fr/")
    entry = page.get_by_role("navigation", name="Navigation principale")

    page.get_by_role("button", name="Menu").press("Enter")
    expect(entry.get_by_role("link", name="Agenda")).to_be_visible()
    page.keyboard.press("Escape")

    expect(entry).to_be_hidden()


def test_the_first_tab_leads_over_the_head_to_the_content(page):
    page.goto(REPORT)

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#contenu")).to_be_focused()


@pytest.mark.parametrize("address", [REPORT, "/fr/agenda/"])
def test_every_stop_of_the_keyboard_is_seen(page, address):
    page.goto(address)
    stops = page.locator(
        "a[href]:visible, button:visible, input:visible, select:visible"
    )

    for _stop in range(min(stops.count(), 60)):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement);"
            "return s.outlineStyle + s.outlineWidth + s.boxShadow; })()"
        )
        assert ring != "none0pxnone"


def test_filters_work_and_stay_in_the_address(page):
    page.goto("/fr/agenda/")
    page.get_by_label("Commune").select_option(label="Auderghem")

    page.get_by_role("button", name="Filtrer").click()

    expect(page).to_have_url(re.compile("commune=auderghem"))
    expect(page.get_by_label("Commune")).to_have_value("auderghem")
    assert "commune=auderghem" in page.locator("#feed-address").input_value()


def test_everything_is_read_without_scripts(browser, browser_context_args):
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": 900})

    page.goto(REPORT)
    expect(page.get_by_text("approches ethnopsychiatriques").first).to_be_visible()
    page.goto("/fr/agenda/?type=intervision")

    expect(page.get_by_role("heading", name=re.compile("Intervision"))).to_be_visible()
    context.close()


@pytest.mark.parametrize("address", KINDS)
def test_no_page_is_wider_than_the_narrowest_screen(page, address):
    screen(page, 320)  # also what a screen of 1280 px shows at 400 %
    page.goto(address)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("address", KINDS)
def test_no_rule_of_accessibility_is_broken(page, violations, address):
    page.goto(address)

    for scheme in ("light", "dark"):
        for width in (320, 768, 1280):
            screen(page, width, scheme)
            assert violations() == [], f"{width} px, {scheme}"


@pytest.mark.parametrize("address", KINDS[:-1])
def test_a_page_asks_nobody_else_and_leaves_nothing_behind(
    page, complaints, strangers, address
):
    page.goto(address, wait_until="networkidle")

    assert complaints == []
    assert strangers == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("address", ["/fr/", REPORT])
def test_a_first_view_is_light(page, address):
    received = {}
    page.on("response", lambda answer: received.update(weigh(answer)))

    page.goto(address, wait_until="networkidle")

    assert sum(received.values()) < 120_000
    dress = {
        url: size for url, size in received.items() if re.search(r"\.(css|js)", url)
    }
    assert sum(dress.values()) < 30_000


def weigh(answer):
    """What went over the wire: the body as sent, compressed."""
    return {answer.url: answer.request.sizes()["responseBodySize"]}


def test_the_report_is_printed_on_both_sides_of_one_sheet(page):
    page.goto(REPORT)
    page.emulate_media(media="print")

    assert page.locator(".head__util").is_hidden()
    assert page.get_by_text("(voir recto)").is_visible()
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2


def test_what_is_for_paper_stays_off_the_screen(page):
    page.goto(REPORT)

    assert page.get_by_text("(voir recto)").is_hidden()
