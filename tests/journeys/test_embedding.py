"""A partner takes the code from the portal, and their own readers see the agenda."""

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import expect

STYLE = "body { font-family: monospace; color: rgb(1, 2, 3); }"
CHOSEN = "agenda-reseau[lang=fr]"


class OtherSite(BaseHTTPRequestHandler):
    """One page, whatever is asked; its body is what was pasted last."""

    pasted = ""

    def do_GET(self):
        page = "<!doctype html><html lang=fr><meta charset=utf-8><title>Partenaire"
        page += f"</title><link rel=icon href=data:,><style>{STYLE}</style>"
        body = f"{page}<h1>Chez nous</h1>{self.pasted}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args):
        """Nothing: the tests say what they see."""


@pytest.fixture(scope="module")
def other_site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), OtherSite)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    # « localhost » is another site than « 127.0.0.1 », where the portal is.
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def paste(page, other_site):
    def pasted(code):
        OtherSite.pasted = code
        page.goto(other_site)

    return pasted


def code_of(page, field, query=""):
    """What the page of the portal gives to paste, reached as a reader would."""
    page.goto(f"/fr/agenda/{query}")
    page.locator("#abonner a.more").click()
    return page.locator(f"#{field}").input_value()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_site_that_pasted_the_code_shows_the_agenda(page, paste, complaints, width):
    page.set_viewport_size({"width": width, "height": 900})
    code = code_of(page, "embed-component", "?commune=etterbeek")
    assert 'commune="etterbeek"' in code

    paste(code)

    component = page.locator(CHOSEN)
    expect(component.locator("article").first).to_be_visible()
    assert {"Etterbeek"} == set(component.locator("[part=place]").all_inner_texts())
    assert re.match(
        r"\d{4}-\d\d-\d\d", component.locator("time").first.get_attribute("datetime")
    )
    look = component.locator("[part=link]").first.evaluate(
        "link => [getComputedStyle(link).fontFamily, getComputedStyle(link).color]"
    )
    assert look == ["monospace", "rgb(1, 2, 3)"]
    assert page.context.cookies() == []
    assert complaints == []


def test_the_agenda_of_another_site_is_read_and_opened_by_keyboard(page, paste):
    paste(code_of(page, "embed-component"))
    first = page.locator(f"{CHOSEN} [part=link]").first
    expect(first).to_be_visible()
    title = first.inner_text()

    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_attributes_that_change_show_something_else(page, paste):
    paste(code_of(page, "embed-component"))
    component = page.locator(CHOSEN)
    expect(component.locator("article").nth(1)).to_be_visible()

    component.evaluate("component => component.setAttribute('limit', 1)")

    expect(component.locator("article")).to_have_count(1)


def test_an_agenda_that_cannot_be_had_says_so_and_leaves_its_link(page, paste):
    code = code_of(page, "embed-component")
    page.route(
        "**/*",
        lambda route: (
            route.abort()
            if route.request.resource_type == "fetch"
            else route.fallback()
        ),
    )

    paste(code)

    expect(page.locator(f"{CHOSEN} [part=status]")).not_to_be_empty()
    expect(page.locator(f"{CHOSEN} > a")).to_be_visible()


def test_without_scripts_the_link_to_the_agenda_stays(browser, page, other_site, paste):
    paste(code_of(page, "embed-component"))
    context = browser.new_context(java_script_enabled=False)
    bare = context.new_page()

    bare.goto(other_site)

    expect(bare.locator(f"{CHOSEN} > a")).to_be_visible()
    context.close()


def test_a_site_that_takes_no_script_shows_the_frame(page, paste, complaints):
    paste(code_of(page, "embed-frame"))

    frame = page.frame_locator("iframe")
    link = frame.locator(".ev a").first
    expect(link).to_be_visible()
    with page.context.expect_page() as opened:
        link.press("Enter")

    expect(opened.value.get_by_role("heading", level=1)).to_be_visible()
    assert page.context.cookies() == []
    assert complaints == []


def test_no_other_page_lets_itself_be_framed(page, base_url, paste, complaints):
    paste(f'<iframe src="{base_url}/fr/agenda/"></iframe>')
    page.wait_for_load_state("networkidle")

    assert "frame" in complaints[0]
    expect(page.frame_locator("iframe").locator("#contenu")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_partners_use_breaks_no_rule_of_accessibility(page, violations, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto("/fr/agenda/")
    frame = page.locator("#abonner a.more").get_attribute("href")
    kit = page.locator(".ev a").first.get_attribute("href")
    for address in (frame, f"{kit}kit/"):
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address, wait_until="networkidle")

            assert violations() == [], f"{address}, {width} px, {scheme}"
            assert page.evaluate("document.documentElement.scrollWidth") <= width
