"""Lists of participants as files: which columns, which people, and who took them.

Each export is noted on the meeting, with who, which columns and how many rows; never
with what the rows say.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from events import questions
from events.participants import key_of
from portal.core import spreadsheets

ACTION = "events.export_registrations"
ACCESS_NEED = "access_need"
ANSWER = "answer/"
KINDS = {
    "xlsx": _("Excel workbook (.xlsx)"),
    "csv": _("CSV, for Excel in French (.csv)"),
}
ROWS = {
    "confirmed": _("Confirmed only"),
    "waiting": _("Waiting list only"),
    "live": _("Confirmed, seats offered and waiting list"),
    "all": _("All, cancelled and expired too"),
}


@dataclass(frozen=True)
class Column:
    key: str
    label: str
    value: Callable
    width: int = 18


def _fact(name, label, width=18):
    return Column(name, label, lambda who: getattr(who, name), width)


def _need(registration):
    need = getattr(registration, "access_need", None)
    return need.text if need else ""


STANDARD = (
    _fact("reference", _("Reference"), 12),
    Column("status", _("Status"), lambda who: who.get_status_display()),
    _fact("rank", _("Rank on the waiting list"), 8),
    _fact("family_name", _("Last name")),
    _fact("given_name", _("First name")),
    _fact("email", _("E-mail"), 30),
    _fact("organisation", _("Organisation"), 32),
    _fact("commune", _("Commune of the organisation")),
    _fact("role", _("Function"), 24),
    _fact("language", _("Language"), 8),
    _fact("arrived_at", _("Registered on")),
    _fact("confirmed_at", _("Confirmed on")),
    _fact("checked_in_at", _("Present since")),
    Column("source", _("Registered by"), lambda who: who.get_source_display()),
    _fact("is_listed", _("On the list handed out"), 10),
    _fact("question", _("Question for the presenters"), 40),
)
# What is ticked when the form opens.
USUAL = ("status", "family_name", "given_name", "email", "organisation", "role")
NEED = Column(ACCESS_NEED, _("Need for access"), _need, 40)


def columns(meeting, *, with_needs):
    """Every column one may choose; needs for access only where they may be read."""
    needs = [NEED] if with_needs else []
    asked = questions.columns(meeting).items()
    return [*STANDARD, *needs, *(_answer(key, label) for key, label in asked)]


def rows(participants, which):
    """The registrations of ``which`` of ``ROWS``, in order of arrival."""
    people = participants.registrations.select_related("access_need")
    if which == "live":
        people = people.live()
    elif which != "all":
        people = people.filter(status=which)
    communes = {found.key: found.commune for found in participants.organisations}
    people = list(people)
    for who in people:
        who.rank = participants.ranks.get(who.pk)
        who.commune = communes.get(key_of(who.organisation))
    return people


def file_of(people, *, chosen, kind, title):
    """The bytes of one of ``KINDS`` with the columns ``chosen`` of ``people``."""
    headings = [str(column.label) for column in chosen]
    table = [[column.value(who) for column in chosen] for who in people]
    if kind == "csv":
        return spreadsheets.as_csv(headings, table)
    widths = [column.width for column in chosen]
    return spreadsheets.as_xlsx(headings, table, title=title, widths=widths)


def note(meeting, *, by, chosen, which, rows, kind):
    """Keep that it was exported, by whom and which columns; nothing of anybody."""
    labels = [str(column.label) for column in chosen]
    data = {"columns": labels, "rows": rows, "which": which, "format": kind}
    log(instance=meeting, action=ACTION, user=by, data=data)


def noted(meeting):
    """The exports of a meeting, the latest first."""
    entries = ModelLogEntry.objects.for_instance(meeting).filter(action=ACTION)
    return entries.select_related("user")


def _answer(key, label):
    def said(registration):
        return questions.said_by(registration).get(key)

    return Column(ANSWER + key, label, said, 24)
