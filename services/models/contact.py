"""Who to write to about an entry, and what the team notes: never public.

Kept out of revisions and drafts, so that what is removed here is gone.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from services.models.service import Service


class Contact(models.Model):
    """A person the team knows at a service; seen only by whom it is permitted."""

    service = models.ForeignKey(
        Service, on_delete=models.CASCADE, related_name="contacts"
    )
    name = models.CharField(_("name"), max_length=160)
    title = models.CharField(_("role"), max_length=160, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    language = models.CharField(
        _("language of letters"),
        max_length=2,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
    )
    confirms = models.BooleanField(
        _("is asked to confirm the entry"),
        default=False,
        help_text=_("Receives the link to confirm or correct it, about twice a year."),
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("private contact")
        verbose_name_plural = _("private contacts")
        ordering = ["name", "pk"]
        permissions = [
            ("view_private_part", _("See the private contacts and notes of a service")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirms=False) | ~Q(email=""),
                name="services_contact_who_confirms_has_an_email",
                violation_error_message=_(
                    "Give the e-mail of whoever is asked to confirm."
                ),
            )
        ]

    def __str__(self):
        return self.name


class PrivateNote(models.Model):
    """What the team keeps in mind about a service; one text, never public."""

    service = models.OneToOneField(
        Service, on_delete=models.CASCADE, related_name="private_note"
    )
    text = models.TextField(_("private note"), blank=True)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("private note")
        verbose_name_plural = _("private notes")

    def __str__(self):
        return str(_("private note"))
