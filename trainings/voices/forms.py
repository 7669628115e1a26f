"""What « moi aussi » asks: an address, and whether to write of sessions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.person_fields import Email
from portal.core.stamped_form import StampedForm


class VoiceForm(StampedForm):
    email = Email(
        label=_("Your e-mail address"),
        missing=_("Give your e-mail address"),
        help_text=_(
            "To confirm by a link, so that each person counts once. No name is asked, "
            "none is published."
        ),
    )
    wants_news = forms.BooleanField(
        label=_("Tell me when a session opens"), required=False
    )


class OwnVoiceForm(forms.Form):
    """What whoever holds the link does with their voice."""

    WITHDRAW, HEAR, HEAR_NOTHING, ERASE = "withdraw", "hear", "hear-nothing", "erase"

    act = forms.ChoiceField(
        choices=[(act, act) for act in (WITHDRAW, HEAR, HEAR_NOTHING, ERASE)]
    )
