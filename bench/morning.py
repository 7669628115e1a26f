"""A meeting announced on the agenda, and what it holds once people have registered."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from bench.people import SEATED, WAITS


def announce(title, *, seats):
    """The meeting and the address of its form."""
    from tests.making import announce, make_meeting

    day = timezone.localdate() + timedelta(days=60)
    meeting = make_meeting(start_date=day, capacity=seats)
    page = announce(meeting, title=title)
    with translation.override("fr"):
        return meeting, page.url, reverse("registration_form", args=[page.slug])


def headings():
    """What the heading of the last page means."""
    with translation.override("fr"):
        return {
            gettext("Your registration is confirmed"): SEATED,
            gettext("Your request is recorded"): WAITS,
        }


def in_order_of_arrival(meeting):
    """E-mail and state of everybody, as written down."""
    rows = meeting.registrations.order_by("arrived_at")
    return list(rows.values_list("email", "status"))


def mails_about(meeting):
    """The outbox about this meeting: by registration, first that of who came first."""
    from portal.core.models import OutgoingMail

    keys = meeting.registrations.order_by("arrived_at").values_list("pk", flat=True)
    return {pk: list(OutgoingMail.objects.about("registration", pk)) for pk in keys}


def is_silent():
    """True once no mail waits to be sent."""
    from portal.core.models import OutgoingMail

    return not OutgoingMail.objects.waiting().exists()
