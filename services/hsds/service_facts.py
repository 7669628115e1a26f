"""A service as HSDS tells it; what is private is no part of it."""

from services.hsds import identity
from services.hsds.areas import areas_of
from services.hsds.place_facts import at_location
from services.hsds.terms import DELAY, NEEDS, SATURATION, THEMES
from services.hsds.told import day, hour, moment, number, told
from services.models import Axis

DESCRIBED_BY = (NEEDS, *Axis.values, THEMES)
EVERY_WEEK = "WEEKLY"
CURRENCY = "EUR"


def minimal(service):
    """What tells whether a copy is still good, and what HSDS cannot do without."""
    return told(
        id=str(service.uuid),
        name=service.name,
        status=service.status,
        modified_date=moment(service.touched_at),
        last_modified=moment(service.touched_at),
    )


def short(service, today):
    """The facts a service has once; asked for with its closures."""
    return told(
        id=str(service.uuid),
        name=service.name,
        alternate_name=service.alternate_name,
        description=service.description,
        url=service.url,
        email=service.email,
        status=service.status,
        interpretation_services=service.interpretation_services,
        application_process=service.application_process,
        fees_description=service.fees_description,
        eligibility_description=service.eligibility_description,
        minimum_age=service.minimum_age,
        maximum_age=service.maximum_age,
        assured_date=day(service.assured_date),
        alert=_alert(service, today),
        last_modified=moment(service.touched_at),
        is_example=service.is_fictional or None,
    )


def listed(service, today):
    return {**short(service, today), "organization": organisation(service.organisation)}


def whole(service, words, today):
    """All there is to tell of a service asked for ``with_everything``."""
    return {
        **listed(service, today),
        **told(
            phones=[phone(service, *ranked) for ranked in _ranked(service.phones)],
            schedules=[
                _schedule(service, *ranked) for ranked in _ranked(service.schedules)
            ],
            service_areas=areas_of(service),
            service_at_locations=[
                at_location(at) for at in service.service_at_locations.all()
            ],
            languages=[_language(service, one) for one in service.languages.all()],
            cost_options=[
                _cost(service, *ranked) for ranked in _ranked(service.cost_options)
            ],
            required_documents=[
                _document(service, *ranked)
                for ranked in _ranked(service.required_documents)
            ],
            attributes=_attributes(service, words, today),
        ),
    }


def organisation(record):
    """The facts an organisation has once; HSDS wants a description of each."""
    return told(
        id=str(record.uuid),
        name=record.name,
        alternate_name=record.alternate_name,
        description=record.description or record.name,
        email=record.email,
        website=record.website,
        is_example=record.is_fictional or None,
    )


def phone(service, rank, record):
    key = identity.part_of(service, "phones", rank)
    return told(
        id=key,
        location_id=record.location and str(record.location.uuid),
        number=record.number,
        extension=int(record.extension) if record.extension.isdecimal() else None,
        type=record.type,
        description=record.description,
        languages=[
            told(
                id=identity.part_of(service, f"phones/{rank}/languages", one.code),
                name=one.name,
                code=one.code,
            )
            for one in record.languages.all()
        ],
    )


def _ranked(rows):
    return enumerate(rows.all(), start=1)


def _alert(service, today):
    """The notice of the moment, and the closure to be told of on this day."""
    closure = service.closure(today)
    said = [service.alert]
    if closure:
        said.append(f"{closure.from_date}/{closure.to_date} {closure.reason}".strip())
    return "\n".join(text for text in said if text)


def _schedule(service, rank, record):
    return told(
        id=identity.part_of(service, "schedules", rank),
        location_id=record.location and str(record.location.uuid),
        valid_from=day(record.valid_from),
        valid_to=day(record.valid_to),
        freq=EVERY_WEEK,
        byday=record.byday,
        opens_at=hour(record.opens_at),
        closes_at=hour(record.closes_at),
        description=record.description,
    )


def _language(service, record):
    return told(
        id=identity.part_of(service, "languages", record.code),
        name=record.name,
        code=record.code,
    )


def _cost(service, rank, record):
    explained = (record.amount_description, record.reference_title)
    return told(
        id=identity.part_of(service, "cost_options", rank),
        valid_from=day(record.as_of),
        valid_to=day(record.valid_to),
        option=record.option,
        currency=None if record.amount is None else CURRENCY,
        amount=number(record.amount),
        amount_description=" – ".join(text for text in explained if text),
    )


def _document(service, rank, record):
    return told(
        id=identity.part_of(service, "required_documents", rank),
        document=record.document,
        uri=record.uri,
    )


def _attributes(service, words, today):
    """The words a service is described by; a delay says the day it was known on."""
    described = [
        _attribute(service, field, words.called(field, one.code))
        for field in DESCRIBED_BY
        for one in getattr(service, field).all()
    ]
    for field, fact in (
        (DELAY, service.shown_delay(today)),
        (SATURATION, service.shown_saturation(today)),
    ):
        if fact:
            word = words.called(field, fact.code)
            described.append(_attribute(service, field, word, value=day(fact.as_of)))
    return described


def _attribute(service, field, word, value=""):
    return told(
        id=identity.part_of(service, "attributes", word.id),
        link_id=str(service.uuid),
        taxonomy_term_id=word.id,
        link_type=field,
        link_entity="service",
        value=value,
        taxonomy_term=word.told,
    )
