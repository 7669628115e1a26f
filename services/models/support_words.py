"""What people wrote about a request. No constraint of these tables looks at a text:

a database that refuses a row may quote all of it in its logs.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from services.models.support_request import SupportRequest

LONGEST = 1500


class SupportWords(models.Model):
    """Who asks, and what about; erased as one row, some months after closing."""

    request = models.OneToOneField(
        SupportRequest, on_delete=models.CASCADE, related_name="words"
    )
    name = models.CharField(_("first and last name"), max_length=120)
    institution = models.CharField(_("institution"), max_length=160)
    role = models.CharField(_("function"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    situation = models.CharField(_("what it is about"), max_length=LONGEST)
    tried = models.CharField(_("what was tried"), max_length=LONGEST, blank=True)
    availability = models.CharField(_("when to meet"), max_length=200, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("words of a request")
        verbose_name_plural = _("words of requests")
        default_permissions = ()

    def __str__(self):
        return str(self.request)


class SupportMessage(models.Model):
    """What the person adds, what the team writes to them, and its own notes."""

    class Voice(models.TextChoices):
        PERSON = "person", pgettext_lazy("message", "The person")
        TEAM = "team", pgettext_lazy("message", "The team")
        NOTE = "note", pgettext_lazy("message", "Note of the team")

    request = models.ForeignKey(
        SupportRequest, on_delete=models.CASCADE, related_name="messages"
    )
    at = models.DateTimeField(_("when"))
    voice = models.CharField(_("who"), max_length=6, choices=Voice.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    # The same form adds once.
    number = models.UUIDField(null=True, unique=True, editable=False)
    text = models.CharField(_("text"), max_length=LONGEST)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("message about a request")
        verbose_name_plural = _("messages about requests")
        ordering = ["at", "pk"]
        default_permissions = ()

    def __str__(self):
        return self.get_voice_display()
