"""A re-import renews what the partner says, and never what the team decided."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.models import PartnerEntry
from events.partners import comparing, fetching, importing, moderation, rounds
from events.partners.refusals import RefusedCalendarError
from portal.core import edition
from tests.events.partner_feeds import event, feed, make_partner, take_over
from tests.making import brussels, make_commune, make_theme

pytestmark = pytest.mark.django_db
NOW = brussels(2026, 1, 1)
State = PartnerEntry.State


@pytest.fixture
def partner(db):
    return make_partner()


def entry():
    return PartnerEntry.objects.get()


def accepted(partner):
    take_over(partner, event(), now=NOW)
    moderation.accept([entry()])
    return entry()


def test_what_a_partner_announces_waits_to_be_read(partner):
    plan = take_over(partner, event(), now=NOW)

    assert (len(plan.new), entry().state) == (1, State.DRAFT)
    assert not PartnerEntry.objects.accepted().exists()


def test_taking_over_the_same_twice_changes_nothing(partner):
    take_over(partner, event(), now=NOW)

    assert take_over(partner, event(), now=NOW).is_empty
    assert PartnerEntry.objects.count() == 1


def test_an_entry_keeps_its_identity_when_all_its_words_change(partner):
    take_over(partner, event(), now=NOW)
    key = entry().pk

    take_over(
        partner,
        event(SUMMARY="Autre", DTSTART="20260203T080000Z", DTEND=None, SEQUENCE="1"),
        now=NOW,
    )

    assert (entry().pk, entry().title) == (key, "Autre")
    assert entry().start_date == date(2026, 2, 3)


def test_what_the_team_corrected_stays(partner):
    entry_ = accepted(partner)
    theme, commune = make_theme(), make_commune()
    entry_.own_title, entry_.theme, entry_.own_commune = "À nous", theme, commune
    entry_.save()

    take_over(partner, event(SUMMARY="Autre", SEQUENCE="1"), now=NOW)

    assert (entry().shown_title, entry().shown_theme) == ("À nous", theme)
    assert (entry().shown_commune, entry().state) == (commune, State.PUBLISHED)


def test_a_new_date_shows_at_once_and_a_new_title_waits(partner):
    accepted(partner)

    take_over(
        partner,
        event(
            SUMMARY="Autre",
            DTSTART="20260203T080000Z",
            DTEND=None,
            URL="https://ailleurs.example/",
            SEQUENCE="1",
        ),
        now=NOW,
    )

    assert entry().start_date == date(2026, 2, 3)
    assert entry().shown_title == "Matinée du partenaire"
    assert entry().shown_url == ""
    assert entry() in PartnerEntry.objects.accepted()


def test_the_team_is_shown_what_changed_until_it_has_read_it(partner):
    accepted(partner)
    take_over(partner, event(SUMMARY="Autre", STATUS="CANCELLED"), now=NOW)

    told = {d.label: (d.before, d.after) for d in comparing.since_read(entry())}
    assert len(told) == 2
    assert ("Matinée du partenaire", "Autre") in told.values()
    assert entry() in PartnerEntry.objects.to_read()

    moderation.accept([entry()])

    assert comparing.since_read(entry()) == []
    assert entry().shown_title == "Autre"
    assert entry() not in PartnerEntry.objects.to_read()


def test_a_change_taken_back_is_nothing_to_read(partner):
    accepted(partner)

    take_over(partner, event(SUMMARY="Autre", SEQUENCE="1"), now=NOW)
    take_over(partner, event(SEQUENCE="2"), now=NOW)

    assert not entry().has_changed


def test_a_refused_entry_stays_out(partner):
    take_over(partner, event(), now=NOW)
    moderation.refuse([entry()])

    take_over(partner, event(SUMMARY="Autre", SEQUENCE="1"), now=NOW)

    assert (entry().state, entry().has_changed) == (State.REFUSED, False)


def test_what_is_announced_no_more_is_withdrawn_and_kept(partner):
    accepted(partner)

    plan = take_over(partner, now=NOW)

    assert (plan.gone, entry().gone_at) == ([entry()], NOW)
    assert not PartnerEntry.objects.accepted().exists()
    assert take_over(partner, now=NOW + timedelta(days=1)).is_empty


def test_what_comes_back_is_as_it_was_decided(partner):
    accepted(partner)
    take_over(partner, now=NOW)

    take_over(partner, event(), now=NOW)

    assert PartnerEntry.objects.accepted().get() == entry()


def test_what_is_over_was_not_withdrawn(partner):
    accepted(partner)

    take_over(partner, now=brussels(2026, 2, 1))

    assert entry().gone_at is None


@given(
    versions=st.lists(
        st.tuples(st.integers(0, 3), st.integers(1, 9)), min_size=1, max_size=6
    )
)
@settings(max_examples=12, deadline=None)
def test_the_newest_version_wins_in_whatever_order_they_come(versions):
    partner = make_partner()
    for sequence, day in versions:
        one = event(
            SEQUENCE=str(sequence),
            DTSTAMP=f"2026010{day}T080000Z",
            SUMMARY=f"{sequence}/{day}",
        )
        take_over(partner, one, now=NOW)

    assert partner.entries.get().title == "{}/{}".format(*max(versions))
    partner.delete()


def test_uids_are_of_their_calendar(partner):
    other = make_partner(name="Autre")

    for calendar in (partner, other):
        take_over(calendar, event(), now=NOW)

    assert PartnerEntry.objects.count() == 2


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("Rue 1, 1040 Etterbeek", "Etterbeek"),
        ("salle des fêtes, ETTERBEEK", "Etterbeek"),
        ("Woluwe-Saint-Pierre, maison communale", "Woluwe-Saint-Pierre"),
        ("Namur", "Auderghem"),
        ("", "Auderghem"),
    ],
)
def test_the_commune_is_the_one_the_place_names(place, found):
    make_commune("Etterbeek")
    make_commune("Saint-Pierre")
    make_commune("Woluwe-Saint-Pierre")
    partner = make_partner(commune=make_commune("Auderghem"))

    take_over(partner, event(LOCATION=place.replace(",", "\\,")), now=NOW)

    assert entry().shown_commune.name == found


def test_examining_a_file_stores_nothing(partner):
    take_over(partner, event(), now=NOW)
    before = PartnerEntry.objects.values().get()

    body = feed(event(SUMMARY="Autre", SEQUENCE="1"), event(UID="neuf")).encode()
    _found, plan = importing.examine(body, partner, now=NOW)

    assert (len(plan.new), len(plan.changed), len(plan.gone)) == (1, 1, 0)
    assert PartnerEntry.objects.values().get() == before


def answering(monkeypatch, *answers):
    """What the partner's server answers, one after the other."""
    given, asked = iter(answers), []

    def fetch(address, **conditions):
        asked.append({**conditions, "address": address})
        answer = next(given)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(fetching, "fetch", fetch)
    return asked


