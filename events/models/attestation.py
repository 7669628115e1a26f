import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.registration import UNAMBIGUOUS, Registration

# 73 bits: nobody finds one by trying.
SIGNS = 15
GROUP = 5


def new_number():
    return "".join(secrets.choice(UNAMBIGUOUS) for _sign in range(SIGNS))


def signs_of(number):
    """The number without what people write between or around its signs."""
    return "".join(sign for sign in number.upper() if sign in UNAMBIGUOUS)


class Attestation(models.Model):
    """The paper that says somebody was at a meeting, found again by its number.

    It outlives the name on the registration, so that the paper can still be checked:
    it keeps the name as it was issued, for twelve months from ``issued_at``.
    """

    number = models.CharField(
        _("number"), max_length=SIGNS, unique=True, default=new_number, editable=False
    )
    registration = models.OneToOneField(
        Registration,
        on_delete=models.CASCADE,
        related_name="attestation",
        verbose_name=_("registration"),
    )
    name = models.CharField(_("name"), max_length=161)
    issued_at = models.DateTimeField(_("issued on"), db_index=True)

    class Meta:
        verbose_name = _("attestation")
        verbose_name_plural = _("attestations")
        ordering = ["issued_at", "pk"]

    def __str__(self):
        return self.written_number

    @property
    def written_number(self):
        """« 7K3QP-9XWFA-M2RTB »: as it stands on paper."""
        groups = range(0, SIGNS, GROUP)
        return "-".join(self.number[start : start + GROUP] for start in groups)
