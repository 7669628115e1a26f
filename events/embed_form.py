"""Which meetings another site shows of the agenda, in which language and how many."""

from django import forms
from django.conf import settings
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from events.forms import FeedFilter
from events.models import Concertation, Cycle, Meeting
from portal.core.models import Theme

USUAL = 10
MOST = 50
EVERYTHING = {
    "theme": _("All themes"),
    "kind": _("All kinds"),
    "commune": _("All communes"),
    "bassin": _("All bassins"),
    "concertation": _("All concertations"),
    "cycle": _("All cycles"),
}


class EmbedFilter(FeedFilter):
    """The filters of calendars, and one meeting; the next ones first."""

    keys = {
        **FeedFilter.keys,
        "meeting": pgettext_lazy("key in an address", "meeting"),
        "limit": pgettext_lazy("key in an address", "limit"),
    }

    # A page of another site shows what comes next, whatever the month.
    month = None
    meeting = forms.UUIDField(
        required=False,
        label=_("Meeting"),
        widget=forms.HiddenInput,
        error_messages={"invalid": _("There is no such meeting.")},
    )
    limit = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=MOST,
        label=_("How many at most"),
        widget=forms.NumberInput(attrs={"placeholder": USUAL}),
    )

    def among(self, meetings):
        """The next ones asked for, as many as a page of another site may hold."""
        meetings = super().among(meetings)
        if uuid := self.value("meeting"):
            meetings = meetings.filter(uuid=uuid)
        return meetings[: self.value("limit") or USUAL]


class EmbedBuilder(EmbedFilter):
    """The form that composes what another site pastes."""

    keys = {
        **EmbedFilter.keys,
        "language": pgettext_lazy("key in an address", "language"),
    }
    field_order = ["language"]

    language = forms.ChoiceField(
        choices=settings.LANGUAGES,
        required=False,
        label=_("Language"),
        error_messages={"invalid_choice": _("The portal does not speak it.")},
    )

    def __init__(self, data):
        # The reader's own language, unless they ask for another.
        here = {self.add_prefix("language"): get_language()}
        super().__init__(here | {key: data[key] for key in data})
        fields = self.fields
        fields["concertation"].queryset = Theme.objects.filter(
            pk__in=Concertation.objects.values("theme")
        )
        fields["kind"].choices = [("", ""), *Meeting.Kind.choices]
        seasons = Cycle.objects.order_by("season").values_list("season", flat=True)
        fields["cycle"].widget = forms.Select(
            choices=[("", ""), *((season, season) for season in seasons.distinct())]
        )
        for name, everything in EVERYTHING.items():
            self._name_the_whole(fields[name], everything)
        for field in self.visible_fields():
            field.field.widget.attrs["class"] = "in"

    def _name_the_whole(self, field, everything):
        if isinstance(field, forms.ModelChoiceField):
            field.empty_label = everything
            return
        choices = list(field.widget.choices)
        field.widget.choices = [("", everything), *choices[1:]]

    @property
    def chosen_language(self):
        return self.value("language") or get_language()
