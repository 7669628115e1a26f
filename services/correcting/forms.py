"""What is wrong in an entry, and what is right: the form anybody may fill in."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.core.person_fields import Email, LongText, Text
from portal.core.stamped_form import StampedForm
from services.correcting import facts

NOTE_LIMIT = 1500
# Addresses of pages are long, and have no line breaks.
ONE_LINE = 500


def right_field(fact):
    """The field for what is right of ``fact``; it may be left empty."""
    if fact.choices:
        choices = [("", _("No change")), *fact.choices]
        widget = forms.Select(attrs={"class": "in in--l"})
        return forms.ChoiceField(
            label=fact.label, choices=choices, required=False, widget=widget
        )
    return text_field(fact, fact.label)


def text_field(fact, label):
    """As long as the fact may be: one line, or several."""
    kind = LongText if fact.longest > ONE_LINE else Text
    return kind(limit=fact.longest, label=label)


class CorrectionForm(StampedForm):
    """One field per fact, empty: whoever fills one says what is right instead."""

    def __init__(self, data=None, *, service, now, is_pressed=False):
        super().__init__(data, now=now, is_pressed=is_pressed)
        self.facts = facts.of(service, timezone.localdate(now))
        own = {f"right-{fact.key}": right_field(fact) for fact in self.facts}
        note = LongText(
            limit=NOTE_LIMIT,
            label=_("Something else"),
            help_text=_("Nothing about a person you accompany."),
        )
        note.widget.attrs["rows"] = 3
        email = Email(
            missing="",
            required=False,
            label=_("Your e-mail address"),
            help_text=_("To thank you once it is corrected; erased right after."),
        )
        self.fields = {**own, "note": note, "email": email, **self.fields}

    @property
    def lines(self):
        """Each fact with its field."""
        return [(fact, self[f"right-{fact.key}"]) for fact in self.facts]

    def clean(self):
        cleaned = super().clean()
        if not self.corrections and not self.said and not cleaned.get("note"):
            words = _("Say what is right for one fact at least, or what else is wrong.")
            self.add_error("note", words)
        return cleaned

    @property
    def said(self):
        """What is right, by the key of the fact."""
        return {
            fact.key: right
            for fact in self.facts
            if (right := self.cleaned_data.get(f"right-{fact.key}"))
        }
