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
    rf"|(?P<d2>\d\d?){GAP}(?P<m2>\d\d?){GAP}(?P<y2>(?:19|20)\d\d|'?\d\d)"
    r"|(?P<d4>\d\d?)\s(?P<m4>\d\d?)\s(?P<y4>19\d\d)"
    r"|(?P<d3>\d\d?)(?:er|e|de|ste|st|nd|rd|th)?[\s./-]?(?:of\s)?"
    rf"(?P<m3>{NAMED})(?![^\W\d_])\.?[\s/-]?"
    rf"(?P<y3>(?:19|20)\d\d|'?\d\d)"
    rf")(?![\d/]|[.,-]\d)",
    re.IGNORECASE,
)
# Written so only after a word of birth: « née le 3 3 62 », « geb. 030362 ».
LOOSE = re.compile(
    r"(?<![\d.,/-])(?:(?P<d1>\d\d?)\s(?P<m1>\d\d?)\s(?P<y1>(?:19|20)\d\d|\d\d)"
    r"|(?P<d2>\d\d)(?P<m2>\d\d)(?P<y2>(?:19|20)\d\d|\d\d))(?![\d/]|[.,-]\d)"
)
# Without its accent, « né » is also what begins « ne vient plus depuis … », and « nee »
# is « no » in Dutch: only right before a date or a place.
BORN_WORDS = (
    r"(?:n(?:é|eé|ée)+s?(?:·e|\(e\)|\.e)?(?:·?s)?\b|n[ée]\(e\)"
    rf"|nee?s?(?=[\s:]+(?:(?:le|en|un|vers)[\s:]+)?(?:premier\s)?(?:'?\d|(?:{NAMED})\b|$)"
    r"|\s[aà]\s)"
    r"|naissance|naiss\b|d\.?d?\.?n\b|geboren|geb\b|"
    r"geboorte\w*|born\b|birth|d\.?o\.?b\b"
    r"|(?:son|ses|zijn|haar)\s(?:anniv\w*|verjaardag))"
)
# « Enfant de 7 ans (2/5/2018) »: an age before a date in brackets.
BORN = re.compile(
    rf"(?:\b{BORN_WORDS}[^.;!?\n]{{0,40}}|\b(?:geb|d\.?d?\.?n|naiss|d\.?o\.?b)\.\s?:?\s?"
    r"|°\s?(?:(?:le|op)\s)?|\d\s?(?:ans?|mois|jaar|maanden)\s?\(\s?)$",
    re.IGNORECASE,
)
# A year alone is a birth only right after such a word.
YEAR = re.compile(
    rf"(?:\b{BORN_WORDS}(?:\s(?:[àa]|te|at)\s[\w-]+)?[\s:.]*"
    r"(?:\b(?:en|in)\b(?:\s(?:l'an|het\sjaar)\b)?)?|°"
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
# What is said after a year: « né en 1957 le 12 mars ».
DAY_AFTER = re.compile(
    rf",?\s(?:le|op)\s\d\d?(?:er)?(?:\s(?:{NAMED}))?\b(?!\s?[:/-])", re.IGNORECASE
)
# What else happens on a day long gone: laws, openings, things that last.
OTHER = re.compile(
    r"\b(?:(?:lois?|arr[êe]t[ée]s?|ar|d[ée]crets?|ordonnances?|circulaires?|conventions?"
    r"|codes?|wet|besluit|kb|decreet|ordonnantie|omzendbrief)\b[^.;!?\n]{0,32}"
    r"|(?:accords?|depuis|ouverte?|cr[ée]{2}e?s?|fond[ée]{1,2}|existe|inaugur\w+"
    r"|sign[ée]+s?|sinds|geopend|opgericht|bestaat|getekend|ondertekend)"
    r"\b[^.,;!?(\n]{0,32})$",
    re.IGNORECASE,
)
BEFORE = 60
# In years: no child that old is new to anybody, few meetings that old are told of.
OLD = 10


def spans(text, *, today):
    """Where the births stand, and where the other dates do."""
    of_years = [*YEAR.finditer(text), *PART_OF_DATE.finditer(text)]
    births = [_with_day_after(match) for match in of_years]
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


def _with_day_after(match):
    start, end = match.span(match.lastgroup)
    day = DAY_AFTER.match(match.string, end)
    return start, day.end() if day else end


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
