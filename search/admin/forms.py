from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from portal.core.forms import AddressForm
from portal.core.models import Synonyms
from search.forms import Words
from search.models import Entry


class TrialForm(AddressForm):
    """Words to try, and the reader they are tried for."""

    q = Words(label=_("Words"))
    language = forms.ChoiceField(
        label=_("Reader’s language"), choices=settings.LANGUAGES, required=False
    )


class SynonymForm(forms.Form):
    """One more way to say what some synonyms say."""

    term = forms.CharField(label=_("Words"), max_length=120)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    synonyms = forms.ModelChoiceField(
        Synonyms.objects.all(), label=_("Means the same as"), empty_label=None
    )

    def save(self):
        synonyms = self.cleaned_data["synonyms"]
        synonyms.add(self.cleaned_data["language"], self.cleaned_data["term"])
        synonyms.save()
        return synonyms


class PromotionForm(forms.Form):
    words = forms.CharField(max_length=200)
    entry = forms.ModelChoiceField(Entry.objects.all())
