"""Choosing an observation: what was heard before, and how often, comes first."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)

from events.models import Observation
from events.observed_words import saying


class SearchForm(SearchFilterMixin, BaseFilterForm):
    def filter(self, observations):
        self.search_query = self.cleaned_data.get("q")
        self.is_searching = bool(self.search_query)
        return saying(observations, self.search_query or "")


class Choices:
    """The most heard first; found by the beginnings of words, however accented."""

    filter_form_class = SearchForm

    def get_object_list(self):
        known = Observation.objects.with_state().with_recurrence()
        return known.select_related("theme").most_heard_first()

    def apply_object_list_ordering(self, objects):
        return objects

    @property
    def columns(self):
        return [
            self.title_column,
            Column("heard", label=_("Heard already"), accessor="heard_words"),
            Column("kind", label=_("Kind"), accessor="get_kind_display"),
            Column("state", label=_("How far it is"), accessor="state_label"),
        ]


class ObservationChooseView(Choices, ChooseView):
    pass


class ObservationChooseResultsView(Choices, ChooseResultsView):
    pass


class ObservationChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ObservationChooseView
    choose_results_view_class = ObservationChooseResultsView
    choose_another_text = _("Choose another observation")
    form_fields = ["sentence_fr", "kind", "theme"]
