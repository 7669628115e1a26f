"""Which part of the catalogue; its addresses can be shared."""

from django import forms
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.core.forms import AddressForm
from portal.core.models import Theme
from trainings.models.training import Training
from trainings.models.training_need import TrainingNeed

UPCOMING, ON_DEMAND = "upcoming", "on-demand"
DATES = [(UPCOMING, _("A date to come")), (ON_DEMAND, _("On demand"))]
FREE = "free"


class CatalogueForm(AddressForm):
    """Whatever cannot be read is left out, and said beside its field."""

    keys = {
        "kind": pgettext_lazy("key in an address", "kind"),
        "theme": pgettext_lazy("key in an address", "theme"),
        "need": pgettext_lazy("key in an address", "need"),
        "dates": pgettext_lazy("key in an address", "dates"),
        "cost": pgettext_lazy("key in an address", "cost"),
        "page": pgettext_lazy("key in an address", "page"),
    }
    kind = forms.ChoiceField(
        choices=[("", _("All kinds")), *Training.Kind.choices],
        required=False,
        label=_("Kind"),
        error_messages={"invalid_choice": _("There is no such kind.")},
    )
    theme = forms.ModelChoiceField(
        Theme.objects.none(),
        to_field_name="code",
        required=False,
        label=_("Theme"),
        empty_label=_("All themes"),
        error_messages={"invalid_choice": _("There is no such theme.")},
    )
    need = forms.ModelChoiceField(
        TrainingNeed.objects.none(),
        to_field_name="slug",
        required=False,
        label=_("Need it answers"),
        empty_label=_("All needs"),
        error_messages={"invalid_choice": _("There is no such need.")},
    )
    dates = forms.ChoiceField(
        choices=[("", _("All dates")), *DATES],
        required=False,
        label=_("When"),
        error_messages={"invalid_choice": _("There is no such choice.")},
    )
    cost = forms.ChoiceField(
        choices=[("", _("All prices")), (FREE, _("Free of charge"))],
        required=False,
        label=_("Price"),
        error_messages={"invalid_choice": _("There is no such choice.")},
    )
    page = forms.IntegerField(
        required=False, min_value=1, max_value=10_000, widget=forms.HiddenInput
    )

    def __init__(self, data=None):
        super().__init__(data)
        of_public = Training.objects.public().order_by()
        self.fields["theme"].queryset = Theme.objects.filter(
            trainings__in=of_public
        ).distinct()
        self.fields["need"].queryset = TrainingNeed.objects.public()
        for field in self.visible_fields():
            field.field.widget.attrs["class"] = "in"

    @property
    def narrowing(self):
        """What narrows, as the query of an address: without the page."""
        return self.query(without="page")

    @property
    def is_active(self):
        return bool(self.errors or self.narrowing)

    def among(self, trainings):
        """Those asked for, but for their dates."""
        narrowing = {
            "kind": self.value("kind"),
            "themes": self.value("theme"),
            "needs": self.value("need"),
            "is_free": self.value("cost") == FREE or None,
        }
        asked = {name: value for name, value in narrowing.items() if value}
        if self.value("dates") == ON_DEMAND:
            asked["is_on_demand"] = True
        return trainings.filter(**asked)

    @property
    def wants_dates(self):
        return self.value("dates") == UPCOMING

    @property
    def chips(self):
        """Each filter in force: its words, and the address without it."""
        narrowing = [name for name in self.asked if name != "page"]
        return [(self._words(name), self._query_without(name)) for name in narrowing]

    def _query_without(self, name):
        asked = {key: text for key, text in self.asked.items() if key != "page"}
        asked.pop(name)
        return urlencode({self.add_prefix(key): text for key, text in asked.items()})

    def _words(self, name):
        value, field = self.value(name), self.fields[name]
        if isinstance(field, forms.ModelChoiceField):
            return str(value)
        return str(dict(field.choices)[value])
