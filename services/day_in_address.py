"""« 2025-10-10 » in an address; what is no day of the calendar is no address."""

from datetime import date

from django.urls import register_converter


class DayConverter:
    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value):
        return date.fromisoformat(value)

    def to_url(self, value):
        return value.isoformat()


register_converter(DayConverter, "day")
