"""What the columns of the CSV are, as a tabular data package (Frictionless, v1)."""

from django.db import models

from services.columns import CHILDREN, CODES, CSV, Part
from services.models import Location, Organisation, Service, ServiceAtLocation

MODELS = {
    Part.ORGANISATION: Organisation,
    Part.SERVICE: Service,
    Part.PLACE: Location,
    Part.AT_PLACE: ServiceAtLocation,
}
TYPES = (
    (
        models.BooleanField,
        {"type": "boolean", "trueValues": ["1"], "falseValues": ["0"]},
    ),
    (models.IntegerField, {"type": "integer"}),
    (models.DecimalField, {"type": "number"}),
    (models.DateField, {"type": "date"}),
    (models.EmailField, {"type": "string", "format": "email"}),
    (models.URLField, {"type": "string", "format": "uri"}),
)
IDENTIFIERS = {"uuid", "organisation_uuid", "successor"}
TEXT = {"type": "string"}
KEY = {"type": "string", "format": "uuid"}


def described(path):
    """The descriptor of the file that stands at ``path`` beside it."""
    return {
        "profile": "tabular-data-package",
        "name": "directory",
        "title": "Directory of a care network",
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "services",
                "title": "One line per service at location",
                "path": path,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "dialect": {
                    "delimiter": ";",
                    "lineTerminator": "\r\n",
                    "quoteChar": '"',
                    "doubleQuote": True,
                    "header": True,
                },
                "schema": {
                    "fields": [_field(column) for column in CSV],
                    "missingValues": [""],
                },
            }
        ],
    }


def _field(column):
    return {"name": column.name, **_type(column), **_explained(column)}


def _type(column):
    if column.field in IDENTIFIERS:
        return KEY
    if column.part is Part.KEY:
        return {"type": "date"}
    if column.part not in MODELS:
        return TEXT
    field = MODELS[column.part]._meta.get_field(column.field)
    return next((kind for model, kind in TYPES if isinstance(field, model)), TEXT)


def _explained(column):
    if column.part is Part.CODES:
        known_by = CODES[column.field].known_by
        return {"description": f"Each by its {known_by}, between commas."}
    if column.part is Part.CHILDREN:
        first, *others = CHILDREN[column.field].columns
        return {
            "description": (
                f"One on each line: {first}, then name=value between bars: "
                f"{', '.join(others)}."
            )
        }
    if column.field.endswith("_as_of") or column.field == "assured_date":
        return {"description": "The day it was said on."}
    return {}
