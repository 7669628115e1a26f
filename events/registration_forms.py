"""The page one registers by: a person, perhaps a colleague, and the mornings."""

from dataclasses import replace

from django import forms
from django.utils.translation import gettext_lazy as _

from events import email_typos
from events.person import Person
from events.person_form import PersonForm
from portal.core.answers_form import AnswersForm
from portal.core.person_fields import Email, Name
from portal.core.stamped_form import StampedForm

# What only the colleague can say, by the link they get.
THEIR_OWN = {
    "role": "",
    "access_need": "",
    "question": "",
    "is_listed": False,
    "answers": {},
}


def morning_words(line):
    """« Matinée 3/3 : …, mardi 12 mai 2026, de 9 h 15 à 12 h 15 »"""
    return f"{line.long_name}, {line.when_words}"


class ColleagueForm(AnswersForm):
    """A colleague one registers too: they get a mail and a link of their own."""

    given_name = Name(label=_("Their first name"), missing=_("Give their first name"))
    family_name = Name(label=_("Their last name"), missing=_("Give their last name"))
    email = Email(
        label=_("Their e-mail address"),
        missing=_("Give their e-mail address"),
        autocomplete="off",
        help_text=_("Your colleague gets a message there, and may give the seat back."),
    )


class RegistrationForm(StampedForm, PersonForm):
    """The whole page: a person, perhaps a colleague, and the mornings they come to."""

    mornings = forms.MultipleChoiceField(
        label=_("The other mornings of the cycle"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={
            "invalid_choice": _("A morning you ticked is no longer open: look again")
        },
    )
    may_wait = forms.BooleanField(required=False)
    checked_email = forms.CharField(required=False)

    def __init__(self, data=None, *, others=(), **kwargs):
        """``others`` are lines of further mornings."""
        super().__init__(data, **kwargs)
        self.colleague = ColleagueForm(
            data, prefix="colleague", empty_permitted=True, use_required_attribute=False
        )
        choices = [(str(line.meeting.pk), morning_words(line)) for line in others]
        self.fields["mornings"].choices = choices
        self.initial.setdefault("mornings", [key for key, _name in choices])

    @property
    def corrections(self):
        return [*super().corrections, *self.colleague.corrections]

    @property
    def asked_about(self):
        """The address that somebody was told, now or before, looks wrong."""
        if self.pauses_for == "typo":
            return self.cleaned_data["email"]
        return self.data.get("checked_email", "")

    @property
    def agrees_to_wait(self):
        return bool(self.is_bound and self.cleaned_data.get("may_wait"))

    @property
    def chosen(self):
        """The keys of the further mornings that were ticked."""
        return {int(key) for key in self.cleaned_data["mornings"]}

    @property
    def people(self):
        first = Person(**self.answers(), booking=self.shown.number)
        if not self.colleague.has_changed():
            return [first]
        theirs = self.colleague.cleaned_data
        return [first, replace(first, **THEIR_OWN, **theirs)]

    def clean(self):
        if self.colleague.is_valid():
            self._refuse_the_same_address()
        return super().clean()

    def look_for_robots(self):
        super().look_for_robots()
        if not self.errors:
            self._ask_about_a_typo()

    def _refuse_the_same_address(self):
        theirs = self.colleague.cleaned_data.get("email")
        if theirs and theirs == self.cleaned_data.get("email"):
            words = _("Give your colleague’s own address, not yours")
            self.colleague.add_error("email", words)

    def _ask_about_a_typo(self):
        email = self.cleaned_data["email"]
        likelier = email_typos.likelier(email)
        if likelier and self.cleaned_data["checked_email"].lower() != email:
            words = _(
                "Did you mean %(likelier)s? Correct the address, or send again if it "
                "is right."
            )
            self.hold(words % {"likelier": likelier}, "typo")
