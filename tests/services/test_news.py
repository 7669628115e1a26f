"""Programs follow what comes and changes in the directory."""

import pytest

from services.models import Contact
from tests.making import make_directory, make_service, make_site

pytestmark = pytest.mark.django_db


def test_the_last_that_changed_come_first_and_no_draft_among_them(client):
    make_directory(make_site())
    first, last = make_service("Premier"), make_service("Dernier", status="defunct")
    make_service("Brouillon", live=False)
    Contact.objects.create(service=first, name="Nadia", email="nadia@prive.example")
    feed = client.get("/fr/annuaire/nouvelles.json")
    assert [item["title"] for item in feed.json()["items"]] == ["Dernier", "Premier"]

    first.save_revision().publish()

    anew = client.get(
        "/fr/annuaire/nouvelles.json", headers={"if-none-match": feed["ETag"]}
    )
    items = anew.json()["items"]
    assert [item["title"] for item in items] == ["Premier", "Dernier"]
    assert items[0]["id"] == f"urn:uuid:{first.uuid}"
    assert items[1]["url"].endswith(f"/fr/annuaire/{last.slug}/")
    for ending in ("rss", "atom"):
        answer = client.get(f"/fr/annuaire/nouvelles.{ending}")
        assert answer.status_code == 200
        assert b"nadia" not in answer.content


def test_the_directory_tells_programs_where_its_news_is(client):
    page = make_directory(make_site())

    shown = client.get(page.url).content.decode()

    for ending in ("rss", "atom", "json"):
        assert f'href="/fr/annuaire/nouvelles.{ending}"' in shown
