"""What the team says on its screens."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from portal.core.forms import AddressForm
from portal.core.person_fields import LongText
from services.models import (
    SupportAnswer,
    SupportKind,
    SupportLevel,
    SupportOutcome,
    SupportRequest,
    SupportTeam,
)
from services.models.support_words import LONGEST
from services.support.nameless_form import NamelessForm


class ListForm(AddressForm):
    """Which requests of the list."""

    state = forms.ChoiceField(
        label=_("State"),
        choices=[
            ("", _("Open ones")),
            *SupportRequest.State.choices,
            ("all", _("All")),
        ],
        required=False,
    )
    kind = forms.ModelChoiceField(
        label=_("Kind"),
        queryset=SupportKind.objects.filter(is_asked=True),
        to_field_name="code",
        required=False,
        empty_label=_("All"),
    )
    owner = forms.ChoiceField(
        label=_("Followed by"),
        choices=[("", _("All")), ("me", _("me")), ("nobody", _("nobody yet"))],
        required=False,
    )
    p = forms.IntegerField(required=False, min_value=1, max_value=10_000)


class OfOneRequest(forms.Form):
    """A form about ``asked``; the verb is called with what it says."""

    # Whether there is anything to choose.
    is_of_use = True

    def __init__(self, data=None, *, asked, now, **kwargs):
        super().__init__(data, **kwargs)
        self.asked = asked
        self.now = now


class AssignForm(OfOneRequest):
    owner = forms.ModelChoiceField(
        label=_("Entrust to"), queryset=get_user_model().objects.none()
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = self.asked.team.members.filter(is_active=True)


class AnswerChoice(forms.ModelChoiceField):
    """Each answer with all that it says."""

    def label_from_instance(self, answer):
        return f"{answer.name} – {answer.text}"


class AnswerForm(OfOneRequest):
    answer = AnswerChoice(
        label=_("Answer"),
        queryset=SupportAnswer.objects.all(),
        widget=forms.RadioSelect,
        empty_label=None,
    )

    @property
    def is_of_use(self):
        return self.fields["answer"].queryset.exists()


class TextForm(NamelessForm, OfOneRequest):
    free = ("text",)

    text = LongText(
        label=_("Text"),
        limit=LONGEST,
        missing=_("Write the text first."),
        help_text=_("Without what tells who somebody is."),
    )

    def said(self):
        return {"text": self.cleaned_data["text"]}


class ProposeForm(OfOneRequest):
    team = forms.ModelChoiceField(
        label=_("Team proposed"), queryset=SupportTeam.objects.none()
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        others = SupportTeam.objects.exclude(pk=self.asked.team_id)
        self.fields["team"].queryset = others

    @property
    def is_of_use(self):
        return self.fields["team"].queryset.exists()


class CloseForm(OfOneRequest):
    """The codes say the level, where they are all of one."""

    level = forms.ModelChoiceField(
        label=_("Level"),
        queryset=SupportLevel.objects.all(),
        widget=forms.RadioSelect,
        required=False,
        empty_label=None,
        help_text=_("Not needed where all the codes ticked are of one level."),
    )
    outcomes = forms.ModelMultipleChoiceField(
        label=_("Results and difficulties"),
        queryset=SupportOutcome.objects.select_related("level"),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "codes"}),
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        groups = {}
        for one in self.fields["outcomes"].queryset:
            groups.setdefault((one.level, one.get_sort_display()), []).append(one)
        self.fields["outcomes"].choices = [
            (f"{level} – {sort}", [(one.pk, one.name) for one in ones])
            for (level, sort), ones in groups.items()
        ]

    def clean(self):
        cleaned = super().clean()
        levels = {one.level for one in cleaned.get("outcomes", ())}
        if not cleaned.get("level") and len(levels) != 1:
            self.add_error("level", _("Choose the level"))
        elif not cleaned.get("level"):
            cleaned["level"] = levels.pop()
        return cleaned
