"""Forms of every room: the only door for what a request carries."""

from django import forms
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy


class AddressForm(forms.Form):
    """A form read from an address, whose keys are words of the reader's language."""

    # The key each field has in the address, by the field's name in the code.
    keys = {}

    def __init__(self, data=None, **kwargs):
        super().__init__(data or {}, **kwargs)

    def add_prefix(self, field_name):
        return str(self.keys.get(field_name, field_name))

    def value(self, name):
        """What was asked for ``name``; nothing where that was malformed."""
        self.is_valid()
        return self.cleaned_data.get(name) or None

    @property
    def asked(self):
        """What was asked as it was written, by field; malformed keys left out."""
        self.is_valid()
        return {
            name: self.data.get(self.add_prefix(name))
            for name, value in self.cleaned_data.items()
            if value
        }

    def query(self, *, without=""):
        """What was asked, as the query of an address; malformed keys left out."""
        asked = self.asked
        asked.pop(without, None)
        return urlencode({self.add_prefix(name): asked[name] for name in asked})

    @property
    def refusal(self):
        """What is malformed, a line for each key, for whoever wrote the address."""
        return "\n".join(
            _("%(name)s: this value is not understood.") % {"name": self[name].label}
            for name in self.errors
        )


class PageNumber(AddressForm):
    """Which page of a long list."""

    keys = {"page": pgettext_lazy("key in an address", "page")}
    page = forms.IntegerField(
        label=gettext_lazy("page"), required=False, min_value=1, max_value=10_000
    )
