"""The description of the interface (OpenAPI 3.1)."""

from django.conf import settings

from events.api.forms import HIGHEST_LIMIT, LIMIT
from events.api.schemas import DAY, MOMENT, SCHEMAS, TEXT, UUID, one_of, ref
from events.models import Meeting

VERSION = "1.0.0"
LANGUAGE = {"type": "string", "enum": [code for code, _name in settings.LANGUAGES]}
COUNT = {"type": "integer", "minimum": 1, "maximum": HIGHEST_LIMIT, "default": LIMIT}
PARAMETERS = {
    "language": (LANGUAGE, "Of names and words; French unless said otherwise."),
    "theme": (TEXT, "Code of a theme."),
    "kind": (one_of(Meeting.Kind), "Kind of meeting."),
    "commune": (TEXT, "Code of a commune."),
    "bassin": (TEXT, "Code of a bassin."),
    "concertation": (TEXT, "Code of the theme a concertation works on."),
    "cycle": (TEXT, "Season of a cycle, e.g. 2025-2026."),
    "month": ({"type": "string", "pattern": r"^\d{4}-\d{2}$"}, "E.g. 2026-01."),
    "from": (DAY, "Not before this day."),
    "until": (DAY, "Not after this day."),
    "updated_since": (MOMENT, "Only what changed since; `as_of` of an earlier answer."),
    "limit": (COUNT, "How many at most."),
    "cursor": (TEXT, "Where to begin, as `next` says it."),
}


def whole():
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Agenda and reports of a care network",
            "version": VERSION,
            "description": (
                "Read-only. Lists go by date; `next` leads to the next part. A place "
                "in a list is a meeting, not a count: nothing is skipped or doubled "
                "when others come and go. One that moves meanwhile is among those "
                "`updated_since` gives. What is withdrawn answers 404."
            ),
        },
        "servers": [{"url": f"{settings.SITE_URL}/api/v1"}],
        "paths": {
            "/meetings": _listing("Meetings", "The agenda, past meetings included"),
            "/meetings/{id}": _single("Meeting", "One meeting"),
            "/reports": _listing("Reports", "The reports of meetings"),
            "/reports/{id}": _single("Report", "One report"),
        },
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


def _listing(schema, summary):
    asked = [{"$ref": f"#/components/parameters/{name}"} for name in PARAMETERS]
    return _path(f"list{schema}", schema, summary, asked, refusals=("400",))


def _single(schema, summary):
    key = {"name": "id", "in": "path", "required": True, "schema": UUID}
    language = {"$ref": "#/components/parameters/language"}
    return _path(f"get{schema}", schema, summary, [key, language], ("400", "404"))


def _path(operation, schema, summary, parameters, refusals):
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
