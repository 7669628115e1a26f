from django.utils.translation import gettext_lazy as _

from portal.core.person_fields import LongText
from portal.core.stamped_form import StampedForm
from services.models.support_words import LONGEST
from services.support.nameless_form import NamelessForm
from services.support.request_form import NOT_NAMING


class MessageForm(NamelessForm, StampedForm):
    """Something to add to a request."""

    free = ("text",)

    text = LongText(
        label=_("Your message"),
        limit=LONGEST,
        missing=_("Write your message"),
        help_text=NOT_NAMING,
    )
