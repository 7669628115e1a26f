"""The address whose links are sent again."""

from django.utils.translation import gettext_lazy as _

from portal.core.person_fields import Email
from portal.core.stamped_form import StampedForm


class LinkForm(StampedForm):
    email = Email(
        label=_("Your e-mail address"),
        missing=_("Give your e-mail address"),
        help_text=_("The one you registered with: the link is sent there only."),
    )
