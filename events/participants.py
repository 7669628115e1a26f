"""Who comes to a meeting, as the team reads it: seats, queue, organisations, communes.

The seats add up: places already taken, confirmed, offered and free are the capacity.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from events import mail_log
from events.models import Registration, Workplace
from events.models.registration import HOLDING, LIVE
from events.models.workplace import folded
from events.room import ON_THEIR_OWN
from portal.core import analysis

Status = Registration.Status
ENDED = tuple(status for status in Status.values if status not in LIVE)
OWN_ACCOUNT = ""
STATES = {
    "confirmed": _("Seats confirmed"),
    "offered": _("Seats offered"),
    "waiting": _("On the waiting list"),
    "ended": _("Cancelled, declined or expired"),
    "undelivered": _("Message not delivered"),
}


@dataclass
class Organisation:
    """How many of one organisation hold a seat or wait; no name: on their own."""

    key: str
    name: str
    commune: object = None
    seats: int = 0
    waiting: int = 0


@dataclass
class CommuneCount:
    """How many work in a commune; None: not known of their organisation."""

    commune: object
    seats: int = 0
    waiting: int = 0

    @property
    def name(self):
        return self.commune.name if self.commune else ""


class Participants:
    """The registrations of a meeting."""

    def __init__(self, meeting):
        self.meeting = meeting
        self.registrations = meeting.registrations

    @cached_property
    def counts(self):
        """How many registrations have each status, those who stand in left out."""
        return Counter(
            status for _name, status, stands_in in self._facts if not stands_in
        )

    @cached_property
    def stand_ins(self):
        """How many took the chair of somebody who had not come."""
        return sum(stands_in for _name, _status, stands_in in self._facts)

    @property
    def ended(self):
        return sum(self.counts[status] for status in ENDED)

    @property
    def free(self):
        """How many seats are promised to nobody; None where there is no limit."""
        meeting = self.meeting
        if meeting.capacity is None:
            return None
        held = sum(self.counts[status] for status in HOLDING)
        return max(meeting.capacity - meeting.reserved_places - held, 0)

    @cached_property
    def offers(self):
        """The offers that run, the first to end first."""
        return list(self.registrations.offered())

    @cached_property
    def ranks(self):
        """The place on the waiting list by the key of who waits, from 1."""
        queue = self.registrations.waiting().values_list("pk", flat=True)
        return {pk: rank for rank, pk in enumerate(queue, start=1)}

    @cached_property
    def organisations(self):
        """Those of people who hold a seat or wait, the most numerous first."""
        found = {}
        for name, status, _stands_in in self._facts:
            if status in LIVE:
                key = key_of(name)
                shown = name if key else OWN_ACCOUNT
                entry = found.setdefault(key, Organisation(key, shown))
                _count(entry, status)
        known = Workplace.objects.filter(organisation__in=found)
        for workplace in known.select_related("commune"):
            found[workplace.organisation].commune = workplace.commune
        return sorted(found.values(), key=_by_size)

    @cached_property
    def communes(self):
        """Those their organisations work from; the unknown comes last."""
        found = {}
        for organisation in self.organisations:
            commune = organisation.commune
            entry = found.setdefault(commune, CommuneCount(commune))
            entry.seats += organisation.seats
            entry.waiting += organisation.waiting
        return sorted(found.values(), key=_known_by_size)

    def among(self, state=""):
        """The registrations in one of ``STATES``, or all, in order of arrival."""
        people = mail_log.with_undelivered(self.registrations.all())
        if state == "ended":
            return people.filter(status__in=ENDED).order_by("-ended_at", "-pk")
        if state == "undelivered":
            return people.filter(is_undelivered=True)
        return people.filter(status=state) if state else people

    def find(self, words):
        """Those in whom every one of ``words`` is found, accents and case apart.

        A word is of the name, the organisation, the e-mail or the reference.
        """
        asked = analysis.words(words)
        return [who for who in self.among() if asked and _says(who, asked)]

    @cached_property
    def _facts(self):
        return list(
            self.registrations.values_list("organisation", "status", "stands_in")
        )


@transaction.atomic
def place(communes):
    """Keep the commune of each organisation, by its key; None forgets it."""
    for key, commune in communes.items():
        if commune is None:
            Workplace.objects.filter(organisation=key).delete()
        else:
            Workplace.objects.update_or_create(
                organisation=key, defaults={"commune": commune}
            )


def key_of(organisation):
    key = folded(organisation)
    return OWN_ACCOUNT if key in ON_THEIR_OWN else key


def _count(entry, status):
    if status == Status.WAITING:
        entry.waiting += 1
    else:
        entry.seats += 1


def _by_size(entry):
    return -entry.seats, -entry.waiting, entry.key


def _known_by_size(entry):
    commune = entry.commune
    return commune is None, -entry.seats, -entry.waiting, str(commune)


def _says(registration, asked):
    said = " ".join(
        (
            registration.name,
            registration.organisation,
            registration.email,
            registration.reference,
        )
    )
    said = analysis.fold(said)
    return all(word in said for word in asked)
