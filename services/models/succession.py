from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Succession(models.Model):
    """Whether a service is in activity, and who took over from one that is not."""

    class Status(models.TextChoices):
        """The four of HSDS; one that is closed for a while is still listed, marked."""

        ACTIVE = "active", _("active")
        INACTIVE = "inactive", _("inactive")
        DEFUNCT = "defunct", _("closed for good")
        TEMPORARILY_CLOSED = "temporarily closed", _("temporarily closed")

    status = models.CharField(
        _("status"), max_length=18, choices=Status.choices, default=Status.ACTIVE
    )
    successor = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        related_name="predecessors",
        verbose_name=_("taken over by"),
        null=True,
        blank=True,
        help_text=_("The page of a closed service leads there."),
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.successor_id and self.status == self.Status.ACTIVE:
            words = _("A service that is active has nobody who takes over.")
            raise ValidationError({"successor": words})
        self._refuse_loop()

    def succession(self):
        """Who took over, then who took over from them; a loop ends where it closes."""
        seen, chain, after = {self.pk}, [], self.successor
        while after is not None and after.pk not in seen:
            seen.add(after.pk)
            chain.append(after)
            after = after.successor
        return chain

    @property
    def final_successor(self):
        """The public service to go to instead of this closed one, or nothing."""
        return next(
            (after for after in reversed(self.succession()) if after.live), None
        )

    def _refuse_loop(self):
        after, seen = self.successor, set()
        while after is not None and after.pk not in seen:
            if self.pk and after.pk == self.pk:
                words = _("That service is itself taken over by this one.")
                raise ValidationError({"successor": words})
            seen.add(after.pk)
            after = after.successor


def rules_of_succession():
    """What the table refuses, whoever writes to it."""
    return [
        models.CheckConstraint(
            condition=Q(successor=None) | ~Q(successor=F("pk")),
            name="services_service_does_not_succeed_itself",
            violation_error_message=_("A service cannot take over from itself."),
        ),
        models.CheckConstraint(
            condition=Q(successor=None) | ~Q(status="active"),
            name="services_service_active_has_no_successor",
            violation_error_message=_(
                "A service that is active has nobody who takes over."
            ),
        ),
    ]
