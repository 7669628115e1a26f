"""The date that goes with a mail: put in the reader's calendar, or taken out of it."""

from django.utils.translation import pgettext

from events import ical
from portal.core.outbox import Attachment

PUBLISHED = {"registered", "promoted", "moved", "meeting_moved"}
TAKEN_OUT = {"cancelled", "meeting_cancelled"}


def of(facts):
    """The files of one mail; only who was given a seat was given its date."""
    reason = facts.reason
    method = "PUBLISH" if reason in PUBLISHED else "CANCEL"
    if reason not in PUBLISHED | TAKEN_OUT or not facts.registration.confirmed_at:
        return []
    return [
        Attachment(
            name=pgettext("name of a file", "meeting.ics"),
            text=ical.single(facts.line, method=method, stamp=facts.now).decode(),
            subtype="calendar",
            parameters=(("method", method),),
        )
    ]
