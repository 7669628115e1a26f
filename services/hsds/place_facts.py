"""Places as HSDS tells them."""

from services.hsds import identity, provinces
from services.hsds.told import number, told


def at_location(at):
    """A service at one of its places, the place in full."""
    return told(
        id=str(at.uuid),
        location_id=str(at.location.uuid),
        description=at.description,
        location=place(at.location),
    )


def short(record):
    """The facts a place has once."""
    return told(
        id=str(record.uuid),
        location_type=record.location_type,
        url=record.url,
        name=record.name,
        transportation=record.transportation,
        latitude=number(record.latitude),
        longitude=number(record.longitude),
    )


def place(record):
    return {
        **short(record),
        **told(addresses=_addresses(record), accessibility=_accessibility(record)),
    }


def _addresses(record):
    """One address, where it is known whole: HSDS takes no part of one."""
    state = provinces.of_postcode(record.postal_code) or record.region
    known = (record.address_1, record.town, state, record.postal_code, record.country)
    if not all(known):
        return []
    address = told(
        id=identity.part_of(record, "addresses", 1),
        address_1=record.address_1,
        address_2=record.address_2,
        city=str(record.town),
        region=record.region,
        state_province=state,
        postal_code=record.postal_code,
        country=record.country,
        address_type=record.location_type,
    )
    return [address]


def _accessibility(record):
    if not record.accessibility:
        return []
    key = identity.part_of(record, "accessibility", 1)
    return [told(id=key, description=record.accessibility)]
