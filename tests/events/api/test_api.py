"""Programs read the agenda and the reports, in parts that stay true as they change."""

import json
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import jsonschema
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openapi_spec_validator import validate

from events import entries
from events.api import cursors
from events.models import Meeting
from tests.making import (
    announce,
    make_commune,
    make_concertation_page,
    make_cycle,
    make_meeting,
    make_site,
    make_theme,
    make_venue,
    report,
)

NOBODY = "00000000-0000-4000-8000-000000000000"
pytestmark = pytest.mark.django_db
NAUGHTY = json.loads(Path("tests/search/blns.json").read_text())
API = "/api/v1/"
MEETINGS, REPORTS = f"{API}meetings", f"{API}reports"


@pytest.fixture(autouse=True)
def _site():
    make_site()


def announced(title="Une matinée", **facts):
    meeting = make_meeting(**facts)
    announce(meeting, title)
    return meeting


def rich_meeting():
    """A meeting with all there is to tell, and its report."""
    cycle = make_cycle()
    meeting = announced(
        concertation=cycle.concertation,
        cycle=cycle,
        cycle_rank=1,
        reunion_number=2,
        venue=make_venue(make_commune(), latitude="50.8", longitude="4.3"),
        themes=[make_theme("Logement")],
        mode="mixed",
        online_url="https://visio.example/x",
        online_url_is_public=True,
        participants=37,
    )
    parent = make_concertation_page(cycle.concertation)
    return meeting, report(meeting, parent)


