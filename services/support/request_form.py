"""What a team is asked with: a few fields, some for one kind of support only."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.core.models import Commune
from portal.core.person_fields import Email, LongText, Name, Text
from portal.core.stamped_form import StampedForm
from services.models import SupportLevel, SupportRequest
from services.models.support_words import LONGEST
from services.support.languages import named
from services.support.nameless_form import NamelessForm

PHONE = re.compile(r"[\d\s./()+-]+")
FEWEST_DIGITS, MOST_DIGITS = 8, 15
NOT_NAMING = _(
    "Write nothing by which the person may be recognised: no name, no initials, no "
    "birth date, no address, no national number. The team calls you for the details."
)


class Phone(Text):
    def clean(self, value):
        text = super().clean(value)
        digits = sum(sign.isdigit() for sign in text)
        is_phone = PHONE.fullmatch(text) and FEWEST_DIGITS <= digits <= MOST_DIGITS
        if text and not is_phone:
            message = _("Write a Belgian or international number, e.g. 02 123 45 67")
            raise ValidationError(message, code="phone")
        return text


class SupportForm(NamelessForm, StampedForm):
    free = ("situation", "tried", "availability")

    situation = LongText(
        label=_("What brings you, in a few lines"),
        limit=LONGEST,
        missing=_("Write a few words on what brings you"),
        help_text=NOT_NAMING,
    )
    tried = LongText(
        label=_("What was tried already"), limit=LONGEST, help_text=_("Without names.")
    )
    level = forms.ModelChoiceField(
        label=_("Where it is stuck"),
        queryset=SupportLevel.objects.all(),
        widget=forms.RadioSelect,
        required=False,
        empty_label=None,
    )
    name = Name(
        label=_("First and last name"),
        missing=_("Give your name"),
        help_text=_("Yours: who asks, not who it is about."),
        autocomplete="name",
    )
    institution = Text(
        label=_("Institution"),
        limit=160,
        missing=_("Give your institution, or “on my own account”"),
        autocomplete="organization",
    )
    role = Text(label=_("Function"), limit=120, autocomplete="organization-title")
    sector = forms.ChoiceField(
        label=_("Sector"),
        choices=[("", _("Choose")), *SupportRequest.Sector.choices],
        error_messages={"required": _("Choose the sector of your institution")},
    )
    commune = forms.ModelChoiceField(
        label=_("Commune"),
        queryset=Commune.objects.filter(is_commune=True),
        required=False,
        empty_label=_("Not said"),
        help_text=_("Where you work: it is counted, nothing more."),
    )
    email = Email(
        label=_("Professional e-mail address"),
        missing=_("Give your e-mail address"),
        help_text=_("For the link to follow your request. No text of it is ever sent."),
    )
    phone = Phone(
        label=_("Phone"),
        limit=30,
        missing=_("Give a number to call you at"),
        help_text=_("To call you back: it is our first contact."),
        autocomplete="tel",
    )
    language = forms.ChoiceField(
        label=_("Language wanted"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a language")},
    )
    availability = Text(
        label=_("When to reach or meet you"),
        limit=200,
        help_text=_("For example: Tuesday and Thursday morning."),
    )

    def __init__(self, data=None, *, team, kind, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["situation"].widget.attrs.update(rows=6, autocomplete="off")
        self.fields["phone"].widget.input_type = "tel"
        self.fields["phone"].widget.attrs["class"] = "in in--m"
        for name in ("sector", "commune"):
            self.fields[name].widget.attrs["class"] = "in in--l"
        self.fields["language"].choices = named(team.languages)
        if kind.question:
            self.fields["situation"].label = kind.question
        for name in ("level", "tried", "availability"):
            if not getattr(kind, f"asks_{name}"):
                del self.fields[name]

    def said(self):
        """The answers, by the names of the fields; those of a robot's trap left out."""
        own = {"website", "digits", "stamp", "seen"}
        return {
            name: value for name, value in self.cleaned_data.items() if name not in own
        }
