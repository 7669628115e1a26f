"""What a second reader would point out before a text goes online.

Each function takes a text and gives findings; none blocks anything. Most rules are
those of French, and of a sheet of paper that becomes a page.
"""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from portal.core import passages, typed_dates
from portal.core.blocks.links import says_nothing
from portal.core.rich_text import PAPER_CLASS

PARAGRAPHS = ["p", "li", "h2", "h3", "h4", "blockquote", "td", "th"]
PAIRS = ("()", "«»", "[]", "“”")
EXCERPT = 60

UNITS = "|".join(
    [
        *typed_dates.MONTHS,
        *typed_dates.WEEKDAYS,
        *("semaine", "week-end", "mois", "trimestre", "semestre", "année", "an", "été"),
        *("automne", "hiver", "printemps"),
    ]
)
# Masculine plurals of participles and adjectives; other words end so too.
MASCULINE = "és|is|us|ants|ents|erts|orts|aux|eux|els|ifs|ins|eurs|iers"
NO_ACCORD = (
    "ailleurs|aux|ceux|dans|depuis|dessous|dessus|deux|leurs|lors|mais|mieux|moins|nous|"
    "parmi|pas|plus|plusieurs|puis|quels|lesquels|desquels|auxquels|tous|sans|selon|sous|tandis|très|vers|vis|volontiers|vous"
)
BEFORE = "tous|certains|nombreux|nouveaux|anciens|quelques-uns"
BOTH_FORMS = r"\w+[·•‧⋅]\w*s"
BETWEEN = "non|peu|très|plus|bien|sont|étaient|ont été"


@dataclass(frozen=True)
class Finding:
    code: str
    message: str
    # The words to look for, as they stand in the text.
    excerpt: str


PHRASES = (
    (
        "paper",
        re.compile(r"\b(?:(?:voir|cf\.?)\s+(?:au\s+)?|au\s+)(?:recto|verso)\b", re.I),
        gettext_lazy(
            "Only makes sense on a sheet: mark these words « On paper only », or say "
            "where to look."
        ),
    ),
    (
        "relative_date",
        re.compile(
            rf"\b(?:\d{{1,2}}(?:er)?\s+)?(?:{UNITS})\s+(?:derni|prochain)\w*\b", re.I
        ),
        gettext_lazy(
            "Wrong as soon as time has passed: write the date, or insert the meeting."
        ),
    ),
    (
        "accord",
        re.compile(
            rf"\b{BOTH_FORMS}\s+(?:(?:{BETWEEN})\s+)?"
            rf"(?!(?:{NO_ACCORD})\b)\w*(?:{MASCULINE})\b"
            rf"|\b(?:{BEFORE})\s+(?:les\s+)?{BOTH_FORMS}\b",
            re.I,
        ),
        gettext_lazy(
            "Both forms are named: let the words around agree with both, as in "
            "« professionnel·les issu·es »."
        ),
    ),
    (
        "raw_link",
        re.compile(r"\[[^\]]+\]\([^)]*\)"),
        gettext_lazy("This link leads nowhere."),
    ),
)
# « Voir support de présentation ici »: the link was lost on the way.
HERE = re.compile(
    r"(?:\b(?:voir|consultez|cliquez|téléchargez)\b|→)[^.!?]*?\bici\b", re.I
)
RELATIVE = re.compile(r"\s+(?:derni|prochain)", re.I)
ENUMERATOR = re.compile(r"(?:^|\s)(?:\d{1,2}|[a-z])\)")
BETWEEN_DATES = re.compile(
    rf"\s*(?:,|et|ou|au|–|-)\s*(?:le\s+|au\s+)?(?:(?:{'|'.join(typed_dates.WEEKDAYS)})\s+)?",
    re.I,
)


def of(page):
    """All that every room has to say about ``page``."""
    checks = hooks.get_hooks("proofread_page")
    return [finding for check in checks for finding in check(page)]


def of_texts(page):
    """What is to be said of the texts of ``page``, whatever they are about."""
    rules = of_french if page.locale.language_code == "fr" else of_html
    return [finding for text in passages.texts(page) for finding in rules(text)]


def of_french(html):
    soup = without_paper(html)
    found = [*of_html(html), *lost_links(soup)]
    for text in paragraphs(soup):
        found += [*phrases(text), *days_without_year(text)]
    return found


def of_html(html):
    """What holds in every language."""
    soup = without_paper(html)
    alone = (finding for text in paragraphs(soup) for finding in unbalanced(text))
    return [*links(soup), *alone]


def without_paper(html):
    """The text as it is read on screen."""
    soup = BeautifulSoup(html, "html.parser")
    for words in soup.select(f".{PAPER_CLASS}"):
        words.decompose()
    return soup


def paragraphs(soup):
    return [tag.get_text() for tag in _leaves(soup)]


def links(soup):
    """Links that lead nowhere or whose words say nothing."""
    found = []
    for link in soup("a"):
        label = link.get_text().strip()
        if not (link.get("linktype") or link.get("href", "").strip("# ")):
            found.append(Finding("dead_link", _("This link leads nowhere."), label))
        if not label or says_nothing(label):
            message = _(
                "Say where the link leads: read alone, these words say nothing."
            )
            found.append(Finding("empty_link", message, label))
    return found


def lost_links(soup):
    """« Voir support de présentation ici », where « ici » is no link any more."""
    message = _("This link was lost: say what it is, and link those words.")
    texts = ("".join(_outside_links(tag)) for tag in _leaves(soup))
    lost = (match for text in texts for match in HERE.finditer(text))
    return [Finding("lost_link", message, match[0]) for match in lost]


def phrases(text):
    return [
        Finding(code, str(message), match[0])
        for code, pattern, message in PHRASES
        for match in pattern.finditer(text)
    ]


def unbalanced(text):
    """Brackets and quotation marks that open or close alone."""
    text = ENUMERATOR.sub(" ", text)
    alone = filter(None, (_alone(text, *pair) for pair in PAIRS))
    message = _("A bracket or a quotation mark has lost the other one.")
    return [Finding("unbalanced", message, excerpt) for excerpt in alone]


def days_without_year(text):
    """Days a later reader cannot place; one year may serve for a whole list."""
    found, dated, following = [], False, None
    for date in reversed(typed_dates.dates(text)):
        joined = following and BETWEEN_DATES.fullmatch(text[date.end : following.start])
        dated = bool(date.year or (joined and dated))
        if not dated and not RELATIVE.match(text, date.end):
            found.insert(0, Finding("no_year", _("Say which year."), date.text))
        following = date
    return found


def _leaves(soup):
    """Each paragraph; the whole, where there is none."""
    return [tag for tag in soup(PARAGRAPHS) if not tag.find(PARAGRAPHS)] or [soup]


def _outside_links(tag):
    return (text for text in tag.find_all(string=True) if not text.find_parent("a"))


def _alone(text, opening, closing):
    waiting = []
    for place, sign in enumerate(text):
        if sign == opening:
            waiting.append(place)
        elif sign == closing and not waiting:
            return _last_words(text[: place + 1])
        elif sign == closing:
            waiting.pop()
    return text[waiting[0] : waiting[0] + EXCERPT] if waiting else None


def _last_words(text):
    return text if len(text) <= EXCERPT else text[-EXCERPT:].partition(" ")[2]
