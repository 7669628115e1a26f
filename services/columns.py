"""What a file tells of a service: one list, for what comes in and what goes out.

Everything is told by the columns of the records. Whatever other records a service
refers to is told by their codes.
"""

from dataclasses import dataclass

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
