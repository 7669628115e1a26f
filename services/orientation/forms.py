"""What the addresses of these pages may ask."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.core.forms import AddressForm
from portal.core.models import Bassin, Commune
from services.models.need import Need
from services.models.service import Service
from services.models.taxonomy import Axis, Term
from services.orientation.guide import ANY

MOST_COMPARED = 6
MOST_SELECTED = 60
KEYS = {
    "need": pgettext_lazy("key in an address", "need"),
    "type": pgettext_lazy("key in an address", "type"),
    "commune": pgettext_lazy("key in an address", "commune"),
    "bassin": pgettext_lazy("key in an address", "bassin"),
    "service": pgettext_lazy("key in an address", "service"),
}


class OneOf(forms.ModelChoiceField):
    """A record by its code; « - » is an answer too, and names none."""

    def clean(self, value):
        return None if value == ANY else super().clean(value)


class GuideForm(AddressForm):
    """The answers given so far."""

    keys = KEYS
    need = OneOf(
        Need.objects.all(), to_field_name="code", required=False, label=_("Need")
    )
    commune = OneOf(
        Commune.objects.all(), to_field_name="slug", required=False, label=_("Commune")
    )

    def answers(self, name):
        """True when ``name`` was answered, be it by « any »."""
        said = self.data.get(self.add_prefix(name))
        return said == ANY or self.value(name) is not None


class Some(forms.Field):
    """Records by their codes, repeated in the address; unknown ones are left out."""

    widget = forms.SelectMultiple

    def __init__(self, records, *, known_by, most, **options):
        super().__init__(required=False, **options)
        self.records, self.known_by, self.most = records, known_by, most

    def clean(self, value):
        codes = [str(code) for code in dict.fromkeys(value or [])][: self.most]
        found = self.records().filter(**{f"{self.known_by}__in": codes})
        by_code = {getattr(record, self.known_by): record for record in found}
        return [by_code[code] for code in codes if code in by_code]


class TypesAsked(AddressForm):
    keys = KEYS
    type = Some(
        lambda: Term.objects.of(Axis.SERVICE_TYPES),
        known_by="code",
        most=MOST_COMPARED,
        label=_("Type of service"),
    )


class NeedAsked(AddressForm):
    keys = KEYS
    need = forms.ModelChoiceField(
        Need.objects.all(),
        to_field_name="code",
        required=False,
        label=_("Need"),
        empty_label=_("All needs"),
        widget=forms.Select(attrs={"class": "in"}),
    )


class BassinAsked(AddressForm):
    keys = KEYS
    bassin = forms.ModelChoiceField(
        Bassin.objects.all(), to_field_name="code", required=False, label=_("Bassin")
    )


class ServicesAsked(AddressForm):
    """The services somebody ticked, by the last part of their address, in order."""

    keys = KEYS
    service = Some(
        lambda: Service.objects.public(),
        known_by="slug",
        most=MOST_SELECTED,
        label=_("Service"),
    )
