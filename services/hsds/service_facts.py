"""A service as HSDS tells it; what is private is no part of it."""

from django.conf import settings

from portal.core.models.words import columns
from services.hsds import identity
from services.hsds.areas import areas_of
from services.hsds.place_facts import at_location
from services.hsds.terms import DELAY, NEEDS, SATURATION, THEMES
from services.hsds.told import day, hour, moment, number, told
from services.models import Axis

DESCRIBED_BY = (NEEDS, *Axis.values, THEMES)
EVERY_WEEK = "WEEKLY"
CURRENCY = "EUR"


def minimal(row, language):
    """What tells whether a copy is still good, and what HSDS cannot do without.

    ``row`` is one of ``finding.in_a_word``.
    """
    _organisation, uuid, status, touched_at, *names = row
    named = dict(zip(columns("name"), names, strict=True))
    changed = moment(touched_at)
    return told(
        id=str(uuid),
        name=named[f"name_{language}"] or named[f"name_{settings.LANGUAGE_CODE}"],
        status=status,
        modified_date=changed,
        last_modified=changed,
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


def whole(service, parts, today):
    """All there is to tell of a service whose ``parts`` were read."""

    def rows(name, tell):
        found = enumerate(parts.of(name, service), start=1)
        return [tell(service, rank, row) for rank, row in found]

    return {
        **listed(service, today),
        **told(
            phones=phones(service, parts),
            schedules=rows("schedules", _schedule),
            service_areas=areas_of(service, parts),
            service_at_locations=[
                at_location(at) for at in parts.of("service_at_locations", service)
            ],
            languages=[
                _language(service, one) for one in parts.named("languages", service)
            ],
            cost_options=rows("cost_options", _cost),
            required_documents=rows("required_documents", _document),
            attributes=_attributes(service, parts, today),
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


def phones(service, parts, location=None):
    """The numbers of ``service``, or those that answer for one of its places."""
    return [
        _phone(service, rank, phone, parts.languages_of(phone))
        for rank, phone in enumerate(parts.of("phones", service), start=1)
        if location is None or phone.location_id in {None, location}
    ]


def _phone(service, rank, record, languages):
    return told(
        id=identity.part_of(service, "phones", rank),
        location_id=record.location_uuid and str(record.location_uuid),
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
            for one in languages
        ],
    )


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
        location_id=record.location_uuid and str(record.location_uuid),
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


def _attributes(service, parts, today):
    """The words a service is described by; a delay says the day it was known on."""
    described = [
        _attribute(service, field, word)
        for field in DESCRIBED_BY
        for word in parts.named(field, service)
    ]
    for field, fact in (
        (DELAY, service.shown_delay(today)),
        (SATURATION, service.shown_saturation(today)),
    ):
        if fact:
            word = parts.words.called(field, fact.code)
            described.append(_attribute(service, field, word, value=day(fact.as_of)))
    return described


def _attribute(service, field, word, value=""):
    known = {
        "id": identity.part_of(service, "attributes", word.id),
        "link_id": str(service.uuid),
        "taxonomy_term_id": word.id,
        "link_type": field,
        "link_entity": "service",
        "taxonomy_term": word.told,
    }
    return known | {"value": value} if value else known
