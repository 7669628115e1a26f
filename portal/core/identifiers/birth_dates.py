"""Dates in a text, and which of them may be somebody's birth."""

import re
from datetime import date

MONTHS = {
    1: "janvier|janv|jan|januari|january",
    2: "f[ée]vrier|f[ée]vr?|februari|febr|feb|february",
    3: "mars|maart|mrt|march",
    4: "avril|avr|april|apr",
    5: "mai|mei|may",
    6: "juin|juni|june|jun",
    7: "juillet|juil|juli|july|jul",
    8: "ao[uû]t|augustus|aug|august",
    9: "septembre|september|sept|sep",
    10: "octobre|oktober|october|oct|okt",
    11: "novembre|november|nov",
    12: "d[ée]cembre|d[ée]c|december|dec",
}
NAMED = "|".join(MONTHS.values())
GAP = r"\s?[./-]\s?"
DATE = re.compile(
    rf"(?<![\d.,/-])(?:"
    rf"(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)"
    rf"|(?P<d2>\d\d?){GAP}(?P<m2>\d\d?){GAP}(?P<y2>(?:19|20)\d\d|\d\d)"
    rf"|(?P<d3>\d\d?)(?:er|e|de|ste|st|nd|rd|th)?\s(?:of\s)?(?P<m3>{NAMED})\b\.?\s?"
    rf"(?P<y3>(?:19|20)\d\d|'?\d\d)"
    rf")(?![\d/]|[.,-]\d)",
    re.IGNORECASE,
)
# Written so only after a word of birth: « née le 3 3 62 », « geb. 030362 ».
LOOSE = re.compile(
    r"(?<![\d.,/-])(?:(?P<d1>\d\d?)\s(?P<m1>\d\d?)\s(?P<y1>(?:19|20)\d\d|\d\d)"
    r"|(?P<d2>\d\d)(?P<m2>\d\d)(?P<y2>(?:19|20)\d\d|\d\d))(?![\d/]|[.,-]\d)"
)
BORN_WORDS = (
    r"(?:n[ée]+s?(?:·e|\(e\)|\.e)?(?:·?s)?\b|naissance|naiss\b|ddn\b|geboren|geb\b|"
    r"geboorte\w*|born\b|birth)"
)
BORN = re.compile(rf"(?:\b{BORN_WORDS}[^.;!?\n]{{0,40}}|\bgeb\.\s?|°\s?)$", re.I)
# A year alone is a birth only right after such a word.
YEAR = re.compile(
    rf"(?:\b{BORN_WORDS}(?:\s(?:[àa]|te|at)\s[\w-]+)?[\s:.]*(?:\b(?:en|in)\b)?|°"
    r"|\b(?:(?:il|elle)\sest\s(?:de|n[ée])|(?:hij|zij|ze)\sis\svan))"
    rf"\s*(?P<year>(?:(?:{NAMED})\.?\s)?(?:19|20)\d\d)\b(?![./-]\d)",
    re.IGNORECASE,
)
# « Née un premier mai 1980 », « né en 68 ».
PART_OF_DATE = re.compile(
    rf"\b{BORN_WORDS}(?:[^.;!?\n\d]{{0,30}}?\b(?P<month>(?:{NAMED})\.?\s(?:19|20)\d\d)"
    r"|\s(?:en|in)\s(?P<year>'?\d\d))\b(?![./%-]|\s%)",
    re.IGNORECASE,
)
# What else happens on a day long gone: laws, openings, things that last.
OTHER = re.compile(
    r"\b(?:lois?|arr[êe]t[ée]s?|ar|d[ée]crets?|ordonnances?|circulaires?|conventions?"
    r"|accords?|codes?|depuis|ouverte?|cr[ée]{2}e?s?|fond[ée]{1,2}|existe|inaugur\w+|sign[ée]+s?"
    r"|wet|besluit|kb|decreet|ordonnantie|omzendbrief|sinds|geopend|opgericht|bestaat"
    r"|getekend|ondertekend)"
    r"\b[^.;!?\n]{0,32}$",
    re.IGNORECASE,
)
BEFORE = 60
# In years: no child that old is new to anybody, few meetings that old are told of.
OLD = 10


def spans(text, *, today):
    """Where the births stand, and where the other dates do."""
    births = [match.span("year") for match in YEAR.finditer(text)]
    births += [match.span(match.lastgroup) for match in PART_OF_DATE.finditer(text)]
    others = []
    for match in LOOSE.finditer(text):
        day = _day(match, today)
        if day and _is_said_to_be_birth(match) and day <= today:
            births.append(match.span())
    for match in DATE.finditer(text):
        day = _day(match, today)
        if day:
            is_birth = _may_be_birth(match, day, today)
            (births if is_birth else others).append(match.span())
    return births, others


def _day(match, today):
    """The date that is written, or None where there is no such day."""
    said = {name[0]: text for name, text in match.groupdict().items() if text}
    month = said["m"] if said["m"].isdigit() else _month(said["m"])
    try:
        return date(_year(said["y"].lstrip("'"), today), int(month), int(said["d"]))
    except ValueError:
        return None


def _month(name):
    return next(
        number
        for number, names in MONTHS.items()
        if re.fullmatch(names, name, re.IGNORECASE)
    )


def _year(text, today):
    if len(text) == 4:
        return int(text)
    century = today.year - today.year % 100
    return int(text) + (century if int(text) <= today.year % 100 else century - 100)


def _may_be_birth(match, day, today):
    if _is_said_to_be_birth(match):
        return day <= today
    return today.year - day.year >= OLD and not OTHER.search(_before(match))


def _is_said_to_be_birth(match):
    return bool(BORN.search(_before(match)))


def _before(match):
    return match.string[max(0, match.start() - BEFORE) : match.start()]
