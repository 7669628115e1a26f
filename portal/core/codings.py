"""Content codings a reader takes (RFC 9110, 12.5.3), and bytes in them."""

import gzip
import re

import brotli

IDENTITY = ""
# Dearer ones gain little on text, and are made while somebody waits.
BROTLI_QUALITY = 5
GZIP_LEVEL = 6
PREFERRED = ("br", "gzip")
REFUSED = re.compile(r";\s*q\s*=\s*0(\.0*)?\s*$")


def chosen(accept_encoding):
    """The coding to answer in: « br », « gzip » or IDENTITY."""
    taken = {
        part.partition(";")[0].strip().lower()
        for part in accept_encoding.split(",")
        if not REFUSED.search(part)
    }
    return next((name for name in PREFERRED if name in taken), IDENTITY)


def encoded(body, coding):
    """``body`` in one of the codings; the same bytes each time."""
    if coding == "br":
        return brotli.compress(body, quality=BROTLI_QUALITY, mode=brotli.MODE_TEXT)
    if coding == "gzip":
        return gzip.compress(body, GZIP_LEVEL, mtime=0)
    return body
