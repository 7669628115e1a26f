from django import forms
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.core import searchable
from portal.core.forms import AddressForm

MAX_SIGNS = 1000


class Words(forms.CharField):
    """Whatever is written is looked for: nothing is refused."""

    # A NUL is no word; it must not stop the search.

    def __init__(self, **options):
        super().__init__(required=False, strip=True, **options)
        self.validators = []

    def clean(self, value):
        return super().clean(value).replace("\x00", " ")[:MAX_SIGNS]


class LookedForForm(forms.Form):
    """What the script of the page of results tells."""

    q = Words()
    found = forms.IntegerField(min_value=0, max_value=10_000_000)


class SearchForm(AddressForm):
    """What is looked for, among which kind, and which page of it."""

    keys = {
        "kind": pgettext_lazy("key in an address", "kind"),
        "page": pgettext_lazy("key in an address", "page"),
        "wide": pgettext_lazy("key in an address", "wide"),
    }
    q = Words(label=_("Words"))
    kind = forms.CharField(label=_("Kind"), required=False, max_length=40)
    page = forms.IntegerField(
        label=_("page"), required=False, min_value=1, max_value=1000
    )

    # Also what is less close to the best.
    wide = forms.BooleanField(label=_("All results"), required=False)

    @property
    def asked_for(self):
        """What the search takes; an unknown kind is all of them."""
        kind = self.value("kind") or ""
        return {
            "query": self.value("q") or "",
            "kind": kind if kind in searchable.KINDS else "",
            "page": self.value("page") or 1,
            "wide": bool(self.value("wide")),
        }

    def address_of(self, **changed):
        """The query of the address that asks for the same but for ``changed``."""
        asked = {**self.asked_for, "page": 1, **changed}
        asked["q"], asked["wide"] = asked.pop("query"), "1" if asked["wide"] else ""
        said = {self.add_prefix(n): v for n, v in asked.items() if v and v != 1}
        return f"?{urlencode(said)}"
