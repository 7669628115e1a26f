"""What partners announce by a feed: read it now, take it over or leave it out."""

from django import forms
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic.detail import SingleObjectMixin
from django.views.generic.edit import View
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.snippets.views.snippets import SnippetViewSet

from events.partners.refusals import RefusedCalendarError
from trainings.models import FeedEntry, PartnerFeed
from trainings.partners import deciding, rounds

EDIT_TRAINING = "wagtailsnippets_trainings_training:edit"
EDIT_FEED = "wagtailsnippets_trainings_partnerfeed:edit"
ENTRIES = "wagtailsnippets_trainings_feedentry:list"
TAKE, LEAVE_OUT = "take", "leave-out"


class EntryForm(forms.Form):
    decision = forms.ChoiceField(
        label=_("Decision"),
        widget=forms.RadioSelect,
        choices=[
            (TAKE, _("Make it a training, not public yet")),
            (LEAVE_OUT, _("Leave it out")),
        ],
    )


class DecideView(PermissionCheckedMixin, SingleObjectMixin, View):
    model = FeedEntry
    permission_required = "change"
    http_method_names = ["get", "post"]
    # Where the set of views keeps the number of the record.
    pk_url_kwarg = "pk"

    def get(self, request, pk):
        return self._show(self.get_object(), EntryForm())

    def post(self, request, pk):
        entry, form = self.get_object(), EntryForm(request.POST)
        if not form.is_valid():
            return self._show(entry, form)
        if form.cleaned_data["decision"] == LEAVE_OUT:
            deciding.leave_out(entry)
            return redirect(ENTRIES)
        training = deciding.take(entry)
        messages.success(
            request, gettext("The training is there: complete it, then make it public.")
        )
        return redirect(EDIT_TRAINING, training.pk)

    def _show(self, entry, form):
        context = {"entry": entry, "form": form}
        return render(self.request, "trainings/admin/decide_entry.html", context)


class FeedEntryViewSet(SnippetViewSet):
    model = FeedEntry
    icon = "mail"
    menu_label = _("Partners’ announcements")
    menu_name = "training-feed-entries"
    menu_order = 50
    copy_view_enabled = False
    inspect_view_enabled = False
    list_per_page = 50
    list_display = [
        "title",
        Column("feed", label=_("Partner"), accessor="feed"),
        Column("day", label=_("Date"), accessor="day"),
        Column("received_at", label=_("Received"), accessor="received_at"),
        Column("state", label=_("Decision"), accessor="get_state_display"),
    ]
    list_filter = ["state", "feed"]
    search_fields = ["title", "summary"]
    edit_view_class = DecideView

    def get_queryset(self, request):
        return FeedEntry.objects.select_related("feed")


class ReadNowView(PermissionCheckedMixin, SingleObjectMixin, View):
    model = PartnerFeed
    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request, pk):
        try:
            rounds.read_feed(self.get_object(), now=timezone.now())
        except RefusedCalendarError as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, gettext("The feed was read."))
        return redirect(EDIT_FEED, pk)


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
    edit_template_name = "trainings/admin/edit_feed.html"
    panels = [
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("partner")]),
        FieldPanel("address"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("theme")]),
        FieldPanel("is_active"),
    ]

    def get_urlpatterns(self):
        read_now = self.construct_view(ReadNowView)
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/read/", read_now, name="read_now"),
        ]
