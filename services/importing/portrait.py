"""A service as a file would tell it: what a file is compared with, and an export."""

from services.columns import AT_PLACE, CHILDREN, CODES, ORGANISATION, PLACE, SERVICE
from services.importing.entry import Entry


def of(service, line=0):
    """The whole of ``service``, asked for ``with_everything``, as one ``Entry``."""
    successor = service.successor
    return Entry(
        line=line,
        uuid=str(service.uuid),
        identifiers=tuple(
            (one.scheme, one.identifier) for one in service.identifiers.all()
        ),
        organisation_uuid=str(service.organisation.uuid),
        organisation=_columns(service.organisation, ORGANISATION),
        facts=_columns(service, SERVICE),
        codes={name: codes_of(service, name) for name in CODES},
        places=[_place(at) for at in service.service_at_locations.all()],
        children={
            name: [_child(kind, row) for row in getattr(service, name).all()]
            for name, kind in CHILDREN.items()
        },
        successor=str(successor.uuid) if successor else "",
        assured_date=service.assured_date,
    )


def codes_of(record, name):
    """The codes of what ``record`` refers to by its field ``name``, in their order."""
    known_by = CODES[name].known_by
    return sorted(getattr(one, known_by) for one in getattr(record, name).all())


def _columns(record, names):
    return {name: _as_told(getattr(record, name)) for name in names}


def _as_told(value):
    """Texts without the blanks around them, and with one kind of line break."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    return value


def _place(at):
    place = _columns(at.location, PLACE)
    return {**place, "uuid": str(at.location.uuid), "at": _columns(at, AT_PLACE)}


def _child(kind, row):
    told = _columns(row, kind.columns)
    for name in kind.codes:
        told[name] = codes_of(row, name)
    if kind.has_place:
        told["place"] = str(row.location.uuid) if row.location else ""
    return told
