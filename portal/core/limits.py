"""How often somebody may do something in a while: counted in the cache, then forgotten.

Neither an address nor an e-mail is kept: only a fingerprint that cannot be read back.
Where the cache cannot add one at a time, two at the same instant may count as one.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

# For how long tries are counted, and known at all.
WHILE = timedelta(minutes=10)


@dataclass(frozen=True)
class Tries:
    number: int
    # How long until the count begins again.
    minutes_left: int


NONE = Tries(0, 0)


def count(what, who, *, within, now):
    """One more try of ``who`` at ``what``, and how many that makes ``within`` a while.

    Nothing is counted where the settings turn limits off.
    """
    if not settings.RATE_LIMITS:
        return NONE
    seconds = int(within.total_seconds())
    window, past = divmod(int(now.timestamp()), seconds)
    fingerprint = salted_hmac("portal.limits", str(who), algorithm="sha256").hexdigest()
    key = f"limit/{what}/{window}/{fingerprint[:32]}"
    cache.add(key, 0, timeout=seconds)
    return Tries(_one_more(key, seconds), ceil((seconds - past) / 60))


def _one_more(key, seconds):
    try:
        return cache.incr(key)
    except ValueError:
        # The cache dropped it meanwhile, or there is none.
        cache.set(key, 1, timeout=seconds)
        return 1
