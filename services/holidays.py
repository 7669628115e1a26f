"""The ten legal public holidays of Belgium (royal decree of 18 April 1974)."""

from datetime import date, timedelta
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

SAME_DAY_EACH_YEAR = {
    (1, 1): _("New Year’s Day"),
    (5, 1): _("Labour Day"),
    (7, 21): _("Belgian National Day"),
    (8, 15): _("Assumption"),
    (11, 1): _("All Saints’ Day"),
    (11, 11): _("Armistice Day"),
    (12, 25): _("Christmas"),
}
DAYS_AFTER_EASTER = {1: _("Easter Monday"), 39: _("Ascension"), 50: _("Whit Monday")}


@lru_cache(maxsize=16)
def of_year(year):
    """The name of each public holiday of ``year``, by its day."""
    days = {date(year, *day): name for day, name in SAME_DAY_EACH_YEAR.items()}
    sunday = easter(year)
    for after, name in DAYS_AFTER_EASTER.items():
        # Ascension and Labour Day may fall together; both names are right.
        days.setdefault(sunday + timedelta(days=after), name)
    return days


def name_of(day):
    """The name of the public holiday ``day`` is, or nothing."""
    return of_year(day.year).get(day, "")


def easter(year):
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
