"""Each fact of each service: still right, or what is right instead."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.answers_form import AnswersForm
from services.correcting import facts
from services.correcting.forms import text_field

STILL, WRONG = "still", "wrong"


class ServiceForm(AnswersForm):
    """The facts of one service; still right unless one says otherwise."""

    def __init__(self, data=None, *, service, today):
        super().__init__(data, prefix=f"s{service.pk}")
        self.service = service
        self.facts = facts.of(service, today)
        for fact in self.facts:
            self.fields[f"{fact.key}-is"] = forms.ChoiceField(
                choices=[(STILL, _("Still right")), (WRONG, _("To correct"))],
                initial=STILL,
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields[f"{fact.key}-right"] = _right(fact)
            if fact.is_dated:
                self.fields[f"{fact.key}-until"] = forms.DateField(
                    label=_("Until which day? You are asked again then."),
                    required=False,
                    widget=forms.DateInput(attrs={"type": "date", "class": "in in--s"}),
                )

    @property
    def lines(self):
        """Each fact with its fields."""
        return [
            {
                "fact": fact,
                "is": self[f"{fact.key}-is"],
                "right": self[f"{fact.key}-right"],
                "until": self[f"{fact.key}-until"] if fact.is_dated else None,
            }
            for fact in self.facts
        ]

    def clean(self):
        cleaned = super().clean()
        for fact in self.facts:
            right = cleaned.get(f"{fact.key}-right")
            if cleaned.get(f"{fact.key}-is") == WRONG and not right:
                self.add_error(f"{fact.key}-right", _("Write what is right"))
        return cleaned

    @property
    def said(self):
        """What is right of the facts to correct, by their keys."""
        return {
            fact.key: self._said(fact)
            for fact in self.facts
            if self.cleaned_data.get(f"{fact.key}-is") == WRONG
        }

    def _said(self, fact):
        right = self.cleaned_data[f"{fact.key}-right"]
        if fact.is_dated:
            return right, self.cleaned_data.get(f"{fact.key}-until")
        return right


def _right(fact):
    if fact.choices:
        return forms.ChoiceField(
            label=_("What is right"),
            choices=[("", _("Choose")), *fact.choices],
            required=False,
            widget=forms.Select(attrs={"class": "in in--l"}),
        )
    return text_field(fact, _("What is right"))
