"""A calendar that subscribed once is right after whatever happens to a meeting."""

from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
from django.utils import timezone

from events import entries, scheduling
from events.models import Meeting
from tests.making import announce, make_commune, make_meeting, make_site, make_venue

pytestmark = pytest.mark.django_db
AGENDA = "/fr/agenda/calendrier.ics"


class Subscriber:
    """Keeps a store of its own, and takes over only what is newer (RFC 5546, 2.1.5).

    What a published calendar no longer holds is dropped.
    """

    def __init__(self, client):
        self.client = client
        self.etag = ""
        self.store = {}
        self.ignored = []

    def refresh(self):
        answer = self.client.get(AGENDA, headers={"if-none-match": self.etag})
        if answer.status_code == 304:
            return False
        self.etag = answer["ETag"]
        found = icalendar.Calendar.from_ical(answer.content).events
        self.store = {str(event["UID"]): self._newer(event) for event in found}
        return True

    def _newer(self, event):
        known = self.store.get(str(event["UID"]))
        if known is None or _age(event) > _age(known):
            return event
        if event.to_ical() != known.to_ical():
            self.ignored.append(event)
        return known

    def event(self, meeting):
        return self.store[str(meeting.uuid)]


def _age(event):
    return event["SEQUENCE"], event["DTSTAMP"].dt, event["LAST-MODIFIED"].dt


@pytest.fixture
def subscriber(client):
    return Subscriber(client)


@pytest.fixture
def meeting(clock):
    make_site()
    day = timezone.localdate() + timedelta(days=30)
    meeting = make_meeting(
        start_date=day, end_time=time(13), venue=make_venue(make_commune())
    )
    announce(meeting, "Une matinée")
    return meeting


@pytest.fixture
def clock(monkeypatch):
    """Each change comes a minute after the one before, as editors' do."""
    moments = iter(
        datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=n) for n in range(10_000)
    )

    class Clock:
        now = staticmethod(lambda: next(moments))

    monkeypatch.setattr(entries, "timezone", Clock)


def change(meeting, **facts):
    """What an editor saves in the screen of the meeting."""
    stored = Meeting.objects.get(pk=meeting.pk)
    for name, value in facts.items():
        setattr(stored, name, value)
    scheduling.record(stored, now=timezone.now())


def test_a_subscriber_follows_a_meeting_through_all_its_life(subscriber, meeting):
    day = meeting.start_date
    assert subscriber.refresh()
    assert subscriber.event(meeting)["SUMMARY"] == "Une matinée"
    assert subscriber.event(meeting)["SEQUENCE"] == 0

    page = meeting.event_pages.get()
    page.title = "Un autre titre"
    page.save_revision().publish()
    subscriber.refresh()
    assert subscriber.event(meeting)["SUMMARY"] == "Un autre titre"
    assert subscriber.event(meeting)["SEQUENCE"] == 0

    moved = day + timedelta(days=7)
    change(meeting, status="rescheduled", start_date=moved, previous_date=day)
    subscriber.refresh()
    assert subscriber.event(meeting).start.date() == moved
    assert subscriber.event(meeting)["SEQUENCE"] == 1

    change(meeting, status="postponed")
    subscriber.refresh()
    assert subscriber.event(meeting)["STATUS"] == "TENTATIVE"
    assert subscriber.event(meeting)["TRANSP"] == "TRANSPARENT"
    assert subscriber.event(meeting)["SEQUENCE"] == 2

    change(meeting, status="cancelled")
    subscriber.refresh()
    assert subscriber.event(meeting)["STATUS"] == "CANCELLED"
    assert subscriber.event(meeting)["SUMMARY"].startswith("[ANNULÉ]")
    assert subscriber.event(meeting)["SEQUENCE"] == 3

    change(meeting, status="scheduled")
    subscriber.refresh()
    assert subscriber.event(meeting)["STATUS"] == "CONFIRMED"
    assert subscriber.event(meeting)["SEQUENCE"] == 4

    page.delete()
    Meeting.objects.get(pk=meeting.pk).delete()
    assert subscriber.refresh()
    assert subscriber.store == {}
    assert not subscriber.ignored


def rename_the_room(meeting):
    meeting.venue.name_fr = "Une autre salle"
    meeting.venue.save()
    return "LOCATION"


def correct_the_street(meeting):
    meeting.venue.street = "avenue de l’Essai 2"
    meeting.venue.save()
    return "LOCATION"


def rename_the_commune(meeting):
    meeting.venue.commune.name_fr = "Ixelles"
    meeting.venue.commune.save()
    return "LOCATION"


def say_why(meeting):
    change(meeting, status_note_fr="La salle est prise.")
    return "DESCRIPTION"


def say_more(meeting):
    page = meeting.event_pages.get()
    page.summary = "Venez nombreux."
    page.save_revision().publish()
    return "DESCRIPTION"


@pytest.mark.parametrize(
    "act",
    [rename_the_room, correct_the_street, rename_the_commune, say_why, say_more],
)
def test_other_words_reach_subscribers_without_alarming_them(subscriber, meeting, act):
    subscriber.refresh()
    before = subscriber.event(meeting)

    name = act(meeting)

    subscriber.refresh()
    after = subscriber.event(meeting)
    assert after[name] != before[name]
    assert after["SEQUENCE"] == before["SEQUENCE"]
    assert not subscriber.ignored


def test_what_is_withdrawn_and_announced_again_is_taken_over(subscriber, meeting):
    page = meeting.event_pages.get()
    subscriber.refresh()
    page.unpublish()
    subscriber.refresh()
    assert subscriber.store == {}

    change(meeting, start_date=date(2099, 1, 5))
    page.refresh_from_db()
    page.save_revision().publish()

    subscriber.refresh()
    assert subscriber.event(meeting).start.date() == date(2099, 1, 5)


def test_a_subscriber_hears_nothing_while_nothing_changes(subscriber, meeting):
    assert subscriber.refresh()
    assert not subscriber.refresh()
