import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from trainings.models.training_need import TrainingNeed


def new_stamp():
    return secrets.token_urlsafe(12)


class NeedVoiceQuerySet(models.QuerySet):
    def confirmed(self):
        return self.exclude(confirmed_at=None)

    def unconfirmed(self):
        return self.filter(confirmed_at=None)

    def of(self, email):
        """All that one person said, whatever the case their address is written in."""
        return self.filter(email__iexact=email) if email else self.none()

    def to_tell(self):
        """Those who asked to hear of sessions, and can."""
        return self.confirmed().filter(wants_news=True).exclude(email="")


class NeedVoice(models.Model):
    """« Moi aussi »: somebody needs it too. Counted in public, never named.

    It counts once its mailed link was confirmed. When its keeping ends, the address
    goes and the voice stays as a number.
    """

    need = models.ForeignKey(
        TrainingNeed, on_delete=models.CASCADE, related_name="said_by"
    )
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(
        max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    wants_news = models.BooleanField(_("wants to hear of sessions"), default=False)
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    # A new one revokes the links that were mailed.
    stamp = models.CharField(max_length=16, default=new_stamp, editable=False)

    objects = NeedVoiceQuerySet.as_manager()

    # « Usage » of a need lists nobody.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("voice for a need")
        verbose_name_plural = _("voices for needs")
        ordering = ["created_at", "pk"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["need", "confirmed_at"], name="trainings_voice_count"),
            models.Index(Lower("email"), name="trainings_voice_of"),
        ]
        constraints = [
            models.UniqueConstraint(
                "need",
                Lower("email"),
                condition=~Q(email=""),
                name="trainings_voice_one_per_address",
            ),
            models.CheckConstraint(
                condition=~Q(email="") | Q(confirmed_at__isnull=False),
                name="trainings_voice_is_a_number_once_confirmed",
            ),
            models.CheckConstraint(
                condition=~Q(email="") | Q(wants_news=False),
                name="trainings_voice_without_address_hears_nothing",
            ),
        ]

    def __str__(self):
        return f"{self.need} ({self.pk})"

    @property
    def is_confirmed(self):
        return self.confirmed_at is not None
