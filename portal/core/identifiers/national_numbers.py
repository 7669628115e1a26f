"""Numbers of the Belgian national register, and the « bis » ones of who is not in it.

Six digits of a birth date, three that tell apart who was born that day, two to check
(97 less the rest of the division of the others by 97; those born from 2000 on put a 2
before). In a « bis » number the month is 20 or 40 more.
"""

import re

GAP = r"[ ./-]{0,3}"
SHAPE = re.compile(
    rf"(?<!\d)(\d\d){GAP}(\d\d){GAP}(\d\d){GAP}(\d{{3}}){GAP}(\d\d)(?!\d)"
)
# As the number is printed: nobody writes anything else so, a slip of the pen apart.
PRINTED = re.compile(r"\d\d\.\d\d\.\d\d-\d{3}\.\d\d")
ANNOUNCED = re.compile(
    r"\b(?:niss|insz|rrn|nn|registre national|num[ée]ro national|n° national"
    r"|rijksregister\w*|bis-?nummer|num[ée]ro bis)\b\W*(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
BEFORE = 45


def spans(text):
    return [
        match.span()
        for match in SHAPE.finditer(text)
        if _is_right(match) or PRINTED.fullmatch(match[0]) or _is_announced(match)
    ]


def _is_right(match):
    _year, month, day, _rank, check = map(int, match.groups())
    if month % 20 > 12 or month >= 60 or day > 31:
        return False
    rest = int("".join(match.groups()[:4]))
    return check in {97 - rest % 97, 97 - (2_000_000_000 + rest) % 97}


def _is_announced(match):
    before = match.string[max(0, match.start() - BEFORE) : match.start()]
    return bool(ANNOUNCED.search(before))
