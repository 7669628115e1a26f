"""What an address may ask of the directory."""

from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.core.forms import AddressForm
from services.facets import BY_NAME, FACETS

LONGEST_TEXT = 200
# Nobody ticks more; longer addresses are no reader's.
MOST_CHOICES = 40


class ChoicesField(forms.Field):
    """Some choices of a facet by their codes; what no longer exists is left out."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, facet, label):
        super().__init__(required=False, label=label)
        self.facet = facet
        self.vocabulary = None

    def clean(self, value):
        codes = [code for code in value or [] if isinstance(code, str)][:MOST_CHOICES]
        offered = self.facet.choices(self.vocabulary)
        return [choice for choice in offered if choice.code in codes]


class DirectoryForm(AddressForm):
    """Words, facets and a page of the list; the address says all of it."""

    keys = {
        "text": "q",
        "need": pgettext_lazy("key in an address", "need"),
        "type": pgettext_lazy("key in an address", "type"),
        "commune": pgettext_lazy("key in an address", "commune"),
        "mode": pgettext_lazy("key in an address", "mode"),
        "access": pgettext_lazy("key in an address", "access"),
        "cost": pgettext_lazy("key in an address", "cost"),
        "public": pgettext_lazy("key in an address", "public"),
        "language": pgettext_lazy("key in an address", "language"),
        "page": pgettext_lazy("key in an address", "page"),
    }

    text = forms.CharField(
        required=False, max_length=LONGEST_TEXT, label=_("Words"), strip=True
    )
    need = ChoicesField(BY_NAME["need"], _("Need"))
    type = ChoicesField(BY_NAME["type"], _("Type of service"))
    commune = ChoicesField(BY_NAME["commune"], _("Commune of the person"))
    mode = ChoicesField(BY_NAME["mode"], _("Where"))
    access = ChoicesField(BY_NAME["access"], pgettext_lazy("facet", "Access"))
    cost = ChoicesField(BY_NAME["cost"], pgettext_lazy("facet", "Cost"))
    public = ChoicesField(BY_NAME["public"], pgettext_lazy("facet", "For whom"))
    language = ChoicesField(BY_NAME["language"], _("Language spoken"))
    page = forms.IntegerField(
        required=False, min_value=1, max_value=10_000, label=_("page")
    )

    def __init__(self, data=None, *, vocabulary):
        super().__init__(data)
        for facet in FACETS:
            self.fields[facet.name].vocabulary = vocabulary

    @property
    def chosen(self):
        """The choices in force, by the name of their facet."""
        asked = {facet.name: self.value(facet.name) for facet in FACETS}
        return {name: choices for name, choices in asked.items() if choices}

    @property
    def is_active(self):
        return bool(self.value("text") or self.chosen)

    def narrowing(self, *, but=None):
        """What narrows, as the query of an address: without the page, nor ``but``."""
        pairs = []
        if (text := self.value("text")) and but != "text":
            pairs.append((self.add_prefix("text"), text))
        for name, choices in self.chosen.items():
            pairs += [
                (self.add_prefix(name), choice.code)
                for choice in choices
                if (name, choice) != but
            ]
        return urlencode(pairs)
