"""What anybody may report from the field, without naming anyone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events.models.concertation import concerted_themes
from events.models.observation import Observation
from events.models.reported_need import LONGEST
from portal.core.models import Commune, Theme
from portal.core.person_fields import Email, LongText
from portal.core.stamped_form import StampedForm
from services.support.nameless_form import NamelessForm


class ReportedNeedForm(NamelessForm, StampedForm):
    free = ("words",)

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[
            (Observation.Kind.NEED, _("A need of people you accompany")),
            (Observation.Kind.OBSTACLE, _("An obstacle they meet")),
            (Observation.Kind.DIFFICULTY, _("A difficulty of yours as a professional")),
        ],
        initial=Observation.Kind.NEED,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three")},
    )
    words = LongText(
        label=_("In a sentence or two"),
        limit=LONGEST,
        missing=_("Write what you meet in the field"),
        help_text=_(
            "What comes back, not who: no name, no initials, no birth date, nothing "
            "that lets anyone recognise a person. For example: « families without a "
            "permit of residence find no place for a child in crisis »."
        ),
    )
    theme = forms.ModelChoiceField(
        label=_("Theme"),
        queryset=Theme.objects.none(),
        required=False,
        empty_label=_("Not said"),
        help_text=_("So that the right concertation hears of it."),
    )
    commune = forms.ModelChoiceField(
        label=_("Commune"),
        queryset=Commune.objects.filter(is_commune=True),
        required=False,
        empty_label=_("Not said"),
        help_text=_("Where you meet it."),
    )
    email = Email(
        label=_("Your e-mail address"),
        missing="",
        required=False,
        help_text=_("To tell you what becomes of it; erased right after."),
    )

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["theme"].queryset = concerted_themes()
        self.fields["words"].widget.attrs.update(rows=4, autocomplete="off")
        for name in ("theme", "commune"):
            self.fields[name].widget.attrs["class"] = "in in--l"

    @property
    def own(self):
        return {self.cleaned_data.get("email", "")}

    @property
    def said(self):
        names = ("kind", "words", "theme", "commune", "email")
        return {name: self.cleaned_data[name] for name in names}
