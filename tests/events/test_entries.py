"""What calendars are sent is written when it changes, and is what it should be."""

from datetime import date, timedelta

import icalendar
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from events import entries
from events.models import AgendaPage, CalendarEntry, Meeting
from portal.core import edition
from tests.making import (
    announce,
    make_commune,
    make_concertation,
    make_meeting,
    make_site,
    make_theme,
    make_venue,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture(autouse=True)
def _site():
    make_site()


@pytest.fixture
def meeting():
    """Announced, with a place and a theme, and written as it is."""
    theme, venue = make_theme("Logement"), make_venue(make_commune("Ixelles"))
    meeting = make_meeting(venue=venue, concertation=make_concertation(theme))
    announce(meeting, "Une matinée")
    entries.write_stale(now=NOW, limit=None)
    return meeting


def stored(meeting, language="fr"):
    return meeting.calendar_entries.get(language=language).text


def sent(meeting, language="fr"):
    return entries.texts(Meeting.objects.filter(pk=meeting.pk), language)


def event(text):
    return icalendar.Event.from_ical(text)


def test_an_entry_is_stored_as_it_is_sent(meeting):
    assert sent(meeting) == [stored(meeting)]
    assert event(stored(meeting))["SUMMARY"] == "Une matinée"


def test_reading_what_is_written_costs_one_query(meeting):
    with CaptureQueriesContext(connection) as queries:
        sent(meeting)

    assert len(queries) == 1


def move(meeting):
    meeting.start_date += timedelta(days=7)
    meeting.save()


def rename_theme(meeting):
    meeting.concertation.theme.name_fr = "Un autre nom"
    meeting.concertation.theme.save()


def rename_commune(meeting):
    meeting.venue.commune.name_fr = "Un autre nom"
    meeting.venue.commune.save()


def rename_venue(meeting):
    meeting.venue.name_fr = "Une autre salle"
    meeting.venue.save()


def give_a_theme(meeting):
    meeting.concertation = None
    meeting.save()
    entries.write_stale(now=NOW, limit=None)
    meeting.themes.add(make_theme("Un autre thème"))


def publish_other_words(meeting):
    page = meeting.event_pages.get()
    page.title = "Un autre titre"
    page.save_revision().publish()


def rename_the_agenda(meeting):
    agenda = AgendaPage.objects.get()
    agenda.slug = "rendez-vous"
    agenda.save_revision().publish()


def withdraw(meeting):
    meeting.event_pages.get().unpublish()


def close(meeting):
    PageViewRestriction.objects.create(
        page=AgendaPage.objects.get(), restriction_type=PageViewRestriction.LOGIN
    )


def give_the_page_to_another(meeting):
    page = meeting.event_pages.get()
    page.meeting = make_meeting(start_date=date(2026, 2, 2))
    page.save_revision().publish()


@pytest.mark.parametrize(
    "change",
    [
        move,
        rename_theme,
        rename_commune,
        rename_venue,
        give_a_theme,
        publish_other_words,
        rename_the_agenda,
        withdraw,
        close,
        give_the_page_to_another,
    ],
)
def test_whatever_an_entry_tells_of_changes_it_at_once(
    meeting, change, django_capture_on_commit_callbacks
):
    before, number = sent(meeting), edition.current(edition.CALENDARS).number

    # Wagtail tells of a new slug once it is committed.
    with django_capture_on_commit_callbacks(execute=True):
        change(meeting)

    after = sent(meeting)
    assert after != before
    assert edition.current(edition.CALENDARS).number > number
    entries.write_stale(now=NOW, limit=None)
    assert sent(meeting) == after
    assert entries.rebuild()[1] == 0


def test_a_draft_changes_nothing(meeting):
    number = edition.current(edition.CALENDARS).number
    page = meeting.event_pages.get()
    page.title = "Un brouillon"
    page.save_revision()

    assert edition.current(edition.CALENDARS).number == number
    assert not CalendarEntry.objects.stale()


def test_a_change_that_is_undone_marks_nothing(meeting):
    with transaction.atomic():
        move(meeting)
        transaction.set_rollback(True)

    assert not CalendarEntry.objects.stale()


def test_what_is_marked_while_it_is_written_stays_stale(meeting, monkeypatch):
    move(meeting)
    rendered = entries._rendered

    def overtaken(stale):
        for entry, text in rendered(list(stale)):
            CalendarEntry.objects.filter(pk=entry.pk).mark(NOW)
            yield entry, text

    monkeypatch.setattr(entries, "_rendered", overtaken)
    entries.write_stale(now=NOW, limit=None)

    assert CalendarEntry.objects.stale().count() == 4


def test_changes_are_written_once_they_are_committed(
    meeting, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        move(meeting)

    assert not CalendarEntry.objects.stale()


def test_a_wrong_entry_is_found_and_put_right(meeting):
    right = stored(meeting)
    meeting.calendar_entries.filter(language="fr").update(text="faux")

    assert entries.rebuild() == (4, 1)
    assert stored(meeting) == right
    assert entries.rebuild() == (4, 0)


def test_words_are_in_the_language_asked_for_or_marked_as_french(meeting):
    (text,) = sent(meeting, "nl")

    assert event(text)["SUMMARY"] == "(FR) Une matinée"
    assert event(text)["UID"] == str(meeting.uuid)


def test_a_meeting_nobody_announced_has_no_text():
    unannounced = make_meeting()
    entries.write_stale(now=NOW, limit=None)

    assert stored(unannounced) == ""
    assert sent(unannounced) == []
