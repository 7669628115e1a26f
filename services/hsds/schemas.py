"""What each record of HSDS holds here (JSON Schema 2020-12).

No fact is ever told empty, so only what is always known is required.
"""

from services.models import Location, Phone, Service

TEXT = {"type": "string"}
NUMBER = {"type": "number"}
COUNT = {"type": "integer", "minimum": 0}
ADDRESS = {"type": "string", "format": "uri"}
EMAIL = {"type": "string", "format": "email"}
UUID = {"type": "string", "format": "uuid"}
DAY = {"type": "string", "format": "date"}
MOMENT = {"type": "string", "format": "date-time"}
HOUR = {"type": "string", "pattern": r"^\d{2}:\d{2}$"}
YES = {"const": True, "description": "A fictional example: do not show it."}


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def several(name):
    return {"type": "array", "items": ref(name), "minItems": 1}


def one_of(choices):
    return {"type": "string", "enum": list(choices.values)}


def record(always, /, **facts):
    """An object that has ``always`` these facts, others where known, no other."""
    return {
        "type": "object",
        "properties": {"id": UUID, **facts},
        "required": ["id", *always.split()],
        "additionalProperties": False,
    }


def page_of(name):
    return {
        "type": "object",
        "properties": {
            "total_items": COUNT,
            "total_pages": COUNT,
            "page_number": {"type": "integer", "minimum": 1},
            "size": {**COUNT, "description": "How many are on this page."},
            "first_page": {"type": "boolean"},
            "last_page": {"type": "boolean"},
            "empty": {"type": "boolean"},
            "contents": {"type": "array", "items": ref(name)},
        },
        "required": [
            *("total_items", "total_pages", "page_number", "size"),
            *("first_page", "last_page", "empty", "contents"),
        ],
    }


SERVICE = {
    "name": TEXT,
    "alternate_name": TEXT,
    "description": TEXT,
    "url": ADDRESS,
    "email": EMAIL,
    "status": one_of(Service.Status),
    "interpretation_services": TEXT,
    "application_process": TEXT,
    "fees_description": TEXT,
    "eligibility_description": TEXT,
    "minimum_age": NUMBER,
    "maximum_age": NUMBER,
    "assured_date": DAY,
    "alert": TEXT,
    "last_modified": MOMENT,
    "modified_date": {**MOMENT, "description": "With `minimal` only."},
    "is_example": YES,
    "organization": ref("Organization"),
    "phones": several("Phone"),
    "schedules": several("Schedule"),
    "service_areas": several("Area"),
    "service_at_locations": several("ServiceAtLocation"),
    "languages": several("Language"),
    "cost_options": several("Cost"),
    "required_documents": several("Document"),
    "attributes": several("Attribute"),
}
SCHEMAS = {
    "Service": record("name status last_modified", **SERVICE),
    "Organization": record(
        "name description",
        name=TEXT,
        alternate_name=TEXT,
        description=TEXT,
        email=EMAIL,
        website=ADDRESS,
        is_example=YES,
        locations=several("Location"),
        organization_identifiers=several("Identifier"),
        services=several("Service"),
    ),
    "ServiceAtLocation": record(
        "location",
        location_id=UUID,
        description=TEXT,
        location=ref("Location"),
        service=ref("Service"),
        service_areas=several("Area"),
        phones=several("Phone"),
    ),
    "Location": record(
        "location_type",
        location_type=one_of(Location.Kind),
        url=ADDRESS,
        name=TEXT,
        transportation=TEXT,
        latitude=NUMBER,
        longitude=NUMBER,
        addresses=several("Address"),
        accessibility=several("Accessibility"),
    ),
    "Address": record(
        "address_1 city state_province postal_code country address_type",
        address_1=TEXT,
        address_2=TEXT,
        city=TEXT,
        region=TEXT,
        state_province=TEXT,
        postal_code=TEXT,
        country=TEXT,
        address_type=one_of(Location.Kind),
    ),
    "Accessibility": record("description", description=TEXT),
    "Phone": record(
        "number type",
        location_id=UUID,
        number=TEXT,
        extension=NUMBER,
        type=one_of(Phone.Kind),
        description=TEXT,
        languages=several("Language"),
    ),
    "Schedule": record(
        "freq byday",
        location_id=UUID,
        valid_from=DAY,
        valid_to=DAY,
        freq={"const": "WEEKLY"},
        byday=TEXT,
        opens_at={**HOUR, "description": "On the clocks of Brussels."},
        closes_at={**HOUR, "description": "Of the next day where it comes first."},
        description=TEXT,
    ),
    "Area": record("name", name=TEXT, description=TEXT),
    "Language": record("name code", name=TEXT, code=TEXT),
    "Cost": record(
        "valid_from option",
        valid_from={**DAY, "description": "The day the price was known on."},
        valid_to=DAY,
        option=TEXT,
        currency={"const": "EUR"},
        amount=NUMBER,
        amount_description=TEXT,
    ),
    "Document": record("document", document=TEXT, uri=ADDRESS),
    "Identifier": record(
        "identifier_type identifier", identifier_type=TEXT, identifier=TEXT
    ),
    "Attribute": record(
        "link_id taxonomy_term_id link_type link_entity taxonomy_term",
        link_id=UUID,
        taxonomy_term_id=UUID,
        link_type={**TEXT, "description": "The axis: `needs`, `modes`, `delay`…"},
        link_entity={"const": "service"},
        value={
            **DAY,
            "description": "Of a delay or of room left: the day it was said.",
        },
        taxonomy_term=ref("TaxonomyTerm"),
    ),
    "Taxonomy": record("name description", name=TEXT, description=TEXT),
    "TaxonomyTerm": record(
        "code name description taxonomy taxonomy_detail taxonomy_id language",
        code=TEXT,
        name=TEXT,
        description=TEXT,
        parent_id=UUID,
        taxonomy=TEXT,
        taxonomy_detail=ref("Taxonomy"),
        taxonomy_id=UUID,
        language=TEXT,
    ),
    "Root": {
        "type": "object",
        "properties": {"version": TEXT, "profile": ADDRESS, "openapi_url": ADDRESS},
        "required": ["version", "profile", "openapi_url"],
    },
    "Problem": {
        "description": "RFC 9457.",
        "type": "object",
        "properties": {
            "title": TEXT,
            "status": {"type": "integer"},
            "detail": TEXT,
            "errors": {"type": "array", "items": {"type": "object"}},
        },
        "required": ["title", "status", "detail"],
    },
}
PAGES = ("Service", "Organization", "ServiceAtLocation", "Taxonomy", "TaxonomyTerm")
SCHEMAS |= {f"{name}Page": page_of(name) for name in PAGES}
