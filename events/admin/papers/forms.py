from django import forms
from django.conf import settings

from portal.core.forms import AddressForm


class PaperLanguage(AddressForm):
    """The language a paper is printed in."""

    language = forms.ChoiceField(choices=settings.LANGUAGES, required=False)


class WhoCame(forms.Form):
    """One of those who were checked in; nobody named means all of them."""

    registration = forms.ModelChoiceField(queryset=None, required=False)

    def __init__(self, data, *, meeting):
        super().__init__(data)
        self.fields["registration"].queryset = meeting.registrations.all()
