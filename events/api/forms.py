from datetime import UTC, datetime

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from events.api import cursors
from events.forms import FeedFilter

LIMIT = 50
HIGHEST_LIMIT = 100
ISO_DAY = ["%Y-%m-%d"]
# Moments beyond are nobody's, and some have no equal in the time of databases.
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2999, 1, 1, tzinfo=UTC)


class Asked(FeedFilter):
    """What a program asks for: the filters of calendars, and which part of a list.

    Its keys are the same in every language.
    """

    keys = {"first_day": "from", "last_day": "until"}

    language = forms.ChoiceField(
        choices=settings.LANGUAGES, required=False, label=_("language")
    )
    first_day = forms.DateField(
        required=False, input_formats=ISO_DAY, label=_("first day")
    )
    last_day = forms.DateField(
        required=False, input_formats=ISO_DAY, label=_("last day")
    )
    updated_since = forms.DateTimeField(
        required=False,
        validators=[MinValueValidator(EARLIEST), MaxValueValidator(LATEST)],
        label=_("changed since"),
    )
    limit = forms.IntegerField(
        required=False, min_value=1, max_value=HIGHEST_LIMIT, label=_("how many")
    )
    cursor = forms.CharField(required=False, max_length=200, label=_("cursor"))

    def clean_cursor(self):
        text = self.cleaned_data["cursor"]
        try:
            return cursors.read(text) if text else None
        except cursors.UnreadableCursorError as error:
            message = _("Give the cursor as an answer gave it, or none.")
            raise ValidationError(message, code="invalid") from error

    def clean(self):
        known = {self.add_prefix(name) for name in self.fields}
        for name in sorted(set(self.data) - known):
            self.add_error(
                None, _("There is no parameter « %(name)s ».") % {"name": name}
            )

    @property
    def language_code(self):
        return self.value("language") or settings.LANGUAGE_CODE

    @property
    def count(self):
        return self.value("limit") or LIMIT

    def among(self, meetings):
        meetings = super().among(meetings)
        if first := self.value("first_day"):
            meetings = meetings.filter(start_date__gte=first)
        if last := self.value("last_day"):
            meetings = meetings.filter(start_date__lte=last)
        return meetings
