"""Reading the feeds of partners twice a day; what they announce waits for the team."""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.partners import fetching
from events.partners.importing import INTERNET
from events.partners.refusals import RefusedCalendarError
from trainings.models import FeedEntry, PartnerFeed
from trainings.partners import reading

TWICE_A_DAY = timedelta(hours=12)
# Mail waits while servers are asked: a few at a time.
AT_ONCE = 5
ACCEPTED = (
    "application/feed+json, application/rss+xml, application/atom+xml, text/calendar, "
    "application/json;q=0.8, application/xml;q=0.8, text/xml;q=0.8"
)
THEIRS = ("title", "summary", "url", "day")

log = logging.getLogger(__name__)


def fetch_feeds(*, now, limit):
    """Read the feeds whose hour has come; how many entries came or changed."""
    due = Q(asked_at=None) | Q(asked_at__lte=now - TWICE_A_DAY)
    feeds = PartnerFeed.objects.filter(due, is_active=True)
    asked_longest_ago = feeds.order_by(F("asked_at").asc(nulls_first=True), "pk")
    portion = list(asked_longest_ago[: min(limit, AT_ONCE)])
    return sum(_read(feed, now) for feed in portion)


def read_feed(feed, *, now, network=None):
    """Ask the partner's server; how many entries came or changed.

    Raises RefusedCalendarError, once noted.
    """
    PartnerFeed.objects.filter(pk=feed.pk).update(asked_at=now)
    try:
        answer = fetching.fetch(
            feed.address,
            network=network or INTERNET,
            accept=ACCEPTED,
            etag=feed.etag,
            last_modified=feed.last_modified,
        )
        if not answer.is_new:
            _note(feed, outcome=_("Nothing new since the last reading."))
            return 0
        announced = reading.read(answer.body, answer.charset, now=now)
    except RefusedCalendarError as refusal:
        _note(feed, outcome=str(refusal.message))
        raise
    count = take_over(feed, announced, now=now)
    words = ngettext(
        "%(count)s new entry to read.", "%(count)s new entries to read.", count
    )
    _note(
        feed,
        outcome=words % {"count": count},
        etag=answer.etag,
        last_modified=answer.last_modified,
    )
    return count


@transaction.atomic
def take_over(feed, announced, *, now):
    """Keep what is new for the team, renew what it has not read; how many of both.

    What was decided stays decided, whatever the partner writes of it later.
    """
    known = {entry.uid: entry for entry in feed.entries.all()}
    count = 0
    for one in announced:
        entry = known.get(one.uid)
        theirs = {name: getattr(one, name) for name in THEIRS}
        if entry is None:
            FeedEntry.objects.create(feed=feed, uid=one.uid, received_at=now, **theirs)
        elif entry.state != FeedEntry.State.WAITING or _says(entry) == theirs:
            continue
        else:
            FeedEntry.objects.filter(pk=entry.pk).update(**theirs)
        count += 1
    return count


def _says(entry):
    return {name: getattr(entry, name) for name in THEIRS}


def _read(feed, now):
    try:
        return read_feed(feed, now=now)
    except RefusedCalendarError:
        # Noted on the feed, where the team sees it.
        return 0
    except Exception:
        # One feed must not keep the others from being read.
        log.exception("partner feed %s could not be read", feed.pk)
        _note(feed, outcome=_("The portal could not read this feed."))
        return 0


def _note(feed, **facts):
    outcome = facts.pop("outcome")
    PartnerFeed.objects.filter(pk=feed.pk).update(outcome=outcome[:300], **facts)
