"""Asking a partner's server for its calendar, without trusting it.

The name is resolved once, the address it has is checked, and the connection goes to
that very address: a name that changes its mind in between gains nothing. Redirects are
followed by hand, each checked as the first. No answer lasts or weighs more than it may.
"""

import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPSConnection
from threading import Timer
from urllib.parse import urljoin, urlsplit

from django.utils.translation import gettext as _

from events.partners import addresses
from events.partners.refusals import RefusedCalendarError
from events.partners.unpacking import LARGEST, too_large, unzipped

CONNECTING = 5  # seconds
SILENCE = 10  # seconds, between two pieces
IN_ALL = 20  # seconds, for one answer
REDIRECTS = 3
REDIRECTED = {301, 302, 303, 307, 308}
NOTHING_NEW = 304


def dial(address, timeout):
    return socket.create_connection((address, addresses.HTTPS_PORT), timeout)


@dataclass(frozen=True)
class Network:
    """Where the portal ends and the network begins."""

    resolve: object = addresses.resolve
    dial: object = dial
    trust: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    in_all: float = IN_ALL


@dataclass(frozen=True)
class Answer:
    body: bytes = b""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    is_new: bool = True


def fetch(address, *, network, accept="text/calendar", etag="", last_modified=""):
    """What is at ``address`` now; not ``is_new`` where it is as it was known.

    Raises RefusedCalendarError.
    """
    asked = {
        "Accept": accept,
        "Accept-Encoding": "gzip",
        "User-Agent": "portal-calendars",
    }
    conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    asked |= {name: value for name, value in conditions.items() if value}
    for _step in range(REDIRECTS + 1):
        answer = _ask(address, asked, network)
        if isinstance(answer, Answer):
            return answer
        address = _joined(address, answer)
    raise RefusedCalendarError(_("This address redirects too many times."))


def _joined(address, target):
    try:
        return urljoin(address, target)
    except ValueError as error:
        raise RefusedCalendarError(_("This address cannot be read.")) from error


def _ask(address, headers, network):
    """The answer, or the address it redirects to."""
    host = addresses.host_of(address)
    place = addresses.checked(host, network.resolve)
    connection = _PinnedConnection(host, place, network)
    # Cuts whatever goes on, be it one byte a second.
    watch = Timer(network.in_all, connection.cut)
    watch.daemon = True
    watch.start()
    try:
        connection.request("GET", _target(address), headers=headers)
        answer = _read(connection.getresponse())
    except ssl.SSLCertVerificationError as error:
        raise RefusedCalendarError(
            _("The site has no valid certificate: nobody can tell that it is theirs.")
        ) from error
    except (OSError, HTTPException, ValueError) as error:
        raise _no_answer() from error
    finally:
        watch.cancel()
        connection.close()
    if connection.was_cut:
        # What came before may look whole.
        raise _no_answer()
    return answer


def _no_answer():
    return RefusedCalendarError(
        _("The site does not answer as it should, or takes too long.")
    )


def _target(address):
    parts = urlsplit(address)
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"


def _read(response):
    location = response.headers.get("Location")
    if response.status in REDIRECTED and location:
        return location
    if response.status == NOTHING_NEW:
        return Answer(is_new=False)
    if response.status != 200:
        raise RefusedCalendarError(
            _("The site answers with error %(number)s instead of a calendar.")
            % {"number": response.status}
        )
    return Answer(
        body=_body(response),
        charset=response.headers.get_content_charset() or "",
        etag=_short(response.headers.get("ETag"), 255),
        last_modified=_short(response.headers.get("Last-Modified"), 64),
    )


def _body(response):
    body = response.read(LARGEST + 1)
    if len(body) > LARGEST:
        raise too_large()
    if response.length:
        raise HTTPException("the body is shorter than announced")
    coding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if coding in {"gzip", "x-gzip"}:
        return unzipped(body)
    if coding != "identity":
        raise RefusedCalendarError(_("The site sends it packed in an unknown way."))
    return body


def _short(value, length):
    """What fits and may be sent back as it came; else nothing, and all is asked."""
    value = value or ""
    return value if len(value) <= length and value.isascii() else ""


class _PinnedConnection(HTTPSConnection):
    """Speaks with ``host``, at the one address that was checked."""

    def __init__(self, host, place, network):
        super().__init__(host, timeout=SILENCE)
        self._place = place
        self._network = network
        # ``sock`` is let go of while the last answer is still read.
        self._wire = None
        self.was_cut = False

    def connect(self):
        raw = self._network.dial(self._place, CONNECTING)
        raw.settimeout(SILENCE)
        self.sock = self._wire = self._network.trust.wrap_socket(
            raw, server_hostname=self.host, do_handshake_on_connect=False
        )
        self.sock.do_handshake()

    def cut(self):
        self.was_cut = True
        # It may be over already, or not have begun.
        with suppress(OSError, TypeError):
            # Not the one of TLS, which would be polite and wait.
            socket.socket.shutdown(self._wire, socket.SHUT_RDWR)
