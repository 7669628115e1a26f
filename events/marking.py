"""What calendar entries tell of: when any of it changes, they are marked.

Facts, words, and the names and addresses they borrow are watched by signals, so a
change made anywhere (a screen, a command, an import) reaches calendars.
"""

from django.db.models import Q
from django.db.models.signals import (
    m2m_changed,
    post_delete,
    post_save,
    pre_save,
)
from wagtail.models import PageViewRestriction, Site
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from events import entries
from events.models import Concertation, Cycle, EventPage, Meeting, ReportPage, Venue
from portal.core import edition
from portal.core.models import Bassin, Commune, SiteSettings, Theme

ABOUT_A_MEETING = (EventPage, ReportPage)
# Which meetings borrow words of a record.
BORROWED = {
    Venue: lambda venue: Q(venue=venue),
    Commune: lambda commune: Q(venue__commune=commune),
    Concertation: lambda concertation: Q(concertation=concertation),
    Theme: lambda theme: Q(themes=theme) | Q(concertation__theme=theme),
}
# What is on no entry, but in the name of calendars, or in what their filters find.
IN_THE_FRAME = (SiteSettings, Cycle, Bassin)


def watch():
    """Listen, once for each process."""
    post_save.connect(_meeting_saved, sender=Meeting, dispatch_uid="entries-saved")
    post_delete.connect(_frame_changed, sender=Meeting, dispatch_uid="entries-gone")
    themes = Meeting.themes.through
    m2m_changed.connect(_themes_changed, sender=themes, dispatch_uid="entries-themes")
    for model in BORROWED:
        name = f"entries-{model.__name__}"
        post_save.connect(_borrowed_changed, sender=model, dispatch_uid=name)
    for model in IN_THE_FRAME:
        name = f"entries-{model.__name__}"
        post_save.connect(_frame_changed, sender=model, dispatch_uid=name)
    for model in (PageViewRestriction, Site):
        for signal in (post_save, post_delete):
            name = f"entries-{model.__name__}"
            signal.connect(_all_changed, sender=model, dispatch_uid=name)
    for model in ABOUT_A_MEETING:
        name = f"entries-{model.__name__}"
        pre_save.connect(_page_leaves_a_meeting, sender=model, dispatch_uid=name)
    page_published.connect(_page_published, dispatch_uid="entries-published")
    for signal in (page_unpublished, page_slug_changed, post_page_move):
        signal.connect(_page_moved, dispatch_uid="entries-page")


def _meeting_saved(instance, created, **_signal):
    if created:
        entries.prepare(instance)
    entries.mark(Meeting.objects.filter(pk=instance.pk))


def _themes_changed(instance, action, **_signal):
    if action.startswith("post_") and isinstance(instance, Meeting):
        entries.mark(Meeting.objects.filter(pk=instance.pk))


def _borrowed_changed(sender, instance, created, **_signal):
    if not created:
        entries.mark(Meeting.objects.filter(BORROWED[sender](instance)))


def _page_leaves_a_meeting(sender, instance, **_signal):
    stored = sender.objects.filter(pk=instance.pk).exclude(meeting=instance.meeting_id)
    if stored.exists():
        entries.mark(Meeting.objects.filter(pk__in=stored.values("meeting")))


def _page_published(instance, **_signal):
    if isinstance(instance, ABOUT_A_MEETING):
        entries.mark(Meeting.objects.filter(pk=instance.meeting_id))


def _page_moved(instance, **_signal):
    page = instance.specific
    if isinstance(page, ABOUT_A_MEETING):
        entries.mark(Meeting.objects.filter(pk=page.meeting_id))
    else:
        # The addresses of what is below it change with it.
        entries.mark(Meeting.objects.all())


def _all_changed(**_signal):
    entries.mark(Meeting.objects.all())


def _frame_changed(**_signal):
    edition.advance(of=edition.CALENDARS)
