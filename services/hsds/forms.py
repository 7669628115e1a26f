"""What a program asks of the directory: the parameters of the standard.

Each list takes those the standard gives it; any other is refused, so that nobody who
mistypes one receives everything.
"""

from datetime import UTC, datetime

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Avg
from django.utils.translation import gettext_lazy as _

from portal.core.forms import AddressForm
from services.models import Location

PER_PAGE = 50
MOST_PER_PAGE = 100
LAST_PAGE = 1_000_000
FARTHEST = 100_000  # metres
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2999, 1, 1, tzinfo=UTC)
YES, NO = "true", "false"
JSON, LINES = "json", "ndjson"


class Flag(forms.ChoiceField):
    def __init__(self):
        super().__init__(choices=[(YES, YES), (NO, NO)], required=False)

    def clean(self, value):
        return super().clean(value) == YES


class Asked(AddressForm):
    """What may be said of any answer: the language of its words."""

    language = forms.ChoiceField(choices=settings.LANGUAGES, required=False)

    def clean(self):
        for name in sorted(set(self.data) - set(self.fields)):
            self.add_error(
                None, _("There is no parameter « %(name)s ».") % {"name": name}
            )
        for name in self.fields.keys() & self.data.keys():
            # The last of several alone would leave out what was asked for.
            if len(self.data.getlist(name)) > 1:
                self.add_error(name, _("Give one value only."))

    @property
    def language_code(self):
        return self.value("language") or settings.LANGUAGE_CODE


class Listed(Asked):
    search = forms.CharField(required=False, max_length=200)
    page = forms.IntegerField(required=False, min_value=1, max_value=LAST_PAGE)
    per_page = forms.IntegerField(required=False, min_value=1, max_value=MOST_PER_PAGE)
    format = forms.ChoiceField(choices=[(JSON, JSON), (LINES, LINES)], required=False)

    @property
    def is_lines(self):
        return self.value("format") == LINES

    @property
    def page_number(self):
        return self.value("page") or 1

    @property
    def size(self):
        return self.value("per_page") or PER_PAGE


class ByTerm(Listed):
    taxonomy_term_id = forms.UUIDField(required=False)
    taxonomy_id = forms.UUIDField(required=False)
    full = Flag()


class Services(ByTerm):
    organization_id = forms.UUIDField(required=False)
    modified_after = forms.DateTimeField(
        required=False,
        validators=[MinValueValidator(EARLIEST), MaxValueValidator(LATEST)],
    )
    minimal = Flag()


class Organisations(ByTerm):
    full_service = Flag()


class Organisation(Asked):
    full_service = Flag()


class AtLocations(Services):
    minimal = None
    postcode = forms.RegexField(r"^[0-9]{4}\Z", required=False)
    proximity = forms.IntegerField(required=False, min_value=1, max_value=FARTHEST)

    def clean_proximity(self):
        metres = self.cleaned_data["proximity"]
        if metres and not self.centre:
            words = _("Give with it a postcode some place of the directory is in.")
            raise ValidationError(words, code="invalid")
        return metres

    @property
    def centre(self):
        """The middle of the places known at the postcode; degrees, or nothing."""
        postcode = self.cleaned_data.get("postcode")
        if not postcode:
            return None
        known = Location.objects.filter(postal_code=postcode).exclude(latitude=None)
        middle = known.aggregate(latitude=Avg("latitude"), longitude=Avg("longitude"))
        if middle["latitude"] is None:
            return None
        return float(middle["latitude"]), float(middle["longitude"])


class Terms(Listed):
    taxonomy_id = forms.UUIDField(required=False)
    top_only = Flag()
    parent_id = forms.UUIDField(required=False)
