"""What in a text tells who somebody is: birth dates, numbers, phones, e-mails, names.

For texts that must name nobody. What is found is given back to whoever wrote it and is
kept nowhere. It reads French and Dutch as people type them; it is no proof that a text
names nobody (« le facteur de la rue du Lac » names somebody too).
"""

from dataclasses import dataclass

from portal.core.identifiers import birth_dates, contacts, names, national_numbers
from portal.core.identifiers.spelling import plain
from portal.core.identifiers.words import Kind

__all__ = ["Finding", "Kind", "find", "masked"]

MASK = "[…]"


@dataclass(frozen=True)
class Finding:
    kind: Kind
    text: str
    start: int
    end: int


def find(text, *, today):
    """The findings in ``text``, in its order; none of them overlaps another.

    ``today`` tells a birth date from a meeting: old dates are births, unless a law or
    an opening stands before them; recent ones are where the text says so.
    """
    read = plain(text)
    numbers = national_numbers.spans(read)
    read = _without(read, numbers)
    births, other_dates = birth_dates.spans(read, today=today)
    read = _without(read, births + other_dates)
    emails = contacts.emails(read)
    found = [
        *((Kind.NATIONAL_NUMBER, span) for span in numbers),
        *((Kind.BIRTH_DATE, span) for span in births),
        *((Kind.EMAIL, span) for span in emails),
        *((Kind.PHONE, span) for span in contacts.phones(read)),
        *((Kind.NAME, span) for span in names.spans(_without(read, emails))),
    ]
    return _apart(text, sorted(found, key=lambda one: one[1]))


def masked(text, findings):
    """``text`` with « […] » in the place of what was found in it."""
    for finding in sorted(findings, key=lambda one: one.start, reverse=True):
        text = text[: finding.start] + MASK + text[finding.end :]
    return text


def _apart(text, found):
    findings, end_of_last = [], 0
    for kind, (start, end) in found:
        if start >= end_of_last:
            findings.append(Finding(kind, text[start:end], start, end))
            end_of_last = end
    return findings


def _without(text, spans):
    """The same length, so that what is found afterwards stands where it stood."""
    for start, end in spans:
        text = text[:start] + "#" * (end - start) + text[end:]
    return text
