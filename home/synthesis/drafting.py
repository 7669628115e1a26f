"""The first draft of a yearly report, written from its own synthesis.

Every sentence says what was counted, and nothing else; the editor finishes it. Begun
twice for the same period, theme and bassins, the page that exists is given back.
"""

from django.db import transaction
from django.utils.html import format_html, format_html_join
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Locale

from events.models import ConcertationIndexPage
from home.models import SynthesisPage
from home.synthesis import coverage, telling

SLUG_LENGTH = 80


class NoConcertationsError(Exception):
    """There is no list of concertations to put it under, in the editor's language."""


def parent():
    page = ConcertationIndexPage.objects.filter(locale=Locale.get_active()).first()
    if page is None:
        raise NoConcertationsError
    return page


@transaction.atomic
def begin(synthesis, learning, *, user):
    """The draft of ``synthesis``, unpublished; it is opened if it was begun before."""
    under, scope = parent(), synthesis.scope
    if page := _begun(scope, under):
        return page
    title = telling.title(scope)
    page = SynthesisPage(
        title=title,
        slug=slugify(title)[:SLUG_LENGTH],
        first_day=scope.first,
        last_day=scope.last,
        theme=scope.theme,
        body=[("text", text) for text in _texts(synthesis, learning)],
        locale=under.locale,
        owner=user,
        live=False,
    )
    page.bassins = list(scope.bassins)
    under.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    return page


def _begun(scope, under):
    same = SynthesisPage.objects.child_of(under).filter(
        first_day=scope.first, last_day=scope.last, theme=scope.theme
    )
    wanted = {bassin.pk for bassin in scope.bassins}
    return next(
        (
            page
            for page in same
            if {bassin.pk for bassin in page.bassins.all()} == wanted
        ),
        None,
    )


def _texts(synthesis, learning):
    """The parts of the text, each under its heading; empty ones are left out."""
    yield _opening(synthesis)
    yield from _part(_("What comes back most"), map(_heard, synthesis.needs_heard))
    yield from _part(_("Recurring obstacles"), map(_heard, synthesis.obstacles))
    yield from _part(_("Leads"), [lead.words for lead in synthesis.leads])
    for state in synthesis.actions:
        titles = [f"{action.title} ({action.owner})" for action in state.actions]
        yield from _part(f"{_('Actions')} – {state.label}", titles)
    rows = [f"{row.title} – {row.answer}" for row in learning]
    yield from _part(_("Training needs and answers"), rows)
    gaps = [_gap(row) for row in coverage.of(synthesis).gaps]
    yield from _part(_("What no meeting or no service answers yet"), gaps)


def _opening(synthesis):
    facts = {
        "meetings": telling.times(len(synthesis.meetings)),
        "period": telling.period(synthesis.scope),
        "people": synthesis.attendance,
    }
    return format_html(
        "<p>{}</p>",
        _("%(meetings)s %(period)s, with %(people)s people present in all.") % facts,
    )


def _heard(observation):
    return f"{observation.sentence} ({telling.times(observation.heard)})"


def _gap(row):
    if row.meetings:
        return row.need.name
    return _("%(need)s (no meeting about it)") % {"need": row.need.name}


def _part(heading, lines):
    items = format_html_join("", "<li>{}</li>", ((line,) for line in lines))
    if items:
        yield format_html("<h2>{}</h2><ul>{}</ul>", heading, items)
