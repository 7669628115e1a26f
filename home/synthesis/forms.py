"""Which meetings a synthesis is of, read from an address."""

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.models.concertation import concerted_themes
from portal.core import retention
from portal.core.forms import AddressForm
from portal.core.models import Bassin, Theme

A_YEAR = 12  # months
EARLIEST = date(2000, 1, 1)
DATE = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "in"})


class SynthesisForm(AddressForm):
    """A period, a theme, one or several bassins; each may be left out."""

    keys = {
        "since": pgettext_lazy("key in an address", "since"),
        "until": pgettext_lazy("key in an address", "until"),
        "theme": pgettext_lazy("key in an address", "theme"),
        "bassins": pgettext_lazy("key in an address", "bassin"),
    }

    since = forms.DateField(label=_("From"), required=False, widget=DATE)
    until = forms.DateField(label=_("To"), required=False, widget=DATE)
    theme = forms.ModelChoiceField(
        Theme.objects.none(),
        label=_("Theme"),
        to_field_name="code",
        required=False,
        empty_label=_("All themes"),
        widget=forms.Select(attrs={"class": "in"}),
    )
    bassins = forms.ModelMultipleChoiceField(
        Bassin.objects.all(),
        label=_("Bassins"),
        to_field_name="code",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data=None, *, today):
        super().__init__(data)
        self.fields["theme"].queryset = concerted_themes()
        self.today = today

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", ValidationError(_("The end is before the start.")))
        return cleaned

    @property
    def period(self):
        """The first and the last day; the last twelve months unless it is said."""
        last = self.value("until") or self.today
        year_before = retention.months_after(last, -A_YEAR) + timedelta(days=1)
        return max(self.value("since") or year_before, EARLIEST), last

    @property
    def chosen_bassins(self):
        return list(self.value("bassins") or ())

    @property
    def narrowing(self):
        """What is looked at, as the query of an address that stays the same."""
        first, last = self.period
        theme = self.value("theme")
        pairs = [("since", first.isoformat()), ("until", last.isoformat())]
        pairs += [("theme", theme.code)] if theme else []
        pairs += [("bassins", bassin.code) for bassin in self.chosen_bassins]
        return urlencode([(self.add_prefix(name), value) for name, value in pairs])
