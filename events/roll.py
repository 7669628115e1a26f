"""The roll of a meeting: people by family name, as a reader of French looks them up.

Accents, case and apostrophes do not count; « de » and « van » stay where they were
typed. Who was anonymised is counted elsewhere and named nowhere.
"""

from portal.core import analysis


def expected(meeting):
    """Those whose seat is confirmed, whether they have come or not."""
    return by_family_name(_named(meeting.registrations.confirmed()))


def came(meeting):
    """Those who were checked in at the door."""
    return by_family_name(_named(meeting.registrations.present()))


def by_family_name(registrations):
    return sorted(registrations, key=_place)


def _named(registrations):
    return registrations.filter(anonymised_at=None)


def _place(registration):
    names = (registration.family_name, registration.given_name)
    return (*map(analysis.fold, names), *names, registration.pk)
