"""A need in a few words, which name nobody; an address only for an answer."""

from django.utils.translation import gettext_lazy as _

from portal.core.person_fields import Email, LongText, Text
from portal.core.stamped_form import StampedForm
from services.support.nameless_form import NamelessForm
from trainings.models.need_suggestion import LONGEST_WHAT, LONGEST_WHY


class SuggestionForm(NamelessForm, StampedForm):
    free = ("what", "why")

    what = Text(
        label=_("What would you like to learn, or to talk over?"),
        limit=LONGEST_WHAT,
        missing=_("Say the need in a few words"),
        help_text=_("For example: supporting somebody who refuses all care."),
    )
    why = LongText(
        label=_("What makes you need it?"),
        limit=LONGEST_WHY,
        help_text=_(
            "Write nothing by which somebody you accompany may be recognised: no "
            "name, no birth date, no address."
        ),
    )
    email = Email(
        missing="",
        required=False,
        label=_("Your e-mail address"),
        help_text=_("To answer you once the team has read it; erased right after."),
    )

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["why"].widget.attrs["rows"] = 4
