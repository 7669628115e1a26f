"""Which addresses of the network the portal may ask: the public ones, by name.

A partner's address is typed by an editor and its redirects by anybody: none may lead
into the network the portal stands in (RFC 1918, 4193, 6598, 6890).
"""

import ipaddress
import re
import socket
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from events.partners.refusals import RefusedCalendarError

HTTPS_PORT = 443
# A name with a dot whose last label is not a number: « 2130706433 », « 0177.1 » and
# « [::1] » are addresses in disguise, which no calendar needs.
NAME = re.compile(r"(?:[a-z0-9_-]{1,63}\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})")
# They wrap or stand for an IPv4 address that is not looked at.
WRAPPING = [
    ipaddress.ip_network(network)
    for network in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")
]


def host_of(address):
    """The host of an https address, as the network knows it; else a refusal."""
    try:
        parts = urlsplit(address)
        port, host = parts.port, (parts.hostname or "").rstrip(".")
        host = host.encode("idna").decode().lower()
    except ValueError as error:
        raise RefusedCalendarError(_("This address cannot be read.")) from error
    if parts.scheme != "https":
        raise RefusedCalendarError(_("The address must begin with https://."))
    if parts.username is not None or port not in {None, HTTPS_PORT}:
        raise RefusedCalendarError(
            _("The address may hold neither a user name nor a port.")
        )
    if not NAME.fullmatch(host):
        raise RefusedCalendarError(
            _("Give the name of the site, such as agenda.partner.be, not a number.")
        )
    return host


def resolve(host):
    """The addresses the host has, as text."""
    found = socket.getaddrinfo(host, HTTPS_PORT, type=socket.SOCK_STREAM)
    return [place[0] for *_kind, place in found]


def checked(host, resolve):
    """One address of ``host`` to connect to; all it has must be public."""
    try:
        found = resolve(host)
    except (OSError, UnicodeError) as error:
        raise RefusedCalendarError(
            _("No site is found at this address. Check how it is written.")
        ) from error
    if not found or not all(is_public(text) for text in found):
        raise RefusedCalendarError(
            _("This address leads into a private network: it is not asked.")
        )
    return found[0]


def is_public(text):
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    if mapped:
        return is_public(str(mapped))
    wrapped = any(
        address.version == network.version and address in network
        for network in WRAPPING
    )
    return address.is_global and not (
        wrapped or address.is_multicast or address.is_reserved
    )
