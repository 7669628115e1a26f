"""How often words are looked for, and nothing of who looks.

What only published words, synonyms and their like are made of is counted at once. Any
other text may hold a name: it is written down only once it was asked for a third time,
by another address or on another day; before, the cache alone knows a fingerprint of it.
What looks like an address, a number or a sentence is never kept.
"""

import re
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from portal.core import limits
from portal.core.analysis import STOP_WORDS, words
from search import vocabulary
from search.models import QueryCount

MAX_WORDS, MAX_SIGNS = 6, 60
PERSONAL = re.compile(r"@|https?:|\d{5,}|(?:\d[ ./-]?){8,}")
# How often unknown words are asked for before they are written down.
ODD = 3
WHILE = timedelta(days=30)
KEPT_FOR = timedelta(days=180)
COMMON = frozenset().union(*STOP_WORDS.values())


def count(query, *, found, language, who, now):
    """Count one search of ``who``; True when it was written down."""
    said = words(query)
    if not said or len(said) > MAX_WORDS or len(query) > MAX_SIGNS:
        return False
    if PERSONAL.search(query) or not _may_be_kept(said, who, now):
        return False
    _add(" ".join(said), found, language, timezone.localdate(now))
    return True


def forget_old(*, now, limit):
    """Remove what was counted longer ago than it is kept; how many rows."""
    before = timezone.localdate(now) - KEPT_FOR
    return QueryCount.objects.filter(week__lt=before).delete()[0]


def _may_be_kept(said, who, now):
    known = vocabulary.current()
    if all(word in known or word in COMMON for word in said):
        return True
    text = " ".join(said)
    # The same person counts once a day, each stranger once.
    day = timedelta(days=1)
    if limits.count("asked", f"{text}/{who}", within=day, now=now).number > 1:
        return False
    return limits.count("asked", text, within=WHILE, now=now).number >= ODD


@transaction.atomic
def _add(text, found, language, day):
    week = day - timedelta(days=day.weekday())
    row, _created = QueryCount.objects.get_or_create(
        week=week, words=text, language=language
    )
    QueryCount.objects.filter(pk=row.pk).update(times=F("times") + 1, found=found)
