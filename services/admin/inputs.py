"""Inputs of the browser for days, hours and the days of a week."""

from django import forms
from django.utils.dates import WEEKDAYS_ABBR

from services.models.schedule import WEEKDAYS


def day_input():
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def hour_input():
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class DaysOfTheWeek(forms.CheckboxSelectMultiple):
    """Boxes for what the record keeps as « MO,TU »."""

    def __init__(self, attrs=None):
        days = [(code, WEEKDAYS_ABBR[number]) for number, code in enumerate(WEEKDAYS)]
        super().__init__(attrs, choices=days)

    def format_value(self, value):
        return super().format_value(value.split(",") if value else [])

    def value_from_datadict(self, data, files, name):
        return ",".join(super().value_from_datadict(data, files, name) or [])

    def use_required_attribute(self, initial):
        return False
