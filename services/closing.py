"""What is said of a service that is closed for some days, or soon will be."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portal.core import when
from services.models.service import Service
from services.wording import Said, said

NOTHING = Said("")


@dataclass(frozen=True)
class Closing:
    # « Fermé du lundi 3 au vendredi 7 août 2026 », « Temporairement fermé »
    words: str = ""
    reason: Said = NOTHING
    # Nobody is received today.
    is_on: bool = False

    def __bool__(self):
        return bool(self.words)

    def __str__(self):
        return ". ".join(str(part) for part in (self.words, self.reason) if part)


def of(service, closure, today):
    """The ``Closing`` to tell of on ``today``, false where there is none.

    ``closure`` is the one of ``service`` to tell of that day, or nothing.
    """
    is_closed = service.status == Service.Status.TEMPORARILY_CLOSED
    if closure is None:
        words = _("Temporarily closed") if is_closed else ""
        return Closing(words, is_on=is_closed)
    days = when.days(closure.from_date, closure.to_date)
    return Closing(
        _("Closed %(days)s") % {"days": days},
        said(closure, "reason"),
        is_on=is_closed or closure.is_on(today),
    )
