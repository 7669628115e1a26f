"""The description of the interface (OpenAPI 3.1), as HSDS asks for it."""

from django.conf import settings

from services.hsds import forms
from services.hsds.forms import FARTHEST, LINES, MOST_PER_PAGE, PER_PAGE
from services.hsds.schemas import MOMENT, SCHEMAS, TEXT, UUID, ref

VERSION = "1.0.0"
FLAG = {"type": "boolean", "default": False}
FROM_ONE = {"type": "integer", "minimum": 1}
PARAMETERS = {
    "language": (
        {"type": "string", "enum": [code for code, _name in settings.LANGUAGES]},
        "Of names and texts; French where there are no others.",
    ),
    "search": (
        TEXT,
        "Each word begins one of the record, its organization or its terms.",
    ),
    "page": ({**FROM_ONE, "default": 1}, "Which page."),
    "per_page": (
        {**FROM_ONE, "maximum": MOST_PER_PAGE, "default": PER_PAGE},
        "How many on a page.",
    ),
    "format": (
        {"type": "string", "enum": [forms.JSON, LINES], "default": forms.JSON},
        "`ndjson` sends everything, a record on each line, without pages.",
    ),
    "taxonomy_term_id": (UUID, "Only what is described by this term."),
    "taxonomy_id": (UUID, "Only what is described by some term of this taxonomy."),
    "organization_id": (UUID, "Only what this organization offers."),
    "modified_after": (MOMENT, "Only what changed at this moment or later."),
    "minimal": (
        FLAG,
        "`id`, `name`, `status` and `modified_date` of all, on one page.",
    ),
    "full": (FLAG, "Each record with everything that belongs to it."),
    "full_service": (FLAG, "The services of an organization in full."),
    "postcode": (
        {"type": "string", "pattern": "^[0-9]{4}$"},
        "Only services for people who live there, wherever the services sit.",
    ),
    "proximity": (
        {**FROM_ONE, "maximum": FARTHEST},
        "With `postcode`: at most so many metres from the middle of it.",
    ),
    "top_only": (FLAG, "Only terms without narrower ones."),
    "parent_id": (UUID, "Only terms directly below this one."),
}
LISTS = {
    "services": (forms.Services, "Service"),
    "organizations": (forms.Organisations, "Organization"),
    "service_at_locations": (forms.AtLocations, "ServiceAtLocation"),
    "taxonomies": (forms.Listed, "Taxonomy"),
    "taxonomy_terms": (forms.Terms, "TaxonomyTerm"),
}
SINGLE = {"organizations": forms.Organisation}


def whole():
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Directory of a care network (HSDS 3.1)",
            "version": VERSION,
            "summary": "Open Referral Human Services Data Specification, read-only.",
            "description": (
                "Filters are combined with AND; an unknown one is refused. Nothing is "
                "told empty. What is withdrawn answers 404; what closed stays, with "
                "its `status`. Ask with If-None-Match: 304 while nothing changed."
            ),
            "license": {"name": "To be confirmed by the network (proposed: CC BY 4.0)"},
        },
        "servers": [{"url": f"{settings.SITE_URL}/api/hsds"}],
        "externalDocs": {"url": "https://docs.openreferral.org/"},
        "paths": _paths(),
        "components": {
            "schemas": SCHEMAS,
            "parameters": {
                name: {
                    "name": name,
                    "in": "query",
                    "schema": schema,
                    "description": text,
                }
                for name, (schema, text) in PARAMETERS.items()
            },
        },
    }


def _paths():
    paths = {"/": _path("root", "This API, and its version of HSDS", "Root", [])}
    for name, (form, schema) in LISTS.items():
        paths[f"/{name}"] = _path(
            f"list_{name}", f"Some {name}", f"{schema}Page", _asked(form)
        )
        key = {"name": "id", "in": "path", "required": True, "schema": UUID}
        asked = [key, *_asked(SINGLE.get(name, forms.Asked))]
        paths[f"/{name}/{{id}}"] = _path(
            f"get_{name}", f"One of the {name}, in full", schema, asked, ("400", "404")
        )
    return paths


def _asked(form):
    return [{"$ref": f"#/components/parameters/{name}"} for name in form.base_fields]


def _path(operation, summary, schema, parameters, refusals=("400",)):
    problem = _answer("What is wrong", "Problem", "application/problem+json")
    return {
        "get": {
            "operationId": operation,
            "summary": summary,
            "parameters": parameters,
            "responses": {
                "200": _answer(summary, schema, "application/json"),
                "304": {"description": "Nothing changed since (ETag)"},
                **dict.fromkeys(refusals, problem),
            },
        }
    }


def _answer(description, schema, media_type):
    return {
        "description": description,
        "content": {media_type: {"schema": ref(schema)}},
    }
