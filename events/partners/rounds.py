"""What the worker does for partners' calendars: it reads each once an hour."""

import logging
from datetime import timedelta

from django.db.models import F, Q
from django.utils.translation import gettext as _

from events.models import PartnerCalendar, PartnerEntry
from events.partners import importing
from events.partners.refusals import RefusedCalendarError

EACH_HOUR = timedelta(minutes=60)
# Mail and waiting lists wait while servers are asked: a few at a time.
AT_ONCE = 5
KEPT = timedelta(days=365)

log = logging.getLogger(__name__)


def fetch_partners(*, now, limit):
    """Read the calendars whose hour has come; how many entries changed."""
    due = Q(asked_at=None) | Q(asked_at__lte=now - EACH_HOUR)
    calendars = PartnerCalendar.objects.filter(due, is_active=True).exclude(address="")
    asked_longest_ago = calendars.order_by(F("asked_at").asc(nulls_first=True), "pk")
    portion = asked_longest_ago[: min(limit, AT_ONCE)]
    return sum(_read(calendar, now) for calendar in list(portion))


def forget_partners(*, now, limit):
    """Delete what took place more than a year ago; how many entries did."""
    old = PartnerEntry.objects.filter(over_at__lte=now - KEPT).order_by("pk")[:limit]
    count, _by_model = PartnerEntry.objects.filter(pk__in=[e.pk for e in old]).delete()
    return count


def _read(calendar, now):
    try:
        return importing.read_again(calendar, now=now)
    except RefusedCalendarError:
        # Noted on the calendar, where the team sees it.
        return 0
    except Exception:
        # One calendar must not keep the others from being read.
        log.exception("partner calendar %s could not be read", calendar.pk)
        importing.note_trouble(calendar, _("The portal could not read this calendar."))
        return 0
