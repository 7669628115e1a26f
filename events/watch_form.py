from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.models.concertation import concerted_themes
from events.models.observation import Observation
from portal.core.forms import AddressForm
from portal.core.models import Bassin, Theme
from services.models import Term
from services.models.taxonomy import Axis

MOST_SIGNS = 120


def _select(first):
    return {"empty_label": first, "required": False}


class WatchFilter(AddressForm):
    """Which observations; its addresses can be shared."""

    keys = {
        "words": pgettext_lazy("key in an address", "words"),
        "theme": pgettext_lazy("key in an address", "theme"),
        "kind": pgettext_lazy("key in an address", "kind"),
        "public": pgettext_lazy("key in an address", "public"),
        "bassin": pgettext_lazy("key in an address", "bassin"),
        "state": pgettext_lazy("key in an address", "state"),
        "page": pgettext_lazy("key in an address", "page"),
    }

    words = forms.CharField(
        label=_("With these words"), required=False, max_length=MOST_SIGNS
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[("", _("All kinds")), *Observation.Kind.choices],
        required=False,
    )
    theme = forms.ModelChoiceField(
        Theme.objects.none(),
        label=_("Theme"),
        to_field_name="code",
        **_select(_("All themes")),
    )
    public = forms.ModelChoiceField(
        Term.objects.none(),
        label=_("Public"),
        to_field_name="code",
        **_select(_("All publics")),
    )
    bassin = forms.ModelChoiceField(
        Bassin.objects.all(),
        label=_("Bassin"),
        to_field_name="code",
        **_select(_("All bassins")),
    )
    state = forms.TypedChoiceField(
        label=_("How far it is"),
        choices=[("", _("All states")), *Observation.State.choices],
        coerce=int,
        required=False,
    )
    page = forms.IntegerField(
        required=False, min_value=1, max_value=10_000, widget=forms.HiddenInput
    )

    def __init__(self, data=None):
        super().__init__(data)
        self.fields["theme"].queryset = concerted_themes()
        self.fields["public"].queryset = Term.objects.of(Axis.PUBLICS)
        for field in self.visible_fields():
            field.field.widget.attrs["class"] = "in"

    @property
    def narrowing(self):
        """What was asked but for the page of the list, as the query of an address."""
        return self.query(without="page")

    @property
    def is_active(self):
        return bool(self.narrowing) or not self.is_valid()

    def among(self, observations):
        """Those asked for; a filter nobody can read is left out."""
        if kind := self.value("kind"):
            observations = observations.filter(kind=kind)
        if theme := self.value("theme"):
            observations = observations.filter(theme=theme)
        if public := self.value("public"):
            observations = observations.filter(publics=public)
        if bassin := self.value("bassin"):
            observations = observations.heard_in(bassin)
        if state := self.value("state"):
            observations = observations.filter(reached=state)
        return observations
