"""A partner's calendar is read for its dates only, and never trusted."""

import gzip
from contextlib import suppress
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.partners import content_lines, reading, unpacking
from events.partners.refusals import RefusedCalendarError
from tests.events.partner_feeds import FOOT, HEAD, event, feed
from tests.making import brussels

NOW = brussels(2026, 1, 1)


def read(*events, **kwargs):
    return reading.read(feed(*events, **kwargs), now=NOW)


def only(*events):
    found = read(*events)
    assert found.left_out == []
    return found.announced[0]


def when(**changes):
    facts = only(event(**changes)).facts
    return tuple(facts[n] for n in ("start_date", "start_time", "end_date", "end_time"))


DAY = date(2026, 1, 20)
NEXT = date(2026, 1, 21)


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ({}, (DAY, time(9), None, time(12))),
        (
            {
                "DTSTART;TZID=Europe/Brussels": "20260120T090000",
                "DTEND;TZID=Europe/Brussels": "20260120T120000",
            },
            (DAY, time(9), None, time(12)),
        ),
        (
            {"DTSTART": "20260120T090000", "DTEND": "20260120T120000"},
            (DAY, time(9), None, time(12)),
        ),
        (
            {"DTSTART;TZID=Romance Standard Time": "20260120T090000", "DTEND": None},
            (DAY, time(9), None, None),
        ),
        (
            {"DTEND": None, "DURATION": "PT1H30M"},
            (DAY, time(9), None, time(10, 30)),
        ),
        (
            {"DTSTART;VALUE=DATE": "20260120", "DTEND": None},
            (DAY, None, None, None),
        ),
        (
            {"DTSTART;VALUE=DATE": "20260120", "DTEND;VALUE=DATE": "20260122"},
            (DAY, None, NEXT, None),
        ),
        ({"DTEND": "20260120T080000Z"}, (DAY, time(9), None, None)),
        # Midnights are whole days, or no hour at all.
        (
            {"DTSTART": "20260120T000000", "DTEND": "20260122T000000"},
            (DAY, None, NEXT, None),
        ),
        (
            {"DTSTART": "20260120T090000", "DTEND": "20260121T000000"},
            (DAY, time(9), None, None),
        ),
        # The hour that comes twice: on the wall it would end before it began.
        (
            {"DTSTART": "20261025T003000Z", "DTEND": "20261025T010500Z"},
            (date(2026, 10, 25), time(2, 30), None, None),
        ),
    ],
)
def test_times_become_days_and_hours_of_brussels(written, understood):
    assert when(**written) == understood


def test_words_are_plain_text():
    one = only(
        event(
            SUMMARY="<b>Matinée</b> &amp; <script>alert(1)</script> écoute\\nici",
            LOCATION="Rue 1\\, 1040 Etterbeek (écrire à lea@partenaire.example)",
            URL="https://partenaire.example/matinee",
        )
    )

    assert one.facts["title"] == "Matinée & écoute ici"
    assert one.facts["place"] == "Rue 1, 1040 Etterbeek (écrire à )"
    assert one.facts["url"] == "https://partenaire.example/matinee"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://partenaire.example/",
        "//partenaire.example",
        "https://lea:secret@partenaire.example/",
        "https://partenaire.example/" + "x" * 600,
        "https://[",
    ],
)
def test_a_link_no_reader_should_follow_is_dropped(address):
    assert only(event(URL=address)).facts["url"] == ""


def test_nothing_is_kept_of_people():
    alarm = "BEGIN:VALARM\r\nSUMMARY:Autre\r\nUID:autre\r\nEND:VALARM\r\n"
    people = (
        "ORGANIZER;CN=Léa Secret:mailto:lea@secret.example\r\n"
        "ATTENDEE:mailto:tom@secret.example\r\nCONTACT:Secret\r\nDESCRIPTION:Secret\r\n"
    )
    text = event().replace("END:VEVENT", f"{people}{alarm}END:VEVENT")

    one = only(text)

    assert "ecret" not in repr(one)
    assert one.facts["title"] == "Matinée du partenaire"


