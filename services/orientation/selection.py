"""« Ma sélection »: services somebody ticked, told by the address alone.

Nothing of it is kept here: the browser of whoever ticked remembers, and a link carries
the services, never a note.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import formats, translation
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.core import when
from services.aide_memoire.lines import Line, line_of
from services.models.service import Service
from services.models.taxonomy import Term
from services.wording import Said, said

COST = Term.Group.COST
NBSP = "\u00a0"
A_MONDAY = date(2024, 1, 1)


@dataclass(frozen=True)
class Sheet:
    """All that somebody needs to go there, on paper or on a phone."""

    line: Line
    description: Said
    how_to_ask: Said
    costs: list[str]
    places: list[str]
    hours: list[str]
    email: str
    website: str


@dataclass(frozen=True)
class Version:
    """The same selection in another language."""

    code: str
    name: str
    url: str
    is_current: bool


def sheets(services, today):
    """A sheet for each of ``services``, in their order, in the language in force."""
    order = {service.pk: rank for rank, service in enumerate(services)}
    found = Service.objects.filter(pk__in=order).with_everything()
    ordered = sorted(found, key=lambda service: order[service.pk])
    return [sheet_of(service, today) for service in ordered]


def sheet_of(service, today):
    return Sheet(
        line=line_of(service, today),
        description=said(service, "description"),
        how_to_ask=said(service, "application_process"),
        costs=_costs(service),
        places=[
            at.location.address or at.location.url
            for at in service.service_at_locations.all()
        ],
        hours=[_hours(one) for one in service.schedules.all() if _holds(one, today)],
        email=service.email,
        website=service.url,
    )


def address(services, name="selection"):
    """Where the selection of ``services`` is read, in the language in force."""
    key = pgettext("key in an address", "service")
    query = urlencode([(key, service.slug) for service in services])
    return f"{reverse(name)}?{query}" if services else reverse(name)


def versions(services):
    """The selection in each language of the portal."""
    here = translation.get_language()
    found = []
    for code, name in settings.LANGUAGES:
        with translation.override(code):
            found.append(Version(code, name, address(services), code == here))
    return found


def _costs(service):
    costs = [term.label for term in service.conditions.all() if term.group == COST]
    if service.fees_description:
        costs.append(service.fees_description)
    return costs + [_price(cost) for cost in service.cost_options.all()]


def _price(cost):
    """« Consultation 12 € (prix du 1er janvier 2026) »"""
    amount = f"{formats.number_format(cost.amount)}{NBSP}€" if cost.amount else ""
    words = " ".join(part for part in (cost.option, amount) if part)
    day = when.day(cost.as_of, weekday=False)
    return _("%(price)s (known on %(day)s)") % {"price": words, "day": day}


def _holds(schedule, today):
    return schedule.valid_to is None or schedule.valid_to >= today


def _hours(schedule):
    """« lundi, mardi, de 9 h à 17 h : permanence »"""
    days = ", ".join(
        formats.date_format(A_MONDAY + timedelta(days=number), "l")
        for number in sorted(schedule.weekdays)
    )
    hours = when.hours(schedule.opens_at, schedule.closes_at)
    parts = (days, hours, schedule.description)
    return ", ".join(part for part in parts if part)
