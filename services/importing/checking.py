"""From texts to typed values: each goes through the field it is meant for."""

from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from services.columns import AT_PLACE, CHILDREN, CODES, ORGANISATION, PLACE, SERVICE
from services.models import Location, Organisation, Service, ServiceAtLocation

YES = {"1", "true", "yes", "oui", "ja", "vrai", "x"}
NO = {"", "0", "false", "no", "non", "nee", "faux"}


class Checker:
    """Checks the entries of one file; knows the codes there are, read once."""

    def __init__(self):
        self.records = {name: _by_code(codes) for name, codes in CODES.items()}

    def check(self, entry):
        """Type what ``entry`` says, in place; the reasons why that cannot be done."""
        reasons = []
        entry.organisation = _typed(
            Organisation, ORGANISATION, entry.organisation, reasons
        )
        entry.facts = _typed(Service, SERVICE, entry.facts, reasons)
        entry.codes = {
            name: self._codes(name, codes, reasons)
            for name, codes in entry.codes.items()
        }
        if entry.places is not None:
            entry.places = [_place(place, reasons) for place in entry.places]
        for name, rows in entry.children.items():
            entry.children[name] = [self._child(name, row, reasons) for row in rows]
        for name in ("uuid", "organisation_uuid", "successor"):
            setattr(entry, name, _uuid(getattr(entry, name), reasons))
        field = Service._meta.get_field("assured_date")
        entry.assured_date = _clean(field, entry.assured_date, "assured_date", reasons)
        return reasons

    def _codes(self, name, codes, reasons):
        """The codes in the order of their list, each once."""
        known = self.records[name]
        for code in codes:
            if code not in known:
                words = _("%(column)s: « %(value)s » is not a code of this list.")
                reasons.append(words % {"column": name, "value": _short(code)})
        return sorted({code for code in codes if code in known})

    def _child(self, name, row, reasons):
        kind = CHILDREN[name]
        typed = _typed(kind.model, kind.columns, row, reasons, of=name, complete=True)
        for codes in kind.codes:
            typed[codes] = self._codes(codes, row.get(codes, ()), reasons)
        if kind.has_place:
            typed["place"] = _uuid(row.get("place", ""), reasons)
        if not reasons:
            told = {column: typed[column] for column in kind.columns}
            _go_together(kind.model(**told), name, reasons)
        return typed


def _go_together(row, name, reasons):
    """Whether the values of one row agree; each alone was found right."""
    try:
        row.clean()
    except ValidationError as invalid:
        reasons.extend(f"{name}: {message}" for message in invalid.messages)


def _by_code(codes):
    return {getattr(record, codes.known_by): record for record in codes.records()}


def _place(place, reasons):
    typed = _typed(Location, PLACE, place, reasons, of="location")
    if not reasons:
        _go_together(Location(**typed), "location", reasons)
    typed["at"] = _typed(ServiceAtLocation, AT_PLACE, place.get("at", {}), reasons)
    typed["uuid"] = _uuid(place.get("uuid", ""), reasons)
    return typed


def _typed(model, names, said, reasons, *, of="", complete=False):
    """The values of ``said`` for the columns ``names``; all of them if ``complete``."""
    typed = {}
    for name in names:
        field = model._meta.get_field(name)
        if name in said or complete:
            value = said.get(name, "")
            typed[name] = _clean(field, value, f"{of} {name}".strip(), reasons)
    return typed


def _clean(field, value, name, reasons):
    text = _as_one_text(value)
    if isinstance(field, models.BooleanField):
        return _boolean(text, name, reasons)
    if isinstance(text, (dict, list)):
        reasons.append(_("%(column)s: a single value is expected.") % {"column": name})
        return None
    if text in ("", None):
        return _empty(field, name, reasons)
    try:
        return _canonical(field, field.clean(text, None))
    except ValidationError as invalid:
        words = {
            "column": name,
            "value": _short(text),
            "why": " ".join(invalid.messages),
        }
        reasons.append(_("%(column)s: « %(value)s ». %(why)s") % words)
        return None


def _as_one_text(value):
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, float):
        # As it is written, and not as the machine rounds it.
        return str(int(value) if value.is_integer() else value)
    return value


def _canonical(field, value):
    """As the database gives it back: amounts with their decimals."""
    if isinstance(value, Decimal):
        return round(value, field.decimal_places)
    return value


def _empty(field, name, reasons):
    if field.null:
        return None
    if field.has_default():
        return field.get_default()
    if not field.blank:
        reasons.append(_("%(column)s: say something here.") % {"column": name})
    return ""


def _boolean(value, name, reasons):
    if value is None or isinstance(value, bool):
        return bool(value)
    word = str(value).casefold()
    if word not in YES | NO:
        words = _("%(column)s: « %(value)s » is neither yes nor no.")
        reasons.append(words % {"column": name, "value": _short(value)})
    return word in YES


def _uuid(value, reasons):
    if not value:
        return value
    try:
        return str(UUID(str(value)))
    except ValueError:
        words = _("« %(value)s » is not an identifier (UUID).")
        reasons.append(words % {"value": _short(value)})
        return ""


def _short(value):
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
