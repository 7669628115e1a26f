"""Reads services as HSDS 3 writes them: one, a list, or a page of an API.

Words without a language are French. What the portal does not keep (funding, programs,
capacities, contacts, who are private here) is left aside; what it keeps and cannot
understand is refused.
"""

import re

from django.utils.translation import gettext as _

from services.importing.entry import Entry, Refusal

TEXTS = (
    "name",
    "alternate_name",
    "description",
    "application_process",
    "eligibility_description",
    "fees_description",
    "interpretation_services",
    "alert",
)
PLAIN = ("status", "url", "email", "minimum_age", "maximum_age")
# « 09:00Z » and « 09:00+01:00 » are nine on the wall clock for a weekly schedule.
ZONE_OF_AN_HOUR = re.compile(r"(Z|[+-]\d\d:?\d\d)\Z")
DELAY = "wait-"


class NotUnderstoodError(Exception):
    """Why one service of the file cannot be understood."""

    def __init__(self, reason):
        self.reason = reason
        super().__init__(reason)


def services_in(document):
    """The objects of ``document`` that should be services, or nothing."""
    if isinstance(document, list):
        return document
    if isinstance(document, dict):
        for name in ("contents", "services"):
            if isinstance(document.get(name), list):
                return document[name]
        if "name" in document:
            return [document]
    return None


def read(services, vocabulary):
    """The entries of the objects ``services``, and the refusals of others."""
    entries, refusals = [], []
    for rank, service in enumerate(services, start=1):
        try:
            entries.append(_entry(rank, service, vocabulary))
        except NotUnderstoodError as refused:
            name = service.get("name") if isinstance(service, dict) else ""
            refusals.append(Refusal(rank, str(name or "")[:80], refused.reason))
    return entries, refusals


def _entry(rank, service, vocabulary):
    if not isinstance(service, dict):
        raise NotUnderstoodError(_("A service is expected here."))
    entry = Entry(line=rank, uuid=_text(service, "id"))
    for name in TEXTS:
        if name in service:
            entry.facts[f"{name}_fr"] = _text(service, name)
    entry.facts |= {name: service[name] for name in PLAIN if name in service}
    entry.assured_date = _text(service, "assured_date")
    _read_organisation(entry, service.get("organization") or {})
    _read_terms(entry, service, vocabulary)
    _read_areas(entry, service, vocabulary)
    _read_lists(entry, service)
    return entry


def _read_lists(entry, service):
    if "languages" in service:
        spoken = _list(service, "languages")
        entry.codes["languages"] = [_text(one, "code") for one in spoken]
    if "service_at_locations" in service:
        entry.places = [_place(at) for at in _list(service, "service_at_locations")]
    for name, read_row in ROWS.items():
        if name in service:
            entry.children[name] = [read_row(row) for row in _list(service, name)]


def _read_organisation(entry, organisation):
    _expect(organisation, dict, "organization")
    entry.organisation_uuid = _text(organisation, "id")
    for name in ("name", "alternate_name", "description"):
        if name in organisation:
            entry.organisation[f"{name}_fr"] = _text(organisation, name)
    for name in ("website", "email"):
        if name in organisation:
            entry.organisation[name] = _text(organisation, name)


def _read_terms(entry, service, vocabulary):
    if "attributes" not in service:
        return
    entry.codes |= {axis: [] for axis in set(vocabulary.axis_of.values())}
    for attribute in _list(service, "attributes"):
        term = attribute.get("taxonomy_term") or {}
        _expect(term, dict, "taxonomy_term")
        code = _text(term, "code")
        if code.startswith(DELAY):
            entry.facts["delay"] = code.removeprefix(DELAY)
            entry.facts["delay_as_of"] = _text(attribute, "value")
        elif code in vocabulary.axis_of:
            entry.codes[vocabulary.axis_of[code]].append(code)
        else:
            words = _("The term « %(code)s » is not known here.")
            raise NotUnderstoodError(words % {"code": code[:60]})


