"""Dates and hours in words, as each language writes them.

French: « mardi 20 janvier 2026, de 9 h à 13 h », with no-break spaces, « 1er ».
"""

from django.utils import formats, timezone
from django.utils.translation import get_language, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

NBSP = "\u00a0"
SHORT_MONTHS = [
    pgettext_lazy("month, in short", "Jan."),
    pgettext_lazy("month, in short", "Feb."),
    pgettext_lazy("month, in short", "March"),
    pgettext_lazy("month, in short", "April"),
    pgettext_lazy("month, in short", "May"),
    pgettext_lazy("month, in short", "June"),
    pgettext_lazy("month, in short", "July"),
    pgettext_lazy("month, in short", "Aug."),
    pgettext_lazy("month, in short", "Sept."),
    pgettext_lazy("month, in short", "Oct."),
    pgettext_lazy("month, in short", "Nov."),
    pgettext_lazy("month, in short", "Dec."),
]


def day(date, *, weekday=True, year=True):
    """« mardi 20 janvier 2026 »"""
    parts = [
        formats.date_format(date, "l") if weekday else "",
        _ordinal(date.day),
        formats.date_format(date, pgettext("month after a day", "F")),
        _year(date) if year else "",
    ]
    head, *tail = [part for part in parts if part]
    return _joined(head, tail)


def month(date):
    """« septembre 2024 »"""
    return f"{formats.date_format(date, 'F')}{NBSP}{_year(date)}"


def short_month(date):
    """« janv. »"""
    return str(SHORT_MONTHS[date.month - 1])


def days(first, last):
    """« du lundi 2 au mercredi 4 mars 2026 », or the one day."""
    if last is None or last == first:
        return day(first)
    same_month = (first.year, first.month) == (last.year, last.month)
    start = (
        f"{formats.date_format(first, 'l')} {_ordinal(first.day)}"
        if same_month
        else day(first, year=first.year != last.year)
    )
    return _("from %(first)s to %(last)s") % {"first": start, "last": day(last)}


def hour(time):
    """« 9 h 15 »; « 9 h » on the hour."""
    if time.minute:
        return pgettext("hour and minutes", "%(hour)s:%(minute)s") % {
            "hour": time.hour,
            "minute": f"{time.minute:02}",
        }
    return pgettext("hour without minutes", "%(hour)s:00") % {"hour": time.hour}


def moment(instant):
    """« mardi 20 janvier 2026, 9 h », in the time of Brussels."""
    local = timezone.localtime(instant)
    return f"{day(local.date())}, {hour(local.time())}"


def hours(start, end):
    """« de 9 h à 13 h », « à partir de 9 h », or nothing when no hour is known."""
    if start is None:
        return ""
    if end is None:
        return _("from %(start)s on") % {"start": hour(start)}
    return pgettext("hours", "from %(start)s to %(end)s") % {
        "start": hour(start),
        "end": hour(end),
    }


def _year(date):
    """« 2026 », « de 2026 »"""
    return pgettext("year after a month", "%(year)s") % {"year": date.year}


def _ordinal(number):
    if number == 1 and (get_language() or "").startswith("fr"):
        return "1er"
    return str(number)


def _joined(head, tail):
    # The day, its month and its year stay on one line; the weekday may part from them.
    return " ".join([head, NBSP.join(tail)]) if tail else head