def packed(*events, **validators):
    return fetching.Answer(body=feed(*events).encode(), **validators)


def test_the_worker_reads_each_calendar_once_an_hour(partner, monkeypatch):
    make_partner(name="Fichiers", address="")
    make_partner(name="Arrêté", is_active=False)
    nothing_new = fetching.Answer(is_new=False)
    asked = answering(monkeypatch, packed(event(), etag='"un"'), nothing_new)

    later = NOW + timedelta(minutes=59)
    counts = [
        rounds.fetch_partners(now=now, limit=200)
        for now in (NOW, later, later + timedelta(minutes=1))
    ]

    assert counts == [1, 0, 0]
    assert [one["etag"] for one in asked if "etag" in one] == ['"un"']


def test_what_went_wrong_is_told_and_nothing_is_stored(partner, monkeypatch):
    refusal = RefusedCalendarError("Le site ne répond pas.")
    answering(monkeypatch, refusal, packed(event(RRULE="FREQ=SECONDLY")))

    for hour in (0, 1):
        rounds.fetch_partners(now=NOW + timedelta(hours=hour), limit=200)
        partner.refresh_from_db()
        assert partner.is_in_trouble
        assert partner.outcome
    assert not PartnerEntry.objects.exists()


def test_one_calendar_does_not_keep_the_others_from_being_read(monkeypatch):
    make_partner(organisation="A"), make_partner(organisation="B")
    answering(monkeypatch, KeyError("?"), packed(event()))

    assert rounds.fetch_partners(now=NOW, limit=200) == 1


def test_reading_drafts_is_no_news_for_readers(partner, monkeypatch):
    answering(monkeypatch, fetching.Answer(is_new=False))
    before = edition.current().number

    rounds.fetch_partners(now=NOW, limit=200)

    assert edition.current().number == before


def test_what_took_place_a_year_ago_is_forgotten(partner):
    accepted(partner)

    assert rounds.forget_partners(now=brussels(2027, 1, 20), limit=9) == 0
    assert rounds.forget_partners(now=brussels(2027, 1, 21), limit=9) == 1
