"""The form of a meeting as a browser sends it, for the tests of its pages."""

from datetime import timedelta
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from portal.core.form_stamp import Stamp
from tests.events.people import make_morning
from tests.making import announce


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def open_morning(**facts):
    """A meeting in a month, and the address of its form."""
    facts.setdefault("start_date", in_days(30))
    meeting = make_morning(**facts)
    return meeting, address_of(announce(meeting))


def address_of(page):
    return reverse("registration_form", args=[page.slug])


def answers(**said):
    stamp = Stamp(timezone.now() - timedelta(minutes=1), number=uuid4())
    return {
        "given_name": "Samira",
        "family_name": "El Exemple",
        "email": "samira@essai.example",
        "organisation": "Service d’essai",
        "language": "fr",
        "stamp": stamp.token,
        **said,
    }


def colleague(**said):
    facts = {"given_name": "Karim", "family_name": "Essai", "email": "k@essai.example"}
    return {f"colleague-{name}": value for name, value in {**facts, **said}.items()}


def text_of(response):
    return response.content.decode().replace("\u00a0", " ")
