"""The page one registers by: a person, perhaps a colleague, and the mornings."""

from dataclasses import replace

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from events import email_typos, form_stamp
from events.form_stamp import Stamp
from events.person import Person
from events.person_fields import Email, Name, Text
from events.person_form import AnswersForm, PersonForm

TOO_LONG_OPEN = _(
    "This page stayed open for too long. Your answers are kept: send them again."
)
COPY_DIGITS = _(
    "To keep robots away, copy the four digits at the end of the form, then send again."
)


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


class RegistrationForm(PersonForm):
    """The whole page: a person, perhaps a colleague, and the mornings they come to."""

    mornings = forms.MultipleChoiceField(
        label=_("The other mornings of the cycle"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={
            "invalid_choice": _("A morning you ticked is no longer open: look again")
        },
    )
    # People do not see it; who fills it in may be a robot.
    website = forms.CharField(label=_("Leave this field empty"), required=False)
    digits = Text(label=_("The four digits"), limit=20)
    stamp = forms.CharField(required=False)
    may_wait = forms.BooleanField(required=False)
    checked_email = forms.CharField(required=False)

    def __init__(self, data=None, *, others=(), now, is_pressed=False, **kwargs):
        """``others`` are lines of further mornings; ``is_pressed`` asks for digits."""
        super().__init__(data, **kwargs)
        self.now = now
        self.is_pressed = is_pressed
        self.colleague = ColleagueForm(
            data, prefix="colleague", empty_permitted=True, use_required_attribute=False
        )
        choices = [(str(line.meeting.pk), morning_words(line)) for line in others]
        self.fields["mornings"].choices = choices
        self.initial.setdefault("mornings", [key for key, _name in choices])
        self.fields["website"].widget.attrs.update(tabindex="-1", autocomplete="off")
        self.fields["digits"].widget.attrs.update(inputmode="numeric")

    @cached_property
    def shown(self):
        """The stamp of the form as it was shown; None when it no longer counts."""
        try:
            return form_stamp.read(str(self.data.get("stamp", "")), now=self.now)
        except form_stamp.StaleFormError:
            return None

    @cached_property
    def next_stamp(self):
        return self.shown or Stamp(self.now)

    @property
    def corrections(self):
        return [*super().corrections, *self.colleague.corrections]

    @property
    def pauses_for(self):
        """The short name of that reason."""
        errors = self.errors.as_data().get(NON_FIELD_ERRORS, [])
        return errors[0].code if errors and not self.corrections else ""

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
        alone = {"role": "", "access_need": "", "question": "", "is_listed": False}
        return [first, replace(first, **alone, **theirs)]

    def hold(self, message, code):
        """Show the form again with its answers, and why."""
        self.errors.pop(NON_FIELD_ERRORS, None)
        self.add_error(None, ValidationError(message, code=code))

    def clean(self):
        cleaned = super().clean()
        if self.colleague.is_valid():
            self._refuse_the_same_address()
        if not self.corrections:
            self._pause()
        elif not self.errors:
            self.hold(_("Something is to be corrected."), "colleague")
        return cleaned

    def _refuse_the_same_address(self):
        theirs = self.colleague.cleaned_data.get("email")
        if theirs and theirs == self.cleaned_data.get("email"):
            words = _("Give your colleague’s own address, not yours")
            self.colleague.add_error("email", words)

    def _pause(self):
        email = self.cleaned_data["email"]
        likelier = email_typos.likelier(email)
        if not self.shown:
            self.hold(TOO_LONG_OPEN, "stale")
        elif self._may_be_a_robot() and not self._copied_digits():
            self.hold(COPY_DIGITS, "robot")
        elif likelier and self.cleaned_data["checked_email"].lower() != email:
            words = _(
                "Did you mean %(likelier)s? Correct the address, or send again if it "
                "is right."
            )
            self.hold(words % {"likelier": likelier}, "typo")

    def _may_be_a_robot(self):
        trapped = self.cleaned_data["website"]
        return trapped or self.is_pressed or self.shown.is_hasty(self.now)

    def _copied_digits(self):
        said = "".join(self.cleaned_data["digits"].split())
        return said == self.shown.digits
