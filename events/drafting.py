"""What one click begins: the page of a meeting, its report, the meeting after it.

Pages are begun as drafts, with all that is known already; facts are never copied into
them. Begun twice, the page that exists is given back.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from events import meeting_notes, report_entries, scheduling
from events.models import AgendaPage, ConcertationPage, EventPage, Meeting, ReportPage

FOUR_WEEKS = timedelta(weeks=4)
SLUG_LENGTH = 80
# The order of the client's own reports.
SKELETON = (
    "watch",
    "obstacles",
    "findings",
    "leads",
    "actions",
    "save_the_date",
    "history",
    "further",
)
SAME_AS_BEFORE = (
    "kind",
    "concertation",
    "start_time",
    "end_time",
    "mode",
    "venue",
    "capacity",
    "needs_registration",
    "promotes_by_offer",
    "offer_hours",
    "organisation_cap",
    "cap_lifted_days",
    "reminder_days",
    "kept_months",
    "is_example",
)


class DraftingError(Exception):
    """What must exist first does not; ``message`` tells the editor."""

    message = ""


class NoAgendaError(DraftingError):
    message = gettext_lazy("Create the agenda page first: this page goes under it.")


class NoConcertationPageError(DraftingError):
    message = gettext_lazy(
        "A report goes under the page of its concertation: choose the concertation of "
        "the meeting, and create its page first."
    )


def agenda_for(meeting):
    """The agenda page that a page of ``meeting`` goes under."""
    page = _in_working_language(AgendaPage.objects.all())
    if page is None:
        raise NoAgendaError
    return page


def concertation_page_for(meeting):
    """The concertation page that a report of ``meeting`` goes under."""
    pages = ConcertationPage.objects.filter(concertation=meeting.concertation_id)
    page = _in_working_language(pages) if meeting.concertation_id else None
    if page is None:
        raise NoConcertationPageError
    return page


@transaction.atomic
def create_page(meeting, *, user=None):
    """Begin the page that announces ``meeting``."""
    parent = agenda_for(meeting)
    if page := _page_of(meeting, EventPage, parent.locale):
        return page
    return _begin(EventPage(meeting=meeting, title=_title(meeting)), parent, user)


@transaction.atomic
def write_report(meeting, *, user=None, notes=""):
    """Begin the report of ``meeting``: its sections laid out, its presenters named.

    What the team noted as heard and what was decided there are in their sections, then
    what ``notes`` say (``meeting_notes``). Attendance is that of the meeting, always.
    """
    parent = concertation_page_for(meeting)
    if page := _page_of(meeting, ReportPage, parent.locale):
        return page
    page = ReportPage(meeting=meeting, title=_title(meeting))
    written = report_entries.of(meeting, meeting_notes.read(notes))
    page.sections = _skeleton(page, written)
    page.context = written.context
    if announcement := _page_of(meeting, EventPage, parent.locale):
        _take_over(page, announcement.get_latest_revision_as_object())
    return _begin(page, parent, user)


def create_next(meeting, *, now):
    """The meeting after ``meeting``: same place and themes, a date to be confirmed."""
    following = Meeting(**{name: getattr(meeting, name) for name in SAME_AS_BEFORE})
    following.start_date = _same_weekday_ahead(meeting.start_date, now)
    following.to_confirm = True
    following.reunion_number = _next_number(meeting)
    if rank := _next_rank(meeting):
        following.cycle, following.cycle_rank = meeting.cycle, rank
    return scheduling.record(following, now=now, themes=meeting.themes.all())


def _in_working_language(pages):
    """The page in the editor's language, or else in the site's first one."""
    for locale in (Locale.get_active(), Locale.get_default()):
        if page := pages.filter(locale=locale).first():
            return page
    return None


def _page_of(meeting, page_type, locale):
    return page_type.objects.filter(meeting=meeting, locale=locale).first()


def _begin(page, parent, user):
    page.slug = _free_slug(page, parent)
    page.locale, page.owner, page.live = parent.locale, user, False
    parent.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    return page


def _title(meeting):
    """« Santé mentale, Matinée 2/3 »: the subject first, until the editor says it."""
    facts = [meeting.theme, meeting.series or meeting.get_kind_display()]
    return ", ".join(str(fact) for fact in facts if fact)


def _free_slug(page, parent):
    """« 2026-01-20-concertation-sante-mentale », then « …-2 » where that is taken."""
    words = slugify(page.title.replace("/", "-"))
    dated = f"{page.meeting.start_date.isoformat()}-{words}"
    # A slug that is too long ends at a word.
    wanted = (
        dated if len(dated) <= SLUG_LENGTH else dated[:SLUG_LENGTH].rpartition("-")[0]
    )
    taken = set(parent.get_children().values_list("slug", flat=True))
    number, slug = 1, wanted
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def _skeleton(page, written):
    kinds = page._meta.get_field("sections").stream_block.child_blocks
    return [
        (name, kinds[name].normalize(dict(kinds[name].get_default()) | more))
        for name in SKELETON
        for more in [written.sections.get(name, {})]
    ]


def _take_over(report, announcement):
    report.title, report.summary = announcement.title, announcement.summary
    report.documents = [
        (item.block_type, item.value) for item in announcement.documents
    ]
    speakers = announcement.presenters or announcement.programme
    if names := [item.value.get("name") or item.value["title"] for item in speakers]:
        report.context += format_html(
            "<p>{}</p>", _("Presented by: %(names)s.") % {"names": ", ".join(names)}
        )


def _same_weekday_ahead(day, now):
    today = timezone.localdate(now)
    ahead = day + FOUR_WEEKS
    while ahead <= today:
        ahead += FOUR_WEEKS
    return ahead


def _next_number(meeting):
    if not meeting.reunion_number:
        return None
    last = meeting.concertation.meetings.exclude(reunion_number=None)
    return max(last.values_list("reunion_number", flat=True)) + 1


def _next_rank(meeting):
    """The next free place in the cycle; None where the cycle is complete."""
    if not meeting.cycle:
        return None
    taken = set(meeting.cycle.meetings.values_list("cycle_rank", flat=True))
    ranks = range(meeting.cycle_rank + 1, meeting.cycle.planned_meetings + 1)
    return next((rank for rank in ranks if rank not in taken), None)