def test_a_series_becomes_its_dates_at_the_same_hour_all_year():
    rule = {
        "DTSTART;TZID=Europe/Brussels": "20260310T090000",
        "DTEND;TZID=Europe/Brussels": "20260310T100000",
        "RRULE": "FREQ=WEEKLY;UNTIL=20260407T070000Z",
        "EXDATE;TZID=Europe/Brussels": "20260324T090000",
    }

    found = read(event(**rule)).announced

    days = [one.facts["start_date"].day for one in found]
    assert days == [10, 17, 31, 7]
    assert {one.facts["start_time"] for one in found} == {time(9)}
    assert [one.recurrence_id for one in found][:3] == [
        "20260310T080000Z",
        "20260317T080000Z",
        "20260331T070000Z",
    ]


def test_a_moved_date_of_a_series_takes_the_place_of_the_planned_one():
    series = event(RRULE="FREQ=WEEKLY;COUNT=2")
    moved = event(
        RECURRENCE_ID="20260127T080000Z", DTSTART="20260128T080000Z", DTEND=None
    )

    found = {
        one.recurrence_id: one.facts["start_date"].day
        for one in read(series, moved).announced
    }

    assert found == {"20260120T080000Z": 20, "20260127T080000Z": 28}


def test_a_series_that_began_long_ago_is_read_from_now_on():
    found = read(event(DTSTART="20150106T080000Z", DTEND=None, RRULE="FREQ=MONTHLY"))

    days = [one.facts["start_date"] for one in found.announced]
    assert (days[0], len(days)) == (date(2026, 1, 6), 12)


def test_what_is_over_or_far_away_is_not_read():
    past = event(UID="a", DTSTART="20251231T080000Z", DTEND=None)
    far = event(UID="b", DTSTART="20270301T080000Z", DTEND=None)

    assert read(past, far).announced == []


def test_the_newest_of_two_copies_counts():
    old = event(SEQUENCE="1", SUMMARY="Ancienne")
    new = event(SEQUENCE="2", SUMMARY="Nouvelle", DTSTAMP="20250101T080000Z")

    for copies in ([old, new], [new, old]):
        assert only(*copies).facts["title"] == "Nouvelle"


@pytest.mark.parametrize(
    "broken",
    [
        {"UID": None},
        {"UID": "x" * 300},
        {"SUMMARY": None},
        {"SUMMARY": "<b></b>"},
        {"DTSTART": None},
        {"DTSTART": "bientôt"},
        {"DTSTART": "99999999"},
        {"DTSTART;TZID=Mars/Olympus": "20260120T090000", "DTEND": None},
        {"DTEND": "20260119T080000Z"},
        {"DTEND": "20990119T080000Z"},
        {"DTEND;VALUE=DATE": "20260121"},
        {"DTEND": None, "DURATION": "P99999999999D"},
        {"SEQUENCE": "-1"},
        {"SEQUENCE": "99999999999999"},
        {"SEQUENCE": "beaucoup"},
        {"RRULE": "FREQ=DAILY;INTERVAL=0"},
        {"RECURRENCE_ID": "hier"},
    ],
)
def test_one_unreadable_entry_leaves_the_others(broken):
    found = read(event(**broken), event(UID="autre"))

    assert [one.uid for one in found.announced] == ["autre"]
    assert len(found.left_out) == 1


def flood(count):
    return [event(UID=str(number)) for number in range(count)]


