"""Inputs of the browser for days and hours.

Wagtail's own picker turns what it cannot read into today, without a word; here a wrong
day would reach every page and calendar at once.
"""

from django import forms

MINUTES = "%Y-%m-%dT%H:%M"


def day_input():
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def hour_input():
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


def moment_input():
    return forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MINUTES)
