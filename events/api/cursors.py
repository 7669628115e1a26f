"""Where a reader of a long list has come to: after which meeting, in order of date.

A place in the order, not a count: what is added or removed before it moves nothing.
"""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

ORDER = ("start_date", "uuid")


class UnreadableCursorError(Exception):
    """It was not made here."""


@dataclass(frozen=True)
class Cursor:
    start_date: date
    uuid: UUID

    def __str__(self):
        said = json.dumps([self.start_date.isoformat(), self.uuid.hex])
        return base64.urlsafe_b64encode(said.encode()).decode().rstrip("=")

    def beyond(self, meetings):
        """Those of ``meetings`` that come after it."""
        later_that_day = Q(start_date=self.start_date, uuid__gt=self.uuid)
        return meetings.filter(Q(start_date__gt=self.start_date) | later_that_day)


def after(meeting):
    return Cursor(meeting.start_date, meeting.uuid)


def read(text):
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        day, key = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        return Cursor(date.fromisoformat(day), UUID(hex=key))
    except (ValueError, TypeError, AttributeError, binascii.Error) as error:
        raise UnreadableCursorError from error
