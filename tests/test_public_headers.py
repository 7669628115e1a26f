"""What every public answer says to a browser, and what it never says."""

import re
from itertools import pairwise

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

REPORT = "/fr/concertations/sante-mentale/2025-10-10-ambulatoire-domicile/"
PAGES = ["/fr/", "/fr/agenda/", REPORT, "/fr/recherche/?q=crise", "/fr/nulle-part/"]


@pytest.mark.parametrize("address", PAGES)
def test_the_content_policy_is_strict(client, address):
    policy = client.get(address)["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_the_looser_policy_of_the_admin_stays_in_the_admin(client):
    assert "unsafe-inline" in client.get("/admin/login/")["Content-Security-Policy"]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_browsers_are_told_to_be_careful(client, address, header, value):
    assert client.get(address)[header] == value


@pytest.mark.parametrize("address", PAGES)
def test_no_power_of_the_device_is_asked_for(client, address):
    assert "camera=()" in client.get(address)["Permissions-Policy"]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_inline_and_nothing_comes_from_elsewhere(client, address):
    page = client.get(address).content.decode()

    assert not re.search(r"\sstyle=|\son[a-z]+=|<style", page)
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert not re.search(r"<(?:script|img|iframe|link)[^>]+(?:src|href)=\"//", page)


@pytest.mark.parametrize("address", PAGES)
def test_readers_get_no_cookie(client, address):
    assert not client.get(address).cookies


def test_a_page_that_did_not_change_is_not_sent_again(client):
    etag = client.get(REPORT)["ETag"]

    assert client.get(REPORT, headers={"if-none-match": etag}).status_code == 304


def test_a_page_says_its_one_address_its_title_and_its_card(client):
    page = client.get(REPORT + "?utm_source=x").content.decode()

    assert f'<link rel="canonical" href="http://testserver{REPORT}">' in page
    assert re.search(
        r"<title>Focus sur .+, compte rendu – Bassin Sud-Est</title>", page
    )
    assert 'property="og:description"' in page
    assert re.search(r'og:image" content="http://testserver/static/.+\.png"', page)


def test_robots_are_told_of_the_map_and_kept_out_of_the_admin(client):
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_the_map_for_robots_holds_the_report(client):
    assert REPORT in client.get("/sitemap.xml").content.decode()


def test_who_finds_a_weakness_knows_whom_to_tell(client):
    text = client.get("/.well-known/security.txt").content.decode()

    assert re.search(r"^Contact: mailto:.+@", text, re.MULTILINE)
    assert re.search(r"^Expires: \d{4}-\d\d-\d\dT00:00:00Z$", text, re.MULTILINE)


@pytest.mark.parametrize("level", [1])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_one_title_and_skips_no_level(client, address, level):
    page = client.get(address).content.decode()
    levels = [int(found) for found in re.findall(r"<h([1-6])", page)]

    assert levels.count(level) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_archive_has_an_address_of_its_own(client):
    page = client.get("/fr/agenda/passes/").content.decode()

    assert 'rel="canonical" href="http://testserver/fr/agenda/passes/"' in page
