"""What people say of themselves to register, and what they correct of it later."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from events.notices import WRITTEN_IN
from events.question_form import QuestionsForm
from portal.core.answers_form import AnswersForm
from portal.core.person_fields import Email, LongText, Name, Text
from services import organisations


def languages():
    """The languages our letters are written in, each by its own name."""
    return [choice for choice in settings.LANGUAGES if choice[0] in WRITTEN_IN]


class PersonForm(AnswersForm):
    """What we ask of somebody who comes."""

    given_name = Name(
        label=_("First name"),
        missing=_("Give your first name"),
        autocomplete="given-name",
    )
    family_name = Name(
        label=_("Last name"),
        missing=_("Give your last name"),
        autocomplete="family-name",
    )
    email = Email(
        label=_("Professional e-mail address"),
        missing=_("Give your e-mail address"),
        help_text=_("For the confirmation, and to give your seat back."),
    )
    organisation = Text(
        label=_("Organisation"),
        limit=160,
        missing=_("Give your organisation, or “on my own account”"),
        help_text=_("Without an organisation, write “on my own account”."),
        autocomplete="organization",
    )
    role = Text(
        label=_("Function"),
        limit=120,
        help_text=_("For example: social worker, nurse, psychologist."),
        autocomplete="organization-title",
    )
    language = forms.ChoiceField(
        label=_("Language of your e-mails"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the language of your e-mails")},
    )
    access_need = LongText(
        label=_("Do you need anything to take part?"),
        limit=300,
        help_text=_(
            "Access, induction loop, translation… Say only what we must prepare: only "
            "the team reads it."
        ),
    )
    question = LongText(
        label=_("A question to bring up?"),
        limit=500,
        help_text=_("Give nothing by which a person you accompany may be recognised."),
    )
    is_listed = forms.BooleanField(
        label=_("Show my name and my organisation on the list handed out there"),
        required=False,
    )

    def __init__(self, data=None, *, meeting, answers=None, **kwargs):
        """``answers`` are those to the questions of ``meeting``, given before."""
        super().__init__(data, **kwargs)
        self.fields["language"].choices = languages()
        self.fields["organisation"].widget.attrs["list"] = "organisations"
        self.asked = QuestionsForm(meeting, data, answers=answers)

    @property
    def organisations(self):
        """Suggestions for the organisation; any other may be written."""
        return organisations.names()

    @property
    def corrections(self):
        return [*super().corrections, *self.asked.corrections]

    def answers(self):
        said = {name: self.cleaned_data[name] for name in PERSON}
        return {**said, "answers": self.asked.answers()}

    def clean(self):
        cleaned = super().clean()
        if self.corrections and not self.errors:
            self.hold(_("Something is to be corrected."), "correction")
        return cleaned


PERSON = tuple(PersonForm.base_fields)


def said_by(registration):
    """What somebody said of themselves, by the names of the fields."""
    need = getattr(registration, "access_need", None)
    said = {
        name: getattr(registration, name) for name in PERSON if name != "access_need"
    }
    return {**said, "access_need": need.text if need else ""}


class CorrectionForm(PersonForm):
    """What somebody corrects of what they said."""

    @classmethod
    def of(cls, registration, data=None):
        return cls(
            data,
            initial=said_by(registration),
            meeting=registration.meeting,
            answers=registration.answers,
        )
