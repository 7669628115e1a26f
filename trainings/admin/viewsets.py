from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import (
    IndexView,
    SnippetViewSet,
    SnippetViewSetGroup,
)

from trainings.admin.panels import NEED, TRAINING
from trainings.models import PartnerFeed, Training, TrainingNeed


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
        "title",
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
        "title",
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        Column("partner", label=_("Given by"), accessor="partner_words"),
        Column("dates", label=_("Sessions"), accessor="dates"),
        BooleanColumn("is_on_demand", label=_("On demand"), accessor="is_on_demand"),
        BooleanColumn("is_public", label=_("Public"), accessor="is_public"),
    ]
    list_filter = ["kind", "is_public", "is_on_demand", "is_free", "needs"]
    search_fields = ["title_fr", "title_nl", "partner_name", "partner__name_fr"]
    edit_handler = TRAINING


class FeedViewSet(SnippetViewSet):
    model = PartnerFeed
    icon = "link"
    menu_label = _("Partner feeds")
    menu_name = "training-feeds"
    menu_order = 60
    copy_view_enabled = False
    list_display = [
        "organisation",
        "address",
        Column("asked_at", label=_("Last asked"), accessor="asked_at"),
        Column("outcome", label=_("Outcome"), accessor="outcome"),
    ]
    panels = [
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("partner")]),
        FieldPanel("address"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("theme")]),
        FieldPanel("is_active"),
    ]


class TrainingsGroup(SnippetViewSetGroup):
    menu_label = _("Trainings")
    menu_name = "trainings"
    menu_icon = "openquote"
    menu_order = 122
    items = (NeedViewSet, TrainingViewSet, FeedViewSet)
