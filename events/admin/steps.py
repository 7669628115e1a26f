"""What an editor can do next from a meeting: open its pages, or begin them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from events import drafting


@dataclass(frozen=True)
class Step:
    label: str
    icon: str
    url: str
    # A link only opens; a button begins something, by POST.
    begins: bool = True


def steps_of(meeting, user, now):
    begun = meeting.beginning() <= now
    steps = [
        *_pages(meeting.event_pages, _("Open the page (%(language)s)")),
        *_begin_page(meeting, user),
        *_kits(meeting),
        *_pages(meeting.report_pages, _("Open the report (%(language)s)")),
        *(_begin_report(meeting, user) if begun else []),
        *on_the_day(meeting, user),
    ]
    if user.has_perm("events.add_meeting"):
        label = _("Duplicate for the next meeting")
        steps.append(Step(label, "copy", _url("next", meeting)))
    return steps


def on_the_day(meeting, user):
    screens = [
        ("check_in", _("Check people in"), "check", "events.check_in_registration"),
        (
            "papers",
            _("Papers: sheet, badges"),
            "clipboard-list",
            "events.view_registration",
        ),
    ]
    return [
        Step(label, icon, _url(name, meeting), begins=False)
        for name, label, icon, permission in screens
        if user.has_perm(permission)
    ]


def may_begin_under(parent, user):
    return parent.permissions_for_user(user).can_add_subpage()


def _begin_page(meeting, user):
    steps = [Step(_("Create the page"), "doc-empty", _url("create_page", meeting))]
    return _begin(steps, meeting.event_pages, drafting.agenda_for, meeting, user)


def _begin_report(meeting, user):
    steps = [
        Step(_("Write the report"), "edit", _url("write_report", meeting)),
        Step(
            _("Write it from notes"),
            "clipboard-list",
            _url("report_from_notes", meeting),
            begins=False,
        ),
    ]
    parent_for = drafting.concertation_page_for
    return _begin(steps, meeting.report_pages, parent_for, meeting, user)


def _begin(steps, pages, parent_for, meeting, user):
    """The steps, unless it is done or not this person's to take."""
    try:
        parent = parent_for(meeting)
    except drafting.DraftingError:
        # Left in sight: the button says what has to exist first.
        return steps
    if pages.filter(locale=parent.locale).exists():
        return []
    return steps if may_begin_under(parent, user) else []


def _pages(pages, label):
    return [
        Step(
            label % {"language": page.locale.get_display_name().lower()},
            "doc-full",
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            begins=False,
        )
        for page in pages.select_related("locale")
    ]


def _kits(meeting):
    """What partners are given, of each page that anybody may read."""
    for page in meeting.event_pages.live().public().select_related("locale"):
        language = page.locale
        with translation.override(language.language_code):
            url = reverse("meeting_kit", args=[page.slug])
        name = language.get_display_name().lower()
        label = _("Partner kit (%(language)s)") % {"language": name}
        yield Step(label, "link", url, begins=False)


def _url(name, meeting):
    return reverse(f"wagtailsnippets_events_meeting:{name}", args=[meeting.pk])
