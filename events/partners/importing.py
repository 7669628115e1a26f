"""Taking over what a partner announces, from its address or from a file.

Entries are known by their UID and their date in a series (RFC 5545, 3.8.4.7 and
3.8.4.4). The partner's facts are renewed, the team's corrections and decisions stay.
What is no longer announced is kept, and said to be withdrawn.
"""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import PartnerCalendar, PartnerEntry
from events.partners import comparing, fetching, moderation, reading, unpacking
from events.partners.refusals import RefusedCalendarError

INTERNET = fetching.Network()
# A server is not asked « anything new? » for longer: its series reach further ahead.
WHOLE_AGAIN = timedelta(days=7)


def examine(body, calendar, *, now):
    """The reading of a file and what it would change; nothing is stored.

    Raises RefusedCalendarError.
    """
    found = reading.read(unpacking.text_of(body), now=now)
    return found, comparing.plan(calendar, found, now=now)


@transaction.atomic
def take_over(calendar, found, *, now):
    """Store what a reading changes; the plan that was carried out."""
    # Two readings at once would both find the same entry new.
    PartnerCalendar.objects.select_for_update().get(pk=calendar.pk)
    plan = comparing.plan(calendar, found, now=now)
    for entry in plan.new:
        entry.received_at = now
        entry.save()
    for change in plan.changed:
        change.entry.has_changed = moderation.has_news(change.entry)
        change.entry.save()
    # Nobody sees it: no new edition.
    PartnerEntry.objects.bulk_update(plan.same, ["sequence", "stamped_at"])
    for entry in plan.gone:
        entry.gone_at = now
        entry.save()
    _note(calendar, outcome=outcome_of(plan), read_at=now)
    return plan


def read_again(calendar, *, now, network=None):
    """Ask the partner's server and take over its answer; the outcome is noted.

    Returns how many entries changed. Raises RefusedCalendarError, once noted.
    """
    PartnerCalendar.objects.filter(pk=calendar.pk).update(asked_at=now)
    try:
        answer = fetching.fetch(
            calendar.address, network=network or INTERNET, **_known(calendar, now)
        )
        if not answer.is_new:
            _note(calendar, outcome=_("Nothing new since the last reading."))
            return 0
        text = unpacking.text_of(answer.body, answer.charset)
        plan = take_over(calendar, reading.read(text, now=now), now=now)
    except RefusedCalendarError as refusal:
        note_trouble(calendar, refusal.message)
        raise
    _note(calendar, etag=answer.etag, last_modified=answer.last_modified)
    return len(plan.new) + len(plan.changed) + len(plan.gone)


def outcome_of(plan):
    """What a reading found, in a few sentences for the team."""
    counts = [
        ngettext("%(count)s new entry", "%(count)s new entries", len(plan.new))
        % {"count": len(plan.new)},
        ngettext("%(count)s changed", "%(count)s changed", len(plan.changed))
        % {"count": len(plan.changed)},
        ngettext("%(count)s withdrawn", "%(count)s withdrawn", len(plan.gone))
        % {"count": len(plan.gone)},
    ]
    sentences = [f"{', '.join(counts)}."]
    if plan.older:
        sentences.append(
            _("%(count)s older than what is here, left as they are.")
            % {"count": plan.older}
        )
    return "\n".join([*sentences, *plan.left_out])


def note_trouble(calendar, message):
    _note(calendar, outcome=str(message), is_in_trouble=True)


def _known(calendar, now):
    """What the server gave last, unless it is time to read the whole again."""
    if calendar.read_at is None or calendar.read_at <= now - WHOLE_AGAIN:
        return {}
    return {"etag": calendar.etag, "last_modified": calendar.last_modified}


def _note(calendar, *, is_in_trouble=False, **facts):
    """Written beside the edition: how a reading went is nothing readers see."""
    facts["is_in_trouble"] = is_in_trouble
    PartnerCalendar.objects.filter(pk=calendar.pk).update(**facts)
    for name, value in facts.items():
        setattr(calendar, name, value)
