"""Dates and hours read as people say them."""

from datetime import date, time

import pytest
from django.utils import translation

from portal.core import when

TUESDAY = date(2026, 1, 20)


def plain(text):
    return text.replace("\u00a0", " ")


def test_a_day_is_written_in_full():
    assert plain(when.day(TUESDAY)) == "mardi 20 janvier 2026"


def test_the_first_of_a_month_is_the_first():
    assert plain(when.day(date(2026, 5, 1))) == "vendredi 1er mai 2026"


def test_a_day_its_month_and_its_year_stay_on_one_line():
    assert when.day(TUESDAY) == "mardi 20\u00a0janvier\u00a02026"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (time(9), time(13), "de 9 h à 13 h"),
        (time(9, 15), time(12, 15), "de 9 h 15 à 12 h 15"),
        (time(9, 5), None, "à partir de 9 h 05"),
        (None, None, ""),
    ],
)
def test_hours_are_written_as_in_french(start, end, words):
    assert plain(when.hours(start, end)) == words


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (date(2026, 1, 20), "mardi 20 janvier 2026"),
        (date(2026, 1, 22), "du mardi 20 au jeudi 22 janvier 2026"),
        (date(2026, 2, 3), "du mardi 20 janvier au mardi 3 février 2026"),
        (date(2027, 1, 5), "du mardi 20 janvier 2026 au mardi 5 janvier 2027"),
    ],
)
def test_several_days_say_what_differs(last, words):
    assert plain(when.days(TUESDAY, last)) == words


@pytest.mark.parametrize(
    ("language", "day", "hours", "several"),
    [
        (
            "nl",
            "dinsdag 20 januari 2026",
            "van 9 uur tot 12.30 uur",
            "van dinsdag 20 tot donderdag 22 januari 2026",
        ),
        (
            "en",
            "Tuesday 20 January 2026",
            "from 9:00 to 12:30",
            "from Tuesday 20 to Thursday 22 January 2026",
        ),
        (
            "es",
            "martes 20 de enero de 2026",
            "de 9:00 a 12:30",
            "del martes 20 al jueves 22 de enero de 2026",
        ),
    ],
)
def test_each_language_has_its_own_way(language, day, hours, several):
    with translation.override(language):
        assert plain(when.day(TUESDAY)) == day
        assert plain(when.hours(time(9), time(12, 30))) == hours
        assert plain(when.days(TUESDAY, date(2026, 1, 22))) == several


def test_a_month_in_short():
    assert when.short_month(TUESDAY) == "janv."
