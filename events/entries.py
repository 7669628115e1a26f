"""Calendar entries: rendered when what they tell of changes, and stored as sent.

Whatever an entry says (facts, words, names of places and themes, the address of its
page) marks it when it changes, in the same transaction; it is written anew once that is
committed, and by the worker. Who reads meanwhile is given it as it will be.
"""

from datetime import UTC, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from events import ical
from events.announcements import Words
from events.models import CalendarEntry, Meeting
from portal.core import edition

# An entry says nothing that changes with the clock alone.
ANY_TIME = datetime.min.replace(tzinfo=UTC)
# Written as soon as the change is committed; of more, the worker writes the rest.
AT_ONCE = 20
PORTION = 200


def mark(meetings):
    """Have the entries of ``meetings`` written anew, in the caller's transaction."""
    # Whoever changes calendars waits here for who does already: from one commit to the
    # next, the moment below only grows.
    edition.advance(of=edition.CALENDARS)
    CalendarEntry.objects.filter(meeting__in=meetings).mark(timezone.now())
    transaction.on_commit(_write_some)


def prepare(meeting):
    """Give a new meeting its entries, one per language; nothing where it has them."""
    CalendarEntry.objects.bulk_create(
        [
            CalendarEntry(meeting=meeting, language=language)
            for language, _name in settings.LANGUAGES
        ],
        ignore_conflicts=True,
    )


def write_stale(*, now, limit):
    """Write what is stale; how many entries were."""
    stale = CalendarEntry.objects.stale().order_by("pk")[:limit]
    return sum(
        # What was marked again meanwhile stays stale.
        CalendarEntry.objects.filter(pk=entry.pk).update(
            text=text, written=entry.wanted
        )
        for entry, text in _rendered(stale)
    )


def texts(meetings, language):
    """The entries of ``meetings`` in their order, as calendars are sent them now.

    Costs one query, however many there are, and seven more where some are stale.
    """
    entries = CalendarEntry.objects.filter(meeting__in=meetings, language=language)
    rows = list(
        entries.order_by(
            "meeting__start_date", "meeting__start_time", "meeting_id"
        ).values_list("pk", "text", "wanted", "written")
    )
    late = [pk for pk, _text, wanted, written in rows if wanted != written]
    fresh = {
        entry.pk: text
        for start in range(0, len(late), PORTION)
        for entry, text in _rendered(entries.filter(pk__in=late[start:][:PORTION]))
    }
    return [
        text
        for text in (fresh.get(pk, stored) for pk, stored, *_versions in rows)
        if text
    ]


def rebuild():
    """Write every entry anew; how many there are, and how many were not as stored."""
    for meeting in Meeting.objects.filter(calendar_entries=None):
        prepare(meeting)
    keys = list(CalendarEntry.objects.order_by("pk").values_list("pk", flat=True))
    wrong = 0
    for start in range(0, len(keys), PORTION):
        portion = CalendarEntry.objects.filter(pk__in=keys[start:][:PORTION])
        wrong += sum(_rewrite(entry, text) for entry, text in _rendered(portion))
    if wrong:
        edition.advance(of=edition.CALENDARS)
    return len(keys), wrong


def _rewrite(entry, text):
    """True where the entry was not as it should be."""
    if text == entry.text and entry.wanted == entry.written:
        return False
    same = CalendarEntry.objects.filter(pk=entry.pk)
    return bool(same.update(text=text, written=entry.wanted))


def _write_some():
    write_stale(now=None, limit=AT_ONCE)


def _rendered(entries):
    """Each entry with the text it should have."""
    # Their versions are read before the facts: what changes in between stays stale.
    by_language = {}
    for entry in entries:
        by_language.setdefault(entry.language, {})[entry.meeting_id] = entry
    keys = {key for group in by_language.values() for key in group}
    words = Words(Meeting.objects.filter(pk__in=keys).with_subjects())
    for language, group in by_language.items():
        with translation.override(language):
            texts = _texts_of(group, words)
        for key, entry in group.items():
            yield entry, texts.get(key, "")


def _texts_of(entries, words):
    """What is sent in the active language, by meeting; only of what is public."""
    return {
        line.meeting.pk: ical.entry(line, entries[line.meeting.pk].changed_at)
        for line in words.lines(ANY_TIME)
        if line.meeting.pk in entries
    }
