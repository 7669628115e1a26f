"""What a file tells of a service: one list, for what comes in and what goes out.

Everything is told by the columns of the records. Whatever other records a service
refers to is told by their codes.
"""

from dataclasses import dataclass
from enum import Enum

from portal.core.models import Bassin, Commune, Theme
from portal.core.models.words import columns
from services.models import (
    Axis,
    CostOption,
    Language,
    Need,
    Phone,
    RequiredDocument,
    Schedule,
    ScheduleException,
    ServiceIdentifier,
    Source,
    TemporaryClosure,
    Term,
)


@dataclass(frozen=True)
class Codes:
    """Records of another list, each known by one column of its own."""

    model: type
    known_by: str = "code"
    axis: str = ""

    def records(self):
        every = self.model.objects.all()
        return every.filter(taxonomy__code=self.axis) if self.axis else every


@dataclass(frozen=True)
class Children:
    """Rows that belong to the service: the columns of one, and lists of codes."""

    model: type
    columns: tuple
    codes: tuple = ()
    # The place among those of the service they are about, told by its uuid.
    has_place: bool = False


def _words(*names):
    return tuple(column for name in names for column in columns(name))


SERVICE = (
    *_words("name", "alternate_name", "description"),
    "status",
    "url",
    "email",
    *_words("application_process", "eligibility_description"),
    "minimum_age",
    "maximum_age",
    *_words("not_offered", "refer_elsewhere"),
    "serves_region",
    "serves_country",
    *_words("area_note"),
    "delay",
    "delay_as_of",
    "delay_ask_again_on",
    "saturation",
    "saturation_as_of",
    "saturation_ask_again_on",
    *_words("fees_description", "interpretation_services", "alert"),
    "is_fictional",
)
ORGANISATION = (
    *_words("name", "alternate_name", "description"),
    "website",
    "email",
    "is_fictional",
)
PLACE = (
    "location_type",
    *_words("name"),
    "url",
    "address_1",
    "address_2",
    "postal_code",
    "city",
    "region",
    "country",
    *_words("transportation", "accessibility"),
    "latitude",
    "longitude",
    "is_fictional",
)
# Of the service at that place, beside the place itself.
AT_PLACE = _words("description")

CODES = {
    "needs": Codes(Need),
    "service_types": Codes(Term, axis=Axis.SERVICE_TYPES),
    "publics": Codes(Term, axis=Axis.PUBLICS),
    "conditions": Codes(Term, axis=Axis.CONDITIONS),
    "modes": Codes(Term, axis=Axis.MODES),
    "themes": Codes(Theme),
    "languages": Codes(Language),
    "communes": Codes(Commune, known_by="postcode"),
    "bassins": Codes(Bassin),
}
CHILDREN = {
    "phones": Children(
        Phone,
        ("number", "extension", "type", *_words("description")),
        codes=("languages",),
        has_place=True,
    ),
    "schedules": Children(
        Schedule,
        (
            "byday",
            "opens_at",
            "closes_at",
            *_words("description"),
            "valid_from",
            "valid_to",
            "open_on_holidays",
        ),
        has_place=True,
    ),
    "schedule_exceptions": Children(
        ScheduleException,
        ("from_date", "to_date", "opens_at", "closes_at", *_words("reason")),
    ),
    "closures": Children(TemporaryClosure, ("from_date", "to_date", *_words("reason"))),
    "cost_options": Children(
        CostOption,
        (
            *_words("option"),
            "amount",
            *_words("amount_description"),
            "as_of",
            "valid_to",
            "reference_title",
            "reference_url",
        ),
    ),
    "required_documents": Children(RequiredDocument, (*_words("document"), "uri")),
    "sources": Children(Source, ("title", "url", "page_date", "note")),
    "identifiers": Children(ServiceIdentifier, ("scheme", "identifier", "url")),
}


class Part(Enum):
    """Which part of an entry a column of the file tells."""

    KEY = "key"
    ORGANISATION = "organisation"
    SERVICE = "service"
    CODES = "codes"
    CHILDREN = "children"
    PLACE = "place"
    AT_PLACE = "at"


@dataclass(frozen=True)
class Column:
    """One column of the CSV: its heading, and what it holds."""

    name: str
    part: Part
    field: str

    @property
    def is_of_the_place(self):
        """True for what may be otherwise on each line of one service."""
        return self.part in (Part.PLACE, Part.AT_PLACE)


def _of_place(name):
    return name if name.startswith("location_") else f"location_{name}"


# One line per service at location, in this order; a file may leave columns out.
CSV = (
    Column("id", Part.KEY, "uuid"),
    Column("organization_id", Part.KEY, "organisation_uuid"),
    *(Column(f"organization_{name}", Part.ORGANISATION, name) for name in ORGANISATION),
    *(Column(name, Part.SERVICE, name) for name in SERVICE),
    *(Column(name, Part.CODES, name) for name in CODES),
    *(Column(name, Part.CHILDREN, name) for name in CHILDREN),
    Column("successor_id", Part.KEY, "successor"),
    Column("assured_date", Part.KEY, "assured_date"),
    Column("location_id", Part.PLACE, "uuid"),
    *(Column(_of_place(name), Part.PLACE, name) for name in PLACE),
    *(Column(f"at_location_{name}", Part.AT_PLACE, name) for name in AT_PLACE),
)
