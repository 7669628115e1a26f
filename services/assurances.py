"""Family by family, when a fact of a service was last confirmed, and how."""

from dataclasses import dataclass

from services import verifying
from services.freshness import Family
from services.models.verification import Verification
from services.standing import Standing

# A delay and a saturation carry their own day, beside what they say.
FAMILIES = (Family.CONTACT, Family.ACCESS, Family.HOURS, Family.COST)


@dataclass(frozen=True)
class Assurance:
    family: str
    standing: Standing
    # « par téléphone », or nothing where nobody confirmed it yet.
    method: str = ""


def assurances(service, today):
    """An ``Assurance`` for each family that is not as sure as the whole entry."""
    whole = Standing.of(service.assured_date, today).words
    found = [_of(service, family, today) for family in FAMILIES]
    return [one for one in found if one.standing.words != whole]


def how(service):
    """How the whole entry was last confirmed: « par téléphone », or nothing."""
    return dict(Verification.Method.choices).get(service.assured_by, "")


def _of(service, family, today):
    day = verifying.assured(service, family)
    return Assurance(
        family=family.label,
        standing=Standing.of(day, today, family=family),
        method=_method(service, family, day),
    )


def _method(service, family, day):
    checks = service.verifications.all()
    said = (one for one in checks if one.on == day and one.covers(family))
    return next((one.get_method_display() for one in said if one.vouches), "")
