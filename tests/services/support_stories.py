"""A support team, those who ask it and their form, for the tests of requests."""

from datetime import timedelta
from itertools import count
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.utils import timezone

from portal.core.form_stamp import Stamp
from services.models import SupportKind, SupportLevel, SupportOutcome, SupportTeam
from services.support import asking
from tests.making import brussels

numbers = count(1)
# A Tuesday.
NOW = brussels(2026, 1, 20, 10)
# One word, which no analysis of texts cuts or shortens.
MARKER = "zorbuxk"


def make_team(name="Cellule d’essai", **facts):
    number = next(numbers)
    facts = {"code": f"team-{number}", "email": f"team{number}@essai.example", **facts}
    return SupportTeam.objects.create(name_fr=name, **facts)


def make_kind(code="situation", **facts):
    facts = {"name_fr": "Une situation", "asks_tried": True, **facts}
    facts = {"asks_availability": True, "asks_level": True, **facts}
    return SupportKind.objects.get_or_create(code=code, defaults=facts)[0]


def make_outcome(sort="result", name="Maintien du lien"):
    level, _created = SupportLevel.objects.get_or_create(
        code="usagers", defaults={"name_fr": "Usagers"}
    )
    return SupportOutcome.objects.create(
        code=f"outcome-{next(numbers)}", level=level, sort=sort, name_fr=name
    )


def make_member(team, *permissions):
    """Somebody of ``team`` with the rights of the role, or with ``permissions``."""
    wanted = permissions or ("view_supportrequest", "change_supportrequest")
    user = get_user_model().objects.create_user(f"member{next(numbers)}")
    user.user_permissions.set(
        Permission.objects.filter(codename__in=("access_admin", *wanted))
    )
    if team:
        team.members.add(user)
    return user


def said(**facts):
    return {
        "situation": f"Une personne seule n’ouvre plus, {MARKER}.",
        "tried": f"Deux visites, {MARKER}.",
        "availability": f"Le mardi, {MARKER}.",
        "level": None,
        "name": "Samira Essai",
        "institution": "Maison d’essai",
        "role": "assistante sociale",
        "sector": "housing",
        "commune": None,
        "email": "samira@essai.example",
        "phone": "02 123 45 67",
        "language": "fr",
        **facts,
    }


def ask(team=None, *, kind=None, now=NOW, **facts):
    return asking.ask(
        team or make_team(),
        kind=kind or make_kind(),
        said=said(**facts),
        number=uuid4(),
        now=now,
    )


def posted(**facts):
    """The form as a browser sends it, some seconds after it was shown."""
    answers = {name: value or "" for name, value in said().items()}
    shown = Stamp(timezone.now() - timedelta(minutes=1))
    return {**answers, "stamp": shown.token, "website": "", "digits": "", **facts}
