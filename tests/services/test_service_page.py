"""What the page of a service tells readers, address books and search engines."""

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from services import hours, mentions, schema_org, service_page, vcard, verifying
from services.models import CostOption, Phone, Schedule, Service, TemporaryClosure
from tests.making import (
    make_commune,
    make_directory,
    make_language,
    make_location,
    make_service,
    make_site,
    make_term,
)

pytestmark = pytest.mark.django_db

TERMS = json.loads((Path(__file__).parent / "schema_org_terms.json").read_text())
MONDAY = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("Europe/Brussels"))
TODAY = MONDAY.date()


@pytest.fixture
def home():
    home = make_site()
    make_directory(home)
    return home


def sheet(service, moment=MONDAY):
    found = Service.objects.with_everything().get(pk=service.pk)
    return service_page.of(found, moment)


def address(service, name="service"):
    with override("fr"):
        return reverse(name, args=[service.slug])


def closed(name, **facts):
    facts.setdefault("status", "defunct")
    return make_service(name, **facts)


def test_a_closed_service_leads_to_who_took_over_in_the_end(client, home):
    last = make_service("Dernier")
    middle = closed("Milieu", successor=last)
    first = closed("Premier", successor=middle)

    answer = client.get(address(first))

    assert (answer.status_code, answer.url) == (301, address(last))


def test_one_that_nobody_took_over_says_so_and_names_others(client, home):
    term = make_term()
    other = make_service("Un autre", service_types=[term])
    for status in ("defunct", "inactive"):
        service = closed(f"Fini {status}", status=status, service_types=[term])

        answer = client.get(address(service))

        assert answer.status_code == 410
        text = answer.content.decode()
        assert address(other) in text
        assert "ld+json" not in text
        assert client.get(address(service, "service_card")).status_code == 404


def test_one_that_is_closed_for_now_keeps_its_page(client, home):
    service = closed("Pause", status="temporarily closed")

    assert client.get(address(service)).status_code == 200


def test_a_closure_is_announced_shown_and_gone():
    service = make_service()
    TemporaryClosure.objects.create(
        service=service, from_date=TODAY, to_date=TODAY + timedelta(days=6)
    )

    shown = {
        days: bool(sheet(service, MONDAY + timedelta(days=days)).closing)
        for days in (-16, -15, 0, 6, 7)
    }

    assert shown == {-16: False, -15: True, 0: True, 6: True, 7: False}


def test_a_text_shown_in_french_says_that_it_is(client, home):
    service = make_service("Écoute", name_nl="Luisterlijn", description_fr="Un texte.")

    with override("nl"):
        words = sheet(service).words

        assert (str(words["name"]), words["name"].lang) == ("Luisterlijn", "")
        assert words["description"].lang_attribute == ' lang="fr"'


def test_what_is_said_of_a_number_is_marked_where_it_is_in_french(client, home):
    service = make_service("Écoute")
    Phone.objects.create(service=service, number="107", description_fr="Appel gratuit")
    shown = {}
    for language in ("fr", "nl"):
        with override(language):
            template = "services/components/how_to_ask.html"
            context = {"sheet": sheet(service), "service": service}
            shown[language] = render_to_string(template, context)

    assert '<span lang="fr">Appel gratuit</span>' in shown["nl"]
    assert "</a>, Appel gratuit" in shown["fr"]


def test_an_old_delay_and_an_old_price_are_said_with_their_day():
    long_ago = TODAY - timedelta(days=600)
    service = make_service(delay="short", delay_as_of=long_ago)
    CostOption.objects.create(
        service=service, option_fr="Séance", amount="11.20", as_of=long_ago
    )

    (price,) = sheet(service).prices

    assert sheet(service).delay.freshness == "stale"
    assert (price.amount.replace(",", "."), price.is_stale) == ("11.20\u00a0€", True)


def test_only_what_is_less_sure_than_the_whole_entry_is_said_apart():
    service = make_service()
    verifying.verify(service, on=TODAY - timedelta(days=100), method="phone")
    assert sheet(service).assurances == []

    verifying.verify(service, on=TODAY, method="visit", families=["hours"])

    (apart,) = sheet(service).assurances
    assert apart.standing.assured == TODAY


def test_hours_are_said_as_people_say_them():
    with override("fr"):
        for numbers, words in {
            (0, 1, 2, 3, 4): "du lundi au vendredi",
            (1, 3): "le mardi, le jeudi",
            (0, 1, 2, 5): "du lundi au mercredi, le samedi",
        }.items():
            said = hours.days(numbers)
            assert (
                said.replace("from", "du").replace(" to ", " au ").replace("on ", "le ")
                == words
            )


