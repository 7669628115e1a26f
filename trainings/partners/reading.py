"""From the bytes of a feed to what it announces: RSS, Atom, JSON Feed or iCalendar.

All of it is plain text of bounded length; an address is one of the web, or nothing.
Only the first entries are read. What cannot be understood is left out; a body that is
no feed is refused whole.
"""

import json
from dataclasses import dataclass
from datetime import date
from html import unescape
from urllib.parse import urlsplit

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from django.core.exceptions import SuspiciousOperation
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from events.partners import reading, unpacking
from events.partners.refusals import RefusedCalendarError
from portal.core.plain_text import clean
from trainings.models.partner_feed import LONGEST_ADDRESS, FeedEntry

MOST = 200
# What is read of a text before it is shortened: no announcement is longer.
LONGEST_TEXT = 20_000
LONGEST = {
    name: FeedEntry._meta.get_field(name).max_length
    for name in ("uid", "title", "summary")
}


@dataclass(frozen=True)
class Announced:
    uid: str
    title: str
    summary: str = ""
    url: str = ""
    day: date | None = None


def read(body, charset="", *, now):
    """What the feed ``body`` (bytes) announces, each once, at most ``MOST``.

    Raises RefusedCalendarError.
    """
    begins = body.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].upper()
    if begins.startswith(b"BEGIN:VCALENDAR"):
        told = _of_calendar(unpacking.text_of(body, charset), now)
    elif begins.startswith(b"{"):
        told = _of_json(body)
    elif begins.startswith(b"<"):
        told = _of_xml(body)
    else:
        raise _refused()
    found = {}
    for one in told:
        if one and len(found) < MOST:
            found.setdefault(one.uid, one)
    return list(found.values())


def _of_calendar(text, now):
    for one in reading.read(text, now=now).announced:
        facts = one.facts
        if not facts["is_cancelled"]:
            # A series is one training: its dates are for the team to take over.
            yield _announced(
                one.uid, facts["title"], "", facts["url"], facts["start_date"]
            )


def _of_json(body):
    try:
        feed = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise _refused() from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise _refused()
    for item in items:
        if isinstance(item, dict):
            known = item.get("id") or item.get("url")
            said = (
                item.get("summary")
                or item.get("content_text")
                or item.get("content_html")
            )
            yield _announced(known, item.get("title"), said, item.get("url"))


def _of_xml(body):
    try:
        root = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise _refused() from error
    if _name(root) not in {"rss", "feed", "RDF"}:
        raise _refused()
    for node in root.iter():
        if _name(node) in {"item", "entry"}:
            yield _of_node(node)


def _of_node(node):
    parts = {}
    for child in node:
        name = _name(child)
        if name == "link" and child.get("href"):
            # Atom has several links; the one without a relation is the page.
            if child.get("rel", "alternate") == "alternate":
                parts.setdefault("link", child.get("href"))
        else:
            parts.setdefault(name, "".join(child.itertext()))
    url = parts.get("link", "")
    known = parts.get("guid") or parts.get("id") or url
    said = parts.get("description") or parts.get("summary") or parts.get("content")
    return _announced(known, parts.get("title"), said, url)


def _name(node):
    """The name of an element without its namespace; comments have none."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _announced(uid, title, summary, url, day=None):
    """One announcement, or None where it says neither what it is nor its name."""
    title, uid = _plain(title, LONGEST["title"]), _plain(uid, LONGEST["uid"])
    if not title or not uid:
        return None
    return Announced(uid, title, _plain(summary, LONGEST["summary"]), _web(url), day)


def _plain(value, longest):
    if not isinstance(value, (str, int)):
        return ""
    try:
        text = strip_tags(unescape(str(value)[:LONGEST_TEXT]))
    except SuspiciousOperation:
        # Tags in tags in tags: nobody wrote that for readers.
        return ""
    return Truncator(" ".join(clean(text).split())).chars(longest)


def _web(url):
    text = str(url or "").strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    is_web = parts.scheme in {"http", "https"} and parts.netloc
    return text if is_web and len(text) <= LONGEST_ADDRESS else ""


def _refused():
    return RefusedCalendarError(
        _("This is no feed: RSS, Atom, JSON Feed or iCalendar can be read.")
    )
