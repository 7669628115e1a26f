from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.forms import AddressForm


class SearchForm(AddressForm):
    """One field; whatever is written in it is looked for, nothing is refused."""

    q = forms.CharField(label=_("Words"), required=False)

    def __init__(self, data=None):
        super().__init__(data)
        # A NUL is no word; it must not stop the search.
        self.fields["q"].validators = []

    @property
    def query(self):
        return (self.value("q") or "").replace("\x00", " ")[:1000]
