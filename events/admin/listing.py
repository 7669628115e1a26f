"""The list of meetings: what each is, where it stands, and which pages tell of it."""

from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.snippets.views.snippets import IndexView

from events.admin.filters import find
from events.models import EventPage, Meeting, ReportPage


class WordsColumn(Column):
    cell_template_name = "events/admin/words_cell.html"


class PagesColumn(Column):
    """A link to each page of one kind, by language."""

    cell_template_name = "events/admin/pages_cell.html"

    def get_value(self, meeting):
        return list(getattr(meeting, self.accessor).all())


class PeopleColumn(Column):
    """How many are registered, and the way to them."""

    cell_template_name = "events/admin/people_cell.html"


class StandingColumn(Column):
    cell_template_name = "events/admin/standing_cell.html"


class MeetingIndexView(IndexView):
    default_ordering = "-start_date"
    add_item_label = _("New meeting")

    def get_base_queryset(self):
        return Meeting.objects.with_facts().prefetch_related(
            _with_language("event_pages", EventPage),
            _with_language("report_pages", ReportPage),
        )

    def order_queryset(self, queryset):
        direction = "-" if self.ordering.startswith("-") else ""
        return queryset.order_by(
            self.ordering, f"{direction}start_time", f"{direction}pk"
        )

    def search_queryset(self, queryset):
        return find(queryset, self.search_query)

    @cached_property
    def columns(self):
        now = timezone.now()
        date_column = self._get_title_column_class(TitleColumn)
        return [
            date_column(
                "date",
                label=_("Date and hours"),
                accessor=_when,
                get_url=self._url_of,
                sort_key="start_date",
                classname="meeting-date",
            ),
            WordsColumn("words", label=_("Meeting")),
            Column("place", label=_("Place"), accessor="short_place"),
            StandingColumn("status", label=_("Status"), accessor="get_status_display"),
            Column(
                "registration",
                label=_("Registration"),
                accessor=lambda meeting: meeting.registration(now).label,
            ),
            PeopleColumn("people", label=_("Participants"), accessor=self._door),
            PagesColumn("page", label=_("Page"), accessor="event_pages"),
            PagesColumn("report", label=_("Report"), accessor="report_pages"),
        ]

    def _url_of(self, meeting):
        return self.get_edit_url(meeting)

    def _door(self, meeting):
        if not self.request.user.has_perm("events.view_registration"):
            return ""
        return reverse("wagtailsnippets_events_meeting:participants", args=[meeting.pk])


def _when(meeting):
    facts = [meeting.day_words, meeting.hour_words]
    return capfirst(", ".join(fact for fact in facts if fact))


def _with_language(relation, page_type):
    return Prefetch(relation, queryset=page_type.objects.select_related("locale"))
