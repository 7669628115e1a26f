"""Reads the form in which entries are gathered: the parts of HSDS side by side.

``{"services": [{"id": …, "organization": {…}, "service": {…}, "phones": […],
"taxonomy_terms": ["need-crisis", …], "service_areas": ["zone-sud-est", …]}]}``. Terms
and zones are told by the codes of the taxonomy, whatever their axis.
"""

from django.utils.translation import gettext as _

from services.importing.entry import Entry, Refusal

SCHEME = "import"
AXES = {
    "need": "needs",
    "type": "service_types",
    "public": "publics",
    "cond": "conditions",
    "mode": "modes",
    "theme": "themes",
}
LISTS = (*AXES.values(), "languages", "communes", "bassins")
# Zones that are one commune, by their postcode; the others are bassins.
COMMUNES = {
    "zone-etterbeek": "1040",
    "zone-wsp": "1150",
    "zone-auderghem": "1160",
    "zone-wsl": "1200",
}
WHOLE = {"zone-region": "serves_region", "zone-belgium": "serves_country"}
# A mode that other terms already say.
MODES = {
    "need-ambulatory": "mode-ambulatory",
    "need-residential": "mode-residential",
    "cond-mobile": "mode-home",
    "cond-outreach": "mode-living-environment",
    "cond-remote": "mode-remote",
    "type-helpline": "mode-remote",
    "type-emergency-number": "mode-remote",
}
WORDS = {
    "name",
    "alternate_name",
    "description",
    "application_process",
    "eligibility_description",
    "fees_description",
    "interpretation_services",
    "alert",
}
PLAIN = {"status", "url", "email", "minimum_age", "maximum_age"}


def is_side_by_side(document):
    services = document.get("services") if isinstance(document, dict) else None
    if not services or not isinstance(services, list):
        return False
    return isinstance(services[0], dict) and "service" in services[0]


def read(document):
    """The entries of ``document`` in its order, and the refusals of others."""
    entries, refusals = [], []
    for rank, raw in enumerate(document["services"], start=1):
        try:
            entries.append(_entry(rank, raw))
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            # A part is missing, or is not what it is in all other entries.
            words = _("This entry has not the parts it should have (%(error)s).")
            refusals.append(Refusal(rank, "", words % {"error": str(error)[:80]}))
    return entries, refusals


def _entry(line, raw):
    entry = Entry(line=line, identifiers=((SCHEME, raw["id"]),))
    is_fictional = raw.get("source") == "fictional"
    _read_service(entry, raw["service"], raw.get("translations") or {})
    entry.facts["is_fictional"] = is_fictional
    organisation = raw["organization"]
    entry.organisation = {"name_fr": organisation["name"], "is_fictional": is_fictional}
    # Several entries speak of one organisation; what one does not say, another may.
    for name, column in (("description", "description_fr"), ("website", "website")):
        if organisation.get(name):
            entry.organisation[column] = organisation[name]
    entry.codes = {name: [] for name in LISTS}
    entry.codes["languages"] = raw.get("languages", [])
    _read_areas(entry, raw.get("service_areas", []))
    _read_terms(entry, raw.get("taxonomy_terms", []), raw.get("wait_as_of"))
    entry.places = [_place(place, is_fictional) for place in raw.get("locations", [])]
    entry.children = _children(raw)
    entry.note = raw.get("note") or ""
    return entry


def _read_service(entry, service, translations):
    for name, value in service.items():
        if name in WORDS:
            entry.facts[f"{name}_fr"] = value or ""
        elif name in PLAIN:
            entry.facts[name] = value
    for language, words in translations.items():
        for name, text in words.items():
            entry.facts[f"{name}_{language}"] = text
    entry.assured_date = service.get("assured_date") or ""


def _read_areas(entry, zones):
    for zone in zones:
        if zone in WHOLE:
            entry.facts[WHOLE[zone]] = True
        elif zone in COMMUNES:
            entry.codes["communes"].append(COMMUNES[zone])
        else:
            entry.codes["bassins"].append(zone.replace("zone-", "bassin-", 1))


def _read_terms(entry, terms, wait_as_of):
    for term in terms:
        axis, _dash, rest = term.partition("-")
        if axis == "wait":
            entry.facts["delay"] = rest
            entry.facts["delay_as_of"] = wait_as_of
        else:
            entry.codes[AXES.get(axis, "conditions")].append(term)
        if term in MODES:
            entry.codes["modes"].append(MODES[term])


def _place(place, is_fictional):
    address = place.get("address") or {}
    return {
        "location_type": place["location_type"],
        "address_1": address.get("address_1") or "",
        "postal_code": address.get("postal_code") or "",
        "city": address.get("city") or "",
        "region": address.get("region") or "",
        "country": address.get("country") or "BE",
        "accessibility_fr": place.get("accessibility") or "",
        "is_fictional": is_fictional,
    }


def _children(raw):
    return {
        "phones": [
            {
                "number": phone["number"],
                "type": phone["type"],
                "description_fr": phone.get("description") or "",
            }
            for phone in raw.get("phones", [])
        ],
        "schedules": [
            {
                "byday": schedule["byday"],
                "opens_at": schedule.get("opens_at"),
                "closes_at": schedule.get("closes_at"),
                "description_fr": schedule.get("description") or "",
            }
            for schedule in raw.get("schedules", [])
        ],
        "cost_options": [
            {
                "option_fr": cost["option"],
                "amount": cost.get("amount"),
                "as_of": cost.get("valid_from"),
            }
            for cost in raw.get("cost_options", [])
        ],
        "required_documents": [
            {"document_fr": paper} for paper in raw.get("required_documents", [])
        ],
        "sources": [
            {
                "title": source["title"],
                "url": source.get("url") or "",
                "page_date": source.get("page_date") or "",
            }
            for source in raw.get("sources", [])
        ],
    }
