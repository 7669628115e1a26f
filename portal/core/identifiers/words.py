from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What tells who somebody is."""

    BIRTH_DATE = "birth_date", _("a birth date")
    NATIONAL_NUMBER = "national_number", _("a national register number")
    PHONE = "phone", _("a phone number")
    EMAIL = "email", _("an e-mail address")
    NAME = "name", _("the name of somebody")
