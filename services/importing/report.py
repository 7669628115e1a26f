"""What a plan would do, line by line, for a screen or a terminal."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from services.importing import cells

LONGEST = 80
COUNTED = {
    "creations": ngettext_lazy("%d service to create", "%d services to create"),
    "updates": ngettext_lazy("%d service to change", "%d services to change"),
    "unchanged": ngettext_lazy("%d service unchanged", "%d services unchanged"),
    "refusals": ngettext_lazy("%d refusal", "%d refusals"),
}


def summary(plan):
    """« 3 services à créer », « 2 services à modifier »…; what is none is left out."""
    counts = {name: len(getattr(plan, name)) for name in COUNTED}
    return [words % counts[name] for name, words in COUNTED.items() if counts[name]]


def lines(plan):
    """The whole plan as lines of text: the counts, then each service."""
    yield from summary(plan)
    for entry in plan.creations:
        yield f"{_line(entry.line)} + {entry.name}"
    for update in plan.updates:
        yield f"{_line(update.entry.line)} ~ {update.service.name_fr}"
        for change in update.changes:
            before, after = shown(change.before), shown(change.after)
            yield f"      {change.column}: {before} → {after}"
    for refusal in plan.refusals:
        yield refusal_line(refusal)


def refusal_line(refusal):
    name = f" {refusal.name}:" if refusal.name else ""
    return f"{_line(refusal.line)} !{name} {refusal.reason}"


def shown(value):
    """A value before or after, short enough for one line."""
    rows = value if isinstance(value, list) else [value]
    text = " ; ".join(_row(row) if isinstance(row, dict) else "" for row in rows)
    if not text.strip(" ;"):
        text = cells.text_of(value)
    text = " ".join(text.split()) or "∅"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _row(row):
    said = [cells.text_of(part) for part in row.values() if not isinstance(part, dict)]
    return " | ".join(filter(None, said))


def _line(number):
    return _("line %(line)s") % {"line": number}
