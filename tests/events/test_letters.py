"""Every letter can be written, in every language, whatever is known of the meeting."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from events import announced, letters
from events.notices import Reason
from tests.events.people import NOW, make_morning, sign_up
from tests.making import (
    announce,
    make_commune,
    make_concertation,
    make_concertation_page,
    make_site,
    make_venue,
    report,
)

pytestmark = pytest.mark.django_db


def written(registration, reason, language="fr", now=NOW):
    registration.offer_until = NOW + timedelta(hours=6)
    promised = letters.promised(registration, reason)
    with translation.override(language):
        letter = letters.write(letters.Facts(registration, promised, now))
        return letter.subject, letter.text.replace("\u00a0", " ")


@pytest.fixture
def etterbeek():
    make_site()
    return make_venue(make_commune(), access_fr="Tram 81")


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_every_reason_has_its_letter(etterbeek, reason, language):
    person = sign_up(make_morning(venue=etterbeek))

    subject, text = written(person, reason, language)

    assert subject
    assert "%(" not in subject + text
    assert "None" not in text


@pytest.mark.parametrize("reason", Reason)
def test_little_need_be_known_of_a_meeting(reason):
    meeting = make_morning(end_date=None)
    meeting.start_time = meeting.end_time = None
    meeting.save()

    subject, text = written(sign_up(meeting), reason)

    assert ", ," not in subject + text


@pytest.mark.parametrize("reason", Reason)
def test_french_letters_keep_no_english(etterbeek, reason):
    _subject, text = written(sign_up(make_morning(venue=etterbeek)), reason)

    words = {word.strip(".,:!?").lower() for word in text.split()}
    assert not words & {"the", "your", "you", "seat", "hello", "this", "meeting"}


def test_the_day_before_a_reminder_says_tomorrow(etterbeek):
    person = sign_up(make_morning(venue=etterbeek))

    subject, text = written(person, "reminder", now=NOW + timedelta(days=14))

    assert subject.replace("\u00a0", " ") == "Demain, 9 h : Etterbeek"
    assert "On se voit demain." in text


def test_a_reminder_says_how_many_people_wait(etterbeek):
    meeting = make_morning(venue=etterbeek, capacity=1)
    seated, *_waiting = (sign_up(meeting) for _ in range(3))

    assert "2 personnes attendent." in written(seated, "reminder")[1]


def test_a_reminder_points_to_the_last_report(etterbeek):
    concertation = make_concertation()
    before = make_morning(start_date=date(2025, 10, 10), concertation=concertation)
    report(before, make_concertation_page(concertation), title="Ce qui fut dit")
    meeting = make_morning(venue=etterbeek, concertation=concertation)

    _subject, text = written(sign_up(meeting), "reminder")

    assert "À lire avant de venir : http" in text


def test_a_date_that_moves_says_the_old_one_too(etterbeek):
    meeting = make_morning(venue=etterbeek, status_note_fr="La salle est prise.")
    person = sign_up(meeting)
    announced.note(person, "registered", now=NOW)
    person.meeting.start_date = date(2026, 1, 27)

    subject, text = written(person, "meeting_moved")

    assert subject.replace("\u00a0", " ") == (
        "Nouvelle date : mardi 27 janvier 2026, au lieu du mardi 20 janvier"
    )
    assert "La salle est prise." in text


def test_who_gives_a_seat_back_learns_of_the_next_date(etterbeek):
    concertation = make_concertation()
    meeting = make_morning(venue=etterbeek, concertation=concertation)
    following = make_morning(start_date=date(2026, 3, 3), concertation=concertation)
    announce(following, title="La suite")

    _subject, text = written(sign_up(meeting), "cancelled")

    assert "Prochaine date de ce thème : mardi 3 mars 2026, http" in text


def test_a_share_that_is_used_up_is_not_called_a_full_room(etterbeek):
    meeting = make_morning(venue=etterbeek, capacity=10, organisation_cap=1)
    sign_up(meeting, organisation="Service")
    second = sign_up(meeting, organisation="Service")

    _subject, text = written(second, "waiting")

    assert "complète" not in text
    assert "Votre organisation a déjà toutes les places" in text


def test_the_first_who_waits_is_first_in_french(etterbeek):
    meeting = make_morning(venue=etterbeek, capacity=0)

    assert "en 1re position" in written(sign_up(meeting), "waiting")[1]
