"""Choosing a meeting for a page, a block or a sentence."""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenView,
)

from events.admin.filters import find
from events.admin.listing import WordsColumn
from events.models import Meeting


class SearchForm(SearchFilterMixin, BaseFilterForm):
    def filter(self, meetings):
        self.search_query = self.cleaned_data.get("q")
        self.is_searching = bool(self.search_query)
        return find(meetings, self.search_query or "")


class Choices:
    """Meetings, the latest first, to be found by title, place or date."""

    filter_form_class = SearchForm
    ordering = ["-start_date", "-start_time", "-pk"]

    def get_object_list(self):
        return Meeting.objects.with_facts().prefetch_related("event_pages")

    @property
    def columns(self):
        date_column = self.title_column
        date_column.accessor = lambda meeting: capfirst(meeting.day_words)
        date_column.label = _("Date")
        return [
            date_column,
            WordsColumn("words", label=_("Meeting")),
            Column("place", label=_("Place"), accessor="short_place"),
        ]


class MeetingChooseView(Choices, ChooseView):
    pass


class MeetingChooseResultsView(Choices, ChooseResultsView):
    pass


class MeetingChosenView(SnippetChosenView):
    def get_chosen_response_data(self, item):
        return {**super().get_chosen_response_data(item), "uuid": str(item.uuid)}


class MeetingChooserViewSet(SnippetChooserViewSet):
    choose_view_class = MeetingChooseView
    choose_results_view_class = MeetingChooseResultsView
    chosen_view_class = MeetingChosenView
