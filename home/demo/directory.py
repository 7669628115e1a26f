"""The services of the demonstration, put in through the importer once each.

Real ones come from the pages they name; fictional ones say so in their name.
"""

from home.content import reading
from home.content.typography import typeset
from services.importing import plan, side_by_side, writing
from services.models import Service, ServiceIdentifier

# The entry of a service that closed leads to one that does the same.
TAKEN_OVER = {"f-ferme": "f-lits-crise"}


def load():
    """Put in what is missing; the names of what was."""
    known = set(
        ServiceIdentifier.objects.filter(scheme=side_by_side.SCHEME).values_list(
            "identifier", flat=True
        )
    )
    entries, _none = side_by_side.read(typeset(reading.terms("demo_services")))
    missing = [entry for entry in entries if _name_of(entry) not in known]
    writing.write(plan.of(missing))
    for entry in missing:
        if _name_of(entry) in TAKEN_OVER:
            _lead_on(_name_of(entry))
    return {_name_of(entry) for entry in missing}


def _name_of(entry):
    (_scheme, name) = entry.identifiers[0]
    return name


def _lead_on(name):
    service, successor = _called(name), _called(TAKEN_OVER[name])
    service.successor = successor
    service.save()


def _called(name):
    return Service.objects.get(
        identifiers__scheme=side_by_side.SCHEME, identifiers__identifier=name
    )
