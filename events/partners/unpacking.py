"""From the bytes a partner sends to a text that is bounded in every direction."""

import codecs
import re
import zlib

from django.utils.translation import gettext as _

from events.partners.refusals import RefusedCalendarError

LARGEST = 2_000_000  # bytes, packed or not
# Written in the answer of a server, they are believed; all else must be UTF-8.
CHARSETS = {"utf-8", "ascii", "iso8859-1", "iso8859-15", "cp1252"}
# A calendar is text: these are never part of one (RFC 5545, 3.1).
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
GZIP = 16 + zlib.MAX_WBITS


def too_large():
    return RefusedCalendarError(
        _("This calendar is larger than %(size)s MB: ask for one with fewer dates.")
        % {"size": LARGEST // 1_000_000}
    )


def unzipped(body):
    """What ``body`` holds; never more is unpacked than may be kept."""
    unpacking = zlib.decompressobj(GZIP)
    try:
        text = unpacking.decompress(body, LARGEST + 1)
    except zlib.error as error:
        raise RefusedCalendarError(
            _("What the site sends cannot be unpacked.")
        ) from error
    if len(text) > LARGEST:
        raise too_large()
    if not unpacking.eof or unpacking.unused_data:
        raise RefusedCalendarError(_("What the site sends cannot be unpacked."))
    return text


def text_of(body, charset=""):
    """The text of a calendar; refused is what is none, whatever it says it is."""
    if len(body) > LARGEST:
        raise too_large()
    text = _decoded(body, charset)
    if not text.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        raise RefusedCalendarError(
            _("This is not a calendar: an .ics file begins with BEGIN:VCALENDAR.")
        )
    if CONTROLS.search(text):
        raise RefusedCalendarError(_("This calendar holds signs that are no text."))
    return text


def _decoded(body, charset):
    if body.startswith(codecs.BOM_UTF8):
        charset = ""
    try:
        name = codecs.lookup(charset or "utf-8").name
        if name not in CHARSETS:
            raise LookupError(name)
        return body.decode("utf-8-sig" if name == "utf-8" else name)
    except (LookupError, ValueError) as error:
        raise RefusedCalendarError(
            _("The letters of this calendar cannot be read: ask for it in UTF-8.")
        ) from error