def _read_areas(entry, service, vocabulary):
    if "service_areas" not in service:
        return
    entry.codes |= {"communes": [], "bassins": []}
    entry.facts |= {"serves_region": False, "serves_country": False}
    for area in _list(service, "service_areas"):
        name = _text(area, "name")
        found = vocabulary.area(name)
        if found is None:
            words = _("The area « %(name)s » is neither a commune nor a bassin.")
            raise NotUnderstoodError(words % {"name": name[:60]})
        field, value = found
        if value is True:
            entry.facts[field] = True
        else:
            entry.codes[field].append(value)


def _place(at):
    location = at.get("location") or {}
    _expect(location, dict, "location")
    addresses = _list(location, "addresses")
    address = addresses[0] if addresses else {}
    access = [_text(one, "description") for one in _list(location, "accessibility")]
    place = {
        "uuid": _text(location, "id"),
        "location_type": _text(location, "location_type") or "physical",
        "name_fr": _text(location, "name"),
        "url": _text(location, "url"),
        "transportation_fr": _text(location, "transportation"),
        "accessibility_fr": "\n".join(filter(None, access)),
        "latitude": location.get("latitude"),
        "longitude": location.get("longitude"),
        "at": {"description_fr": _text(at, "description")},
    }
    for name in ("address_1", "address_2", "postal_code", "city", "region"):
        place[name] = _text(address, name)
    place["country"] = _text(address, "country") or "BE"
    return place


def _phone(phone):
    return {
        "number": _text(phone, "number"),
        "extension": _text(phone, "extension"),
        "type": _text(phone, "type") or "voice",
        "description_fr": _text(phone, "description"),
        "languages": [_text(one, "code") for one in _list(phone, "languages")],
    }


def _schedule(schedule):
    if (
        _text(schedule, "freq") not in ("", "WEEKLY")
        or schedule.get("interval", 1) != 1
    ):
        raise NotUnderstoodError(_("schedules: only hours of each week are kept."))
    return {
        "byday": _text(schedule, "byday").replace(" ", ""),
        "opens_at": ZONE_OF_AN_HOUR.sub("", _text(schedule, "opens_at")),
        "closes_at": ZONE_OF_AN_HOUR.sub("", _text(schedule, "closes_at")),
        "description_fr": _text(schedule, "description"),
        "valid_from": _text(schedule, "valid_from"),
        "valid_to": _text(schedule, "valid_to"),
    }


def _cost(cost):
    if _text(cost, "currency").upper() not in ("", "EUR"):
        raise NotUnderstoodError(_("cost_options: only prices in euros are kept."))
    return {
        "option_fr": _text(cost, "option"),
        "amount": cost.get("amount"),
        "amount_description_fr": _text(cost, "amount_description"),
        "as_of": _text(cost, "valid_from"),
        "valid_to": _text(cost, "valid_to"),
    }


def _document(document):
    return {"document_fr": _text(document, "document"), "uri": _text(document, "uri")}


ROWS = {
    "phones": _phone,
    "schedules": _schedule,
    "cost_options": _cost,
    "required_documents": _document,
}


def _text(mapping, name):
    """A text, whatever scalar the file has there; nothing where it has none."""
    value = mapping.get(name)
    if value is None:
        return ""
    if isinstance(value, (dict, list)):
        words = _("%(column)s: a single value is expected.")
        raise NotUnderstoodError(words % {"column": name})
    return str(value)


def _list(mapping, name):
    """A list of objects, or nothing."""
    rows = mapping.get(name) or []
    _expect(rows, list, name)
    for row in rows:
        _expect(row, dict, name)
    return rows


def _expect(value, kind, name):
    if not isinstance(value, kind):
        words = _("%(column)s is not what HSDS has there.")
        raise NotUnderstoodError(words % {"column": name})
