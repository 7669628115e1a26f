"""An organisation with its places and its services, as HSDS tells it."""

from services.hsds import identity, place_facts, service_facts
from services.hsds.told import told


def whole(record, services):
    """``services`` are those it offers in public, as they are to be told."""
    return {
        **service_facts.organisation(record),
        **told(
            locations=[place_facts.place(one) for one in record.public_locations],
            organization_identifiers=[
                _identifier(record, *ranked)
                for ranked in enumerate(record.identifiers.all(), start=1)
            ],
            services=services,
        ),
    }


def _identifier(record, rank, identifier):
    return told(
        id=identity.part_of(record, "organization_identifiers", rank),
        identifier_type=identifier.scheme,
        identifier=identifier.identifier,
    )
