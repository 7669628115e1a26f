from django.db.models import Count
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import (
    IndexView,
    SnippetViewSet,
    SnippetViewSetGroup,
)

from trainings.admin.feeds import FeedEntryViewSet, FeedViewSet
from trainings.admin.files import MAY_IMPORT
from trainings.admin.panels import NEED, TRAINING
from trainings.admin.sessions import NewSessionView
from trainings.admin.suggestions import SuggestionViewSet
from trainings.models import Training, TrainingNeed


class NeedIndexView(IndexView):
    # By rank, which is no column one may sort by.
    default_ordering = None

    def get_base_queryset(self):
        return TrainingNeed.objects.ranked().select_related("source")

    def order_queryset(self, queryset):
        return queryset


class NeedViewSet(SnippetViewSet):
    model = TrainingNeed
    icon = "help"
    menu_label = _("Training needs")
    menu_name = "training-needs"
    menu_order = 10
    copy_view_enabled = False
    list_per_page = 50
    index_view_class = NeedIndexView
    list_display = [
        "title_fr",
        Column("rank", label=_("Rank"), accessor="rank"),
        Column("voices", label=_("Voices"), accessor="voices"),
        Column("origin", label=_("Origin"), accessor="get_origin_display"),
        Column("source", label=_("Meeting"), accessor="source"),
        BooleanColumn("is_public", label=_("Public"), accessor="is_public"),
    ]
    list_filter = ["is_public", "origin", "themes"]
    search_fields = ["title_fr", "title_nl", "description_fr"]
    edit_handler = NEED


class TrainingIndexView(IndexView):
    default_ordering = "title_fr"

    def get_base_queryset(self):
        sessions = Count("sessions", distinct=True)
        return Training.objects.select_related("partner").annotate(dates=sessions)

    @cached_property
    def header_more_buttons(self):
        buttons = super().header_more_buttons
        if self.request.user.has_perms(MAY_IMPORT):
            url, label = reverse("trainings_import"), _("Import or export a file")
            buttons.append(Button(label, url=url, icon_name="upload", priority=50))
        return buttons


class TrainingViewSet(SnippetViewSet):
    model = Training
    icon = "openquote"
    menu_label = _("Trainings")
    menu_name = "trainings-catalogue"
    menu_order = 30
    copy_view_enabled = False
    list_per_page = 50
    index_view_class = TrainingIndexView
    list_display = [
        "title_fr",
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        Column("partner", label=_("Given by"), accessor="partner_words"),
        Column("dates", label=_("Sessions"), accessor="dates"),
        BooleanColumn("is_on_demand", label=_("On demand"), accessor="is_on_demand"),
        BooleanColumn("is_public", label=_("Public"), accessor="is_public"),
    ]
    list_filter = ["kind", "is_public", "is_on_demand", "is_free", "needs"]
    search_fields = ["title_fr", "title_nl", "partner_name", "partner__name_fr"]
    edit_handler = TRAINING
    edit_template_name = "trainings/admin/edit_training.html"

    def get_urlpatterns(self):
        new_session = self.construct_view(NewSessionView)
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/session/", new_session, name="new_session"),
        ]


class TrainingsGroup(SnippetViewSetGroup):
    menu_label = _("Trainings")
    menu_name = "trainings"
    menu_icon = "openquote"
    menu_order = 122
    items = (
        NeedViewSet,
        SuggestionViewSet,
        TrainingViewSet,
        FeedEntryViewSet,
        FeedViewSet,
    )