HOSTILE = {
    "empty": "",
    "web page": "<!doctype html><p>BEGIN:VCALENDAR</p>",
    "cut short": f"{HEAD}{event()}",
    "cut in an entry": f"{HEAD}{event()[:-20]}",
    "crossed": f"{HEAD}BEGIN:VEVENT\r\n{FOOT}END:VEVENT\r\n",
    "nested": HEAD + "BEGIN:VEVENT\r\n" * 5000 + "END:VEVENT\r\n" * 5000 + FOOT,
    "endless line": feed(event(SUMMARY="x" * 70_000)),
    "endless folded line": feed(event(SUMMARY="\r\n ".join("x" * 70_000))),
    "many lines": feed("X:1\r\n" * 60_001),
    "many entries": feed(*flood(501)),
    "series of seconds": feed(event(RRULE="FREQ=SECONDLY")),
    "series of days": feed(event(RRULE="FREQ=DAILY")),
    "many series": feed(*[event(UID=str(n), RRULE="FREQ=YEARLY") for n in range(101)]),
    "many dates": feed(*[event(UID=str(n), RRULE="FREQ=WEEKLY") for n in range(20)]),
    "invitation": feed(event(), more="METHOD:REQUEST\r\n"),
    "control signs": feed(event(SUMMARY="a\x00b")),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_calendar_is_refused_with_a_reason(text):
    with pytest.raises(RefusedCalendarError) as refusal:
        reading.read(unpacking.text_of(text.encode()), now=NOW)

    assert refusal.value.message.endswith(".")


@pytest.mark.parametrize(
    ("charset", "body"),
    [
        ("", "é".encode("latin-1")),
        ("", "BEGIN:VCALENDAR".encode("utf-16")),
        ("utf-16", "BEGIN:VCALENDAR".encode("utf-16")),
        ("utf-7", b"BEGIN:VCALENDAR"),
        ("rot13", b"BEGIN:VCALENDAR"),
        ("zip", b"BEGIN:VCALENDAR"),
        ("inconnu\x00", b"BEGIN:VCALENDAR"),
        ("", gzip.compress(b"BEGIN:VCALENDAR", mtime=0)),
        ("", b"BEGIN:VCALENDAR" + b" " * unpacking.LARGEST),
    ],
)
def test_bytes_that_are_no_readable_text_are_refused(charset, body):
    with pytest.raises(RefusedCalendarError):
        unpacking.text_of(body, charset)


@pytest.mark.parametrize(
    ("charset", "body"),
    [
        ("", b"\xef\xbb\xbfBEGIN:VCALENDAR \xc3\xa9"),
        ("iso-8859-1", b"\xef\xbb\xbfBEGIN:VCALENDAR \xc3\xa9"),
        ("utf8", b"begin:vcalendar \xc3\xa9"),
        ("windows-1252", b"BEGIN:VCALENDAR \xe9"),
    ],
)
def test_declared_letters_are_read(charset, body):
    assert unpacking.text_of(body, charset).endswith(" é")


@pytest.mark.parametrize(
    "body",
    [
        gzip.compress(b"\0" * 50_000_000, 1, mtime=0),
        gzip.compress(b"BEGIN:VCALENDAR", mtime=0)[:-4],
        gzip.compress(b"x", mtime=0) + gzip.compress(b"y", mtime=0),
        b"\x1f\x8bnothing",
    ],
)
def test_a_packed_bomb_is_never_unpacked(body):
    with pytest.raises(RefusedCalendarError):
        unpacking.unzipped(body)


@given(
    lines=st.lists(
        st.tuples(
            st.sampled_from(sorted(content_lines.READ)),
            st.text(st.characters(blacklist_categories=["Cs"]), max_size=40),
        ),
        max_size=8,
    )
)
@settings(max_examples=150, deadline=timedelta(seconds=1))
def test_whatever_is_written_there_is_an_answer(lines):
    written = "".join(f"{name}:{value}\r\n" for name, value in lines)
    text = feed("BEGIN:VEVENT\r\n" + written + "END:VEVENT\r\n")

    with suppress(RefusedCalendarError):
        found = reading.read(unpacking.text_of(text.encode()), now=NOW)
        assert len(found.announced) + len(found.left_out) <= 60 + 1
