"""Entries as lines of the CSV, one per service at location, in both directions."""

from django.utils.translation import gettext as _

from services.columns import CHILDREN, CSV, Part
from services.importing import cells
from services.importing.entry import Entry, Refusal

HEADINGS = tuple(column.name for column in CSV)
BY_NAME = {column.name: column for column in CSV}
FIRST = {name: kind.columns[0] for name, kind in CHILDREN.items()}


def of(entry):
    """The lines that tell ``entry`` whole, each a list of texts under ``HEADINGS``."""
    return [
        [_cell(column, entry, place) for column in CSV]
        for place in entry.places or [{}]
    ]


def read(lines):
    """The entries that ``lines`` tell, and why others cannot be understood.

    A line is its number and a mapping from headings to texts. Lines of one service
    are put together; what belongs to the service is told once or alike.
    """
    entries, refusals, told = {}, [], {}
    for number, line in lines:
        name = _identity(number, line)
        if name not in entries:
            entries[name], told[name] = _entry(number, line, refusals), line
        elif column := _contradiction(told[name], line):
            words = _("%(column)s: line %(line)s says otherwise of the same service.")
            reason = words % {"column": column, "line": entries[name].line}
            refusals.append(Refusal(number, line.get("name_fr", ""), reason))
        _read_place(entries[name], line)
    return list(entries.values()), refusals


def _identity(number, line):
    """By what lines of the same service are known to be so."""
    if line.get("id"):
        return "id", line["id"].strip().lower()
    if line.get("identifiers"):
        return "identifiers", line["identifiers"]
    if line.get("name_fr"):
        organisation = line.get("organization_id") or line.get("organization_name_fr")
        return "name", organisation, line["name_fr"]
    return "line", number


def _contradiction(first, line):
    for heading, text in line.items():
        of_place = BY_NAME[heading].is_of_the_place
        if text and not of_place and text != first.get(heading, ""):
            return heading
    return ""


def _entry(number, line, refusals):
    entry = Entry(line=number, successor=line.get("successor_id"))
    for heading, text in line.items():
        column = BY_NAME[heading]
        match column.part:
            case Part.KEY:
                setattr(entry, column.field, text.strip())
            case Part.ORGANISATION:
                entry.organisation[column.field] = text
            case Part.SERVICE:
                entry.facts[column.field] = text
            case Part.CODES:
                entry.codes[column.field] = cells.codes_in(text)
            case Part.CHILDREN:
                entry.children[column.field] = _rows(
                    number, column.field, text, refusals
                )
    entry.identifiers = tuple(
        (row.get("scheme", ""), row.get("identifier", ""))
        for row in entry.children.get("identifiers", ())
    )
    return entry


def _rows(number, name, text, refusals):
    kind, rows = CHILDREN[name], cells.rows_in(text, FIRST[name])
    known = {*kind.columns, *kind.codes, *(["place"] if kind.has_place else [])}
    for row in rows:
        for strange in set(row) - known:
            words = _("%(column)s: « %(part)s » is no part of it.")
            reason = words % {"column": name, "part": strange}
            refusals.append(Refusal(number, "", reason))
        for codes in kind.codes:
            row[codes] = cells.codes_in(row.get(codes, ""))
    return rows


def _read_place(entry, line):
    """Add the place of one line; a file without such columns says nothing of it."""
    place, at = {}, {}
    for heading, text in line.items():
        column = BY_NAME[heading]
        if column.is_of_the_place:
            (at if column.part is Part.AT_PLACE else place)[column.field] = text
    if not place:
        return
    if entry.places is None:
        entry.places = []
    if any(text.strip() for text in (*place.values(), *at.values())):
        entry.places.append({**place, "at": at})


def _cell(column, entry, place):
    if column.part is Part.CHILDREN:
        rows = entry.children.get(column.field, ())
        return cells.cell_of_rows(rows, FIRST[column.field])
    if column.part is Part.KEY:
        return cells.text_of(getattr(entry, column.field))
    told = {
        Part.ORGANISATION: entry.organisation,
        Part.SERVICE: entry.facts,
        Part.CODES: entry.codes,
        Part.PLACE: place,
        Part.AT_PLACE: place.get("at", {}),
    }
    return cells.text_of(told[column.part].get(column.field))
