"""The words of a calendar entry, as calendar programs can show them."""

import re

import icalendar
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.core import plain_text
from portal.core.analysis import MIDDLE_DOTS

DOT = MIDDLE_DOTS.pattern
# « acteur·rice·s » becomes « acteur(rice)s ».
INCLUSIVE_ENDING = re.compile(rf"(?<=\w){DOT}(\w+)(?:{DOT}(\w+))?")
DOT_BETWEEN_WORDS = re.compile(rf"\s*{DOT}\s*")
ESCAPED = str.maketrans({"\\": "\\\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


class Text(icalendar.vText):
    """A value of type TEXT (RFC 5545, 3.3.11): any words come back as they were.

    The library's own takes a backslash before an N for the end of a line.
    """

    def __new__(cls, value):
        return super().__new__(cls, plain_text.clean(value))

    def to_ical(self):
        return self.translate(ESCAPED).encode()


def one_line(text):
    """``text`` without middle dots, which many calendars show as nothing."""
    text = INCLUSIVE_ENDING.sub(r"(\1)\2", str(text))
    text = DOT_BETWEEN_WORDS.sub(" – ", text).strip(" –")
    return Text(" ".join(Text(text).split()))


def summary(line):
    """« [ANNULÉ] (FR) Une matinée (exemple) »"""
    meeting, foreign = line.meeting, foreign_language(line)
    mark = ""
    if meeting.is_cancelled:
        mark = _("[CANCELLED]")
    elif meeting.is_postponed:
        mark = _("[POSTPONED]")
    language = f"({foreign.upper()})" if foreign else ""
    example = f"({_('example')})" if meeting.is_example else ""
    return one_line(" ".join([mark, language, line.title, example]))


def foreign_language(line):
    """The language of its page where that is not the reader's own, or nothing."""
    page = line.event_page or line.report_page
    language = page.locale.language_code if page else get_language()
    return "" if language == get_language() else language


def paragraphs(line):
    """What is new, what is uncertain, what it is about."""
    unsure = _("To be confirmed") if line.meeting.to_confirm else ""
    said = [line.news_words, line.meeting.status_note, unsure, line.summary]
    return [Text(text) for text in said if text]


def plain(texts, address):
    """The paragraphs and where to read more: not all calendars show URL."""
    return Text("\n\n".join([*texts, address] if address else texts))


def styled(texts, address):
    """The same as HTML."""
    said = format_html_join("", "<p>{}</p>", ((linebreaksbr(text),) for text in texts))
    if not address:
        return Text(said)
    words = _("Programme and registration")
    return Text(format_html('{}<p><a href="{}">{}</a></p>', said, address, words))
