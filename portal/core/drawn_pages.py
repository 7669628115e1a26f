"""A page drawn for anybody is given to the next reader too, for as long as it is true.

What a page says rests on the edition in force and on the minute it is read in: meetings
begin and end, registration opens and closes, on a minute. Both are in the key, so no
answer is ever stale. Pages are kept in the memory of each process: reading writes
nowhere, and nobody else can read them there.
"""

from hashlib import blake2b
from threading import RLock

from django.conf import settings
from django.core.cache import caches
from django.utils import timezone
from django.utils.translation import get_language

from portal.core import edition

# Longer addresses are nobody's link: they would only push out what people read.
LONGEST_ADDRESS = 200
KEPT_FOR = 90  # seconds: a minute, and what drawing may take
# Enough that two pages seldom wait for each other; a page may ask for another one.
DRAWING = [RLock() for _page in range(64)]


class DrawnPages:
    """Gives anonymous readers what a page said to the last of them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not _is_for_anybody(request):
            return _filled(self.get_response(request))
        key = _key(request, timezone.now())
        return _filled(caches["pages"].get(key) or self._drawn(request, key))

    def _drawn(self, request, key):
        """One draws a page; a crowd that asks at once waits for it."""
        with DRAWING[hash(key) % len(DRAWING)]:
            drawn = caches["pages"].get(key)
            if drawn is None:
                drawn = self.get_response(request)
                if request.method == "GET" and _may_be_kept(drawn):
                    caches["pages"].set(key, drawn, timeout=KEPT_FOR)
        return drawn


def for_anybody(response):
    """Mark an answer that is the same for whoever is not signed in."""
    response.is_for_anybody = True
    return response


def drawn_once(request, key, draw):
    """The text ``draw()`` gives, drawn once a minute for whoever is not signed in.

    For answers at addresses of their own that say the same but for what is filled in.
    They must not tell how many places are left: ``edition.kept`` says why.
    """
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        return draw()
    whose = request.get_host(), get_language(), _minute(timezone.now())
    return edition.kept(("drawn", *whose, *key), draw)


def filled_each_time(response, fill):
    """Let ``fill``, a function of a module, write into the bytes for each reader."""
    response.fill = fill
    return response


def _filled(response):
    fill = getattr(response, "fill", None)
    if fill:
        response.content = fill(response.content)
        if response.has_header("Content-Length"):
            response.headers["Content-Length"] = str(len(response.content))
    return response


def _is_for_anybody(request):
    return (
        request.method in {"GET", "HEAD"}
        # Pages end so; calendars and files have caches of their own.
        and request.path_info.endswith("/")
        # A signed link, which opens what is for one reader.
        and ":" not in request.path_info
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and len(request.get_full_path()) <= LONGEST_ADDRESS
    )


def _may_be_kept(response):
    marked = getattr(response, "is_for_anybody", False)
    return marked and response.status_code == 200 and not response.cookies


def _key(request, now):
    host = request.META.get("HTTP_HOST", "")
    address = f"{host} {request.get_full_path()}"
    # Caches take no blanks, and addresses come with any sign there is.
    digest = blake2b(address.encode(), digest_size=16).hexdigest()
    return f"{edition.current().number}/{_minute(now)}/{digest}"


def _minute(now):
    return int(now.timestamp()) // 60