def test_nobody_is_called_closed_whose_hours_are_not_known():
    service = make_service()
    assert sheet(service).open_now == ""

    Schedule.objects.create(
        service=service, byday="MO", opens_at=time(9), closes_at=time(12)
    )

    assert sheet(service).open_now
    assert sheet(service).open_now != sheet(service, MONDAY.replace(hour=13)).open_now


def test_search_engines_are_told_words_of_the_vocabulary_and_nothing_stale(
    client, home
):
    hostile = '</script><script>alert("é")</script>'
    service = make_service(
        hostile,
        description_fr="a\u2028b",
        communes=[make_commune()],
        publics=[make_term("publics", name="Adultes")],
        languages=[make_language()],
        minimum_age=18,
        at=make_location(make_commune("Auderghem"), latitude=50.8, longitude=4.4),
    )
    Phone.objects.create(service=service, number="02 000 00 00")
    Schedule.objects.create(
        service=service, byday="MO,TU", opens_at=time(9), closes_at=time(12)
    )
    for amount, day in {10: TODAY, 99: date(2020, 1, 1)}.items():
        CostOption.objects.create(
            service=service, option_fr="Séance", amount=amount, as_of=day
        )

    told = schema_org.service(sheet(service))

    assert not list(unknown_words(told))
    assert [offer["price"] for offer in told["offers"]] == ["10.00"]
    page = BeautifulSoup(client.get(address(service)).content, "html.parser")
    (block,) = page.select('script[type="application/ld+json"]')
    assert json.loads(block.string)["name"] == hostile


def unknown_words(facts):
    known = TERMS["properties"][facts["@type"]]
    for name, value in facts.items():
        if not name.startswith("@") and name not in known:
            yield name
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from unknown_words(inner)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120)


@settings(max_examples=40, deadline=None)
@given(name=TEXTS.filter(str.strip), text=TEXTS, note=st.sampled_from(["", ",;\\\n"]))
def test_an_address_book_reads_back_what_was_written(name, text, note):
    service = Service(name_fr=name, description_fr=text + note)
    lines = [
        vcard.folded(vcard.line("FN", name)),
        vcard.folded(vcard.line("NOTE", service.description_fr)),
    ]

    for line, written in zip(lines, (name, text + note), strict=True):
        assert all(len(piece.encode()) <= 75 for piece in line.split("\r\n"))
        value = line.replace("\r\n ", "").partition(":")[2]
        assert unescaped(value) == written


def unescaped(value):
    signs, read = iter(value), []
    for sign in signs:
        if sign == "\\":
            sign = next(signs).replace("n", "\n")
        else:
            assert sign not in ",;\n"
        read.append(sign)
    return "".join(read)


def test_a_card_holds_how_to_reach_the_service(client, home):
    place = make_location(make_commune("Auderghem"), latitude=50.8, longitude=4.4)
    service = make_service("Écoute, toujours", email="a@b.example", at=place)
    Phone.objects.create(service=service, number="02 123 45 67")

    answer = client.get(address(service, "service_card"))

    text = answer.content.decode()
    assert answer["Content-Type"] == "text/vcard; charset=utf-8"
    assert text.startswith("BEGIN:VCARD\r\nVERSION:4.0\r\n")
    assert text.endswith("END:VCARD\r\n")
    for line in (
        "FN:Écoute\\, toujours",
        "EMAIL:a@b.example",
        'TEL;VALUE=uri;TYPE="work,voice":tel:+3221234567',
        "GEO:geo:50.8,4.4",
    ):
        assert f"{line}\r\n" in text
    assert "Auderghem" in text


def test_other_rooms_say_where_a_service_was_met_without_being_known_here(
    monkeypatch,
):
    monkeypatch.setattr(mentions, "_tellers", [])
    told = [
        mentions.Mention("Passée", "/a/", date(2026, 1, 1), is_past=True),
        mentions.Mention("Dernière", "/b/", date(2026, 6, 1), is_past=True),
        mentions.Mention("À venir", "/c/", date(2026, 12, 1), is_past=False),
    ]
    mentions.teller(lambda service, now: told)

    found = sheet(make_service()).mentions

    assert [one.title for one in found] == ["À venir", "Dernière", "Passée"]
