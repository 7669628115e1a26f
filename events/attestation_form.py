"""The number of an attestation, asked of whoever checks one."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.models.attestation import SIGNS, signs_of
from portal.core.forms import AddressForm


class AttestationNumber(AddressForm):
    """The number on an attestation, as it was typed or scanned."""

    keys = {"number": pgettext_lazy("key in an address", "number")}

    number = forms.CharField(
        label=_("Number of the attestation"),
        help_text=_("Fifteen letters and figures, with or without hyphens."),
        error_messages={"required": _("Write the number that stands on the paper.")},
        widget=forms.TextInput(
            attrs={
                "class": "in in--m",
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
    )

    @classmethod
    def of(cls, number):
        return cls({str(cls.keys["number"]): number})

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        # Nothing is wrong before anything was asked.
        self.is_bound = self.add_prefix("number") in self.data

    def clean_number(self):
        number = signs_of(self.cleaned_data["number"])
        if len(number) != SIGNS:
            raise ValidationError(
                _("This is not a whole number: look again at each of its signs.")
            )
        return number