def asked(client, address=MEETINGS, **query):
    answer = client.get(address, query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def keys(body):
    return [item["id"] for item in body["items"]]


def was_announced_long_ago(meeting):
    long_ago = timezone.now() - timedelta(days=1)
    meeting.calendar_entries.update(changed_at=long_ago)


def walked(client, address=MEETINGS, **query):
    """The ids of all parts, one after the other."""
    found, body = [], asked(client, address, **query)
    for _part in range(20):
        found += keys(body)
        if not body["next"]:
            return found
        body = asked(client, body["next"].removeprefix("http://testserver"))
    raise AssertionError("the list has no end")


@pytest.fixture
def description(client):
    return asked(client, f"{API}openapi.json")


def check(body, name, description):
    schema = {
        "$ref": f"#/components/schemas/{name}",
        "components": description["components"],
    }
    checker = jsonschema.FormatChecker()
    jsonschema.Draft202012Validator(schema, format_checker=checker).validate(body)


def test_the_description_is_one(description):
    validate(description)


def test_every_answer_is_as_described(client, description):
    _meeting, page = rich_meeting()
    bare = announced(start_time=None, date_precision="month")

    for name, address in (("Meetings", MEETINGS), ("Reports", REPORTS)):
        for language in ("fr", "nl"):
            body = asked(client, address, language=language)
            assert body["items"]
            check(body, name, description)
    check(asked(client, f"{MEETINGS}/{bare.uuid}"), "Meeting", description)
    check(asked(client, f"{REPORTS}/{page.translation_key}"), "Report", description)


@pytest.mark.parametrize(
    "query",
    [
        {"theme": "rien"},
        {"kind": "rien"},
        {"limit": "0"},
        {"limit": "101"},
        {"limit": "un"},
        {"cursor": "x"},
        {"cursor": "\x00é"},
        {"cursor": "W10"},
        {"from": "hier"},
        {"from": "2026-13-01"},
        {"updated_since": "hier"},
        {"updated_since": "0001-01-01T00:00:00+10:00"},
        {"updated_since": "9999-12-31T23:59:59-10:00"},
        {"language": "de"},
        {"month": "2026"},
        {"page": "2"},
        {"thème": "x"},
    ],
)
@pytest.mark.parametrize("address", [MEETINGS, REPORTS])
def test_what_cannot_be_read_is_refused_in_clear_words(
    client, description, address, query
):
    answer = client.get(address, query)

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert not {"Last-Modified", "Cache-Control"} & set(answer.headers)
    check(answer.json(), "Problem", description)
    assert answer.json()["errors"][0]["detail"]


@pytest.mark.parametrize("address", [MEETINGS, REPORTS])
def test_naughty_values_are_answered(client, description, address):
    names = sorted(description["components"]["parameters"])
    for value in NAUGHTY[::12]:
        answer = client.get(address, dict.fromkeys(names, value))
        assert answer.status_code == 400 or not value.strip()


def test_a_problem_is_told_in_the_language_asked_for(client):
    (error,) = client.get(MEETINGS, {"theme": "rien"}).json()["errors"]

    assert error == {"parameter": "theme", "detail": "Ce thème n’existe pas."}


@pytest.mark.parametrize(
    "address", [f"{MEETINGS}/{NOBODY}", f"{REPORTS}/{NOBODY}", f"{API}rien"]
)
def test_what_is_not_there_is_a_problem_too(client, description, address):
    answer = client.get(address)

    assert answer.status_code == 404
    check(answer.json(), "Problem", description)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_it_is_only_read(client, method):
    answer = client.generic(method, MEETINGS)

    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"


def test_a_page_of_another_site_may_read_it(client):
    for answer in (client.get(MEETINGS), client.get(MEETINGS, {"limit": "x"})):
        assert answer["Access-Control-Allow-Origin"] == "*"
    preflight = client.options(MEETINGS)
    assert preflight.status_code == 204
    assert "If-None-Match" in preflight["Access-Control-Allow-Headers"]
    assert not client.get(MEETINGS).cookies


def test_head_says_what_get_would(client):
    announced()

    assert client.head(MEETINGS)["ETag"] == client.get(MEETINGS)["ETag"]


@pytest.mark.parametrize("query", ["", "?theme=logement&limit=3"])
def test_who_has_it_already_costs_one_query(client, query):
    make_theme(code="logement")
    etag = client.get(MEETINGS + query)["ETag"]

    with CaptureQueriesContext(connection) as queries:
        answer = client.get(MEETINGS + query, headers={"if-none-match": etag})

    assert (answer.status_code, len(queries)) == (304, 1)


def test_a_part_costs_as_much_whatever_its_size(client):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            asked(client)
        return len(queries)

    rich_meeting()
    asked(client)
    one = cost()
    for _number in range(5):
        announced(venue=make_venue(make_commune()), themes=[make_theme()])

    assert cost() <= one


def test_drafts_private_pages_and_unannounced_meetings_are_never_told(client):
    make_meeting()
    drafted, closed = make_meeting(), make_meeting()
    announce(drafted, "Secret", live=False)
    announce(closed).view_restrictions.create(restriction_type="login")
    meeting, page = rich_meeting()
    page.view_restrictions.create(restriction_type="login")

    assert keys(asked(client)) == [str(meeting.uuid)]
    assert keys(asked(client, REPORTS)) == []
    for hidden in (drafted, closed):
        assert client.get(f"{MEETINGS}/{hidden.uuid}").status_code == 404
    assert client.get(f"{REPORTS}/{page.translation_key}").status_code == 404


def test_a_link_to_join_is_told_only_where_anyone_may_have_it(client):
    announced(mode="online", online_url="https://visio.example/secret")

    assert b"visio.example" not in client.get(MEETINGS).content


def test_the_filters_are_those_of_calendars(client):
    meeting, _page = rich_meeting()
    announced(start_date=date(2026, 5, 5))
    concertation = meeting.concertation

    for query in (
        {"theme": concertation.theme.code},
        {"bassin": concertation.bassin.code},
        {"concertation": concertation.theme.code},
        {"cycle": meeting.cycle.season},
        {"commune": meeting.venue.commune.slug},
        {"month": "2026-01"},
        {"from": "2026-01-20", "until": "2026-01-20"},
    ):
        assert keys(asked(client, **query)) == [str(meeting.uuid)]


def test_words_are_french_until_there_are_others_and_say_so(client):
    announced()

    (item,) = asked(client, language="nl")["items"]

    assert (item["title"], item["language"]) == ("Une matinée", "fr")


def test_parts_follow_each_other_in_order_of_date(client):
    meetings = [
        announced(start_date=date(2026, 1, 1) + timedelta(days=number // 3))
        for number in range(8)
    ]

    in_order = sorted(meetings, key=lambda item: (item.start_date, item.uuid))

    assert walked(client, limit=3) == [str(item.uuid) for item in in_order]


def test_the_next_part_asks_the_same_question(client):
    theme = make_theme(code="logement")
    wanted = [announced(themes=[theme]) for _number in range(3)]
    announced()

    answer = client.get(MEETINGS, {"theme": "logement", "limit": 1})

    assert answer["Link"] == f'<{answer.json()["next"]}>; rel="next"'
    found = walked(client, theme="logement", limit=1)
    assert sorted(found) == sorted(str(item.uuid) for item in wanted)


def test_nothing_is_skipped_or_doubled_when_others_come_and_go(client):
    meetings = [announced(start_date=date(2026, 1, day)) for day in range(1, 7)]
    first = asked(client, limit=2)

    meetings[0].event_pages.get().unpublish()
    announced(start_date=date(2025, 12, 1))

    rest = walked(client, first["next"].removeprefix("http://testserver"))
    assert keys(first) + rest == [str(item.uuid) for item in meetings]


def test_what_changed_since_an_answer_is_found_by_its_date(client):
    calm, changed = announced(), announced()
    venue = make_venue()
    moved = announced(venue=venue)
    as_of = asked(client)["as_of"]
    was_announced_long_ago(calm)

    page = changed.event_pages.get()
    page.title = "Un autre titre"
    page.save_revision().publish()
    venue.name_fr = "Une autre salle"
    venue.save()

    found = keys(asked(client, updated_since=as_of))
    assert set(found) == {str(changed.uuid), str(moved.uuid)}


def test_a_change_made_while_one_asks_is_never_missed(client):
    meeting = announced()
    as_of = asked(client)["as_of"]

    entries.mark(Meeting.objects.filter(pk=meeting.pk))

    assert keys(asked(client, updated_since=as_of)) == [str(meeting.uuid)]


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(day=st.dates(), key=st.uuids())
def test_a_cursor_comes_back_as_it_was(day, key):
    cursor = cursors.Cursor(day, key)

    assert cursors.read(str(cursor)) == cursor


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text(max_size=60))
def test_no_text_is_a_cursor_but_those_we_made(text):
    try:
        cursor = cursors.read(text)
    except cursors.UnreadableCursorError:
        return
    assert isinstance(cursor.uuid, UUID)


def test_no_seat_and_no_person_is_told(client, description):
    said = json.dumps(description["components"]["schemas"])

    for word in ("email", "registration", "capacity", "first_name", "phone"):
        assert word not in said
