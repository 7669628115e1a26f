"""What each fact of the interface is (JSON Schema 2020-12)."""

from events.models import Meeting

TEXT = {"type": "string"}
MAYBE_TEXT = {"type": ["string", "null"]}
ADDRESS = {"type": "string", "format": "uri"}
DAY = {"type": "string", "format": "date"}
MOMENT = {"type": "string", "format": "date-time"}
COUNT = {"type": "integer", "minimum": 0}


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def maybe(schema):
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    return {**schema, "type": [schema["type"], "null"]}


def one_of(choices):
    """The codes of a list of choices."""
    return {"type": "string", "enum": list(choices.values)}


def record(description="", /, **properties):
    """An object that always has all these facts, and no other."""
    schema = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return {"description": description, **schema} if description else schema


def described(schema, text):
    return {**schema, "description": text}


def listed(name):
    return record(
        items={"type": "array", "items": ref(name)},
        next=described(maybe(ADDRESS), "The next part; null after the last one."),
        as_of=described(
            MOMENT, "Give it as `updated_since` to hear of what changes from here on."
        ),
    )


WORDS = {
    "language": described(TEXT, "Of the words: French where there are no others yet."),
    "title": TEXT,
    "summary": TEXT,
}
TIMING = {
    "start_date": DAY,
    "start_time": described(MAYBE_TEXT, "HH:MM in Brussels; null: the whole day."),
    "end_date": DAY,
    "end_time": described(MAYBE_TEXT, "HH:MM in Brussels; null: not known yet."),
    "starts_at": described(maybe(MOMENT), "The instant; null: the whole day."),
    "ends_at": maybe(MOMENT),
    "date_precision": described(
        one_of(Meeting.Precision), "`month`: the day is not known."
    ),
    "to_confirm": {"type": "boolean"},
    "timezone": {"const": "Europe/Brussels"},
}
SERIES = {
    "themes": {"type": "array", "items": ref("Named")},
    "concertation": maybe(ref("Named")),
    "bassin": maybe(ref("Named")),
    "reunion_number": maybe(COUNT),
    "cycle": maybe(ref("Cycle")),
}
DATED = {
    "is_example": described({"type": "boolean"}, "Fictional: shown as an example."),
    "updated_at": described(MOMENT, "When any of this changed last."),
}
UUID = {"type": "string", "format": "uuid"}

SCHEMAS = {
    "Named": record(code=TEXT, name=TEXT),
    "Cycle": record(season=TEXT, rank=COUNT, planned_meetings=COUNT),
    "Place": record(
        name=TEXT,
        street=TEXT,
        commune=maybe(ref("Named")),
        postcode=MAYBE_TEXT,
        coordinates={
            "description": "Latitude and longitude, WGS 84.",
            "type": ["array", "null"],
            "items": {"type": "number"},
            "minItems": 2,
            "maxItems": 2,
        },
    ),
    "Meeting": record(
        "What brings people together once, and its announcement.",
        id=described(UUID, "For ever, in every language; also the UID of calendars."),
        url=ADDRESS,
        calendar_url=described(ADDRESS, "The meeting alone, as iCalendar."),
        **WORDS,
        audience=TEXT,
        price=TEXT,
        kind=one_of(Meeting.Kind),
        status=described(one_of(Meeting.Status), "As schema.org's EventStatusType."),
        status_note=TEXT,
        previous_date=described(maybe(DAY), "Before it was moved."),
        sequence=described(COUNT, "Grows when date, hours, place or status change."),
        **TIMING,
        mode=one_of(Meeting.Mode),
        place=maybe(ref("Place")),
        online_url=described(maybe(ADDRESS), "Only where anyone may have it."),
        **SERIES,
        created_at=MOMENT,
        **DATED,
    ),
    "Report": record(
        "What a meeting left behind; the whole text is at `url`.",
        id=UUID,
        url=ADDRESS,
        **WORDS,
        meeting=record(
            id=UUID,
            kind=one_of(Meeting.Kind),
            **TIMING,
            **SERIES,
            attendance=described(maybe(COUNT), "How many came; null: not counted."),
        ),
        published_at=MOMENT,
        **DATED,
    ),
    "Meetings": listed("Meeting"),
    "Reports": listed("Report"),
    "Problem": {
        "description": "RFC 9457.",
        "type": "object",
        "properties": {
            "title": TEXT,
            "status": {"type": "integer"},
            "detail": TEXT,
            "errors": {
                "type": "array",
                "items": record(parameter=MAYBE_TEXT, detail=TEXT),
            },
        },
        "required": ["title", "status", "detail"],
    },
}
