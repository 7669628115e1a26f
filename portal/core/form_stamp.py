"""What a form carries so that it is known again: when it was shown, and its number.

The same form posted twice has the same number, so it registers once. A form sent sooner
than anybody can read it, or with the field filled that nobody sees, may be a robot's:
then its sender copies four digits. People are never turned away.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.utils import timezone

from portal.core import signing

PURPOSE = "form"
# What stands in a form that is drawn for anybody, until somebody is sent it.
BLANK = "stamp-of-whoever-reads"
STALE_AFTER = timedelta(hours=24)
READING_TIME = timedelta(seconds=3)


class StaleFormError(Exception):
    """The form was shown too long ago, or not by the portal."""


@dataclass(frozen=True)
class Stamp:
    shown_at: datetime
    number: UUID = field(default_factory=uuid4)

    @property
    def token(self):
        return signing.token(PURPOSE, self.number, stamp=self.shown_at.timestamp())

    @property
    def digits(self):
        """What a sender copies who may be a robot."""
        return f"{self.number.int % 9000 + 1000}"

    def is_hasty(self, now):
        return settings.RATE_LIMITS and now - self.shown_at < READING_TIME


def filled(content):
    """The bytes of a form drawn for anybody, stamped for one reader."""
    token = Stamp(timezone.now()).token
    return content.replace(BLANK.encode(), token.encode())


def read(text, *, now):
    """The stamp a form came back with; StaleFormError when it no longer counts."""
    try:
        number, shown_at = signing.read(PURPOSE, text)
    except signing.LinkRefusedError as error:
        raise StaleFormError from error
    stamp = Stamp(datetime.fromtimestamp(float(shown_at), tz=UTC), UUID(number))
    if now - stamp.shown_at > STALE_AFTER:
        raise StaleFormError
    return stamp
