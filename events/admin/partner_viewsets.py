"""The team's screens of what partners announce."""

import django_filters
from django import forms
from django.db.models import Count, Q
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet

from events.admin.filters import choices
from events.admin.partner_actions import ImportFileView, ReadNowView
from events.admin.partner_forms import PartnerCalendarForm, PartnerEntryForm
from events.models import PartnerCalendar, PartnerEntry
from events.partners import comparing

AWAITED = "awaited"


class PartnerEntryFilterSet(WagtailFilterSet):
    state = choices(
        _("Decision"),
        [(AWAITED, _("To be read or read again")), *PartnerEntry.State.choices],
        method="in_state",
    )
    calendar = django_filters.ModelChoiceFilter(
        label=_("Partner calendar"), queryset=PartnerCalendar.objects.all()
    )

    class Meta:
        model = PartnerEntry
        fields = []

    def in_state(self, entries, name, value):
        return entries.to_read() if value == AWAITED else entries.filter(state=value)


class ComesFromPartners(ModelPermissionPolicy):
    """Entries come and go with their calendar; the team decides and corrects."""

    def user_has_permission(self, user, action):
        return action in {"change", "view"} and super().user_has_permission(
            user, action
        )


register_permission_policy(PartnerEntry, ComesFromPartners(PartnerEntry))


class PartnerEntryEditView(EditView):
    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["changes"] = comparing.since_read(self.object)
        return context


class PartnerEntryViewSet(SnippetViewSet):
    model = PartnerEntry
    icon = "date"
    menu_label = _("Partners’ dates")
    menu_name = "partner-entries"
    menu_order = 115
    add_to_admin_menu = True
    copy_view_enabled = False
    list_per_page = 50
    list_display = [
        "shown_title",
        Column("when", label=_("Date and hours"), accessor="when_words"),
        Column("place", label=_("Place"), accessor="shown_place"),
        Column("calendar", label=_("Partner"), accessor="calendar.organisation"),
        Column("standing", label=_("Decision"), accessor="standing"),
    ]
    search_fields = ["title", "own_title", "place", "calendar__organisation"]
    filterset_class = PartnerEntryFilterSet
    edit_view_class = PartnerEntryEditView
    edit_template_name = "events/admin/edit_partner_entry.html"
    edit_handler = ObjectList(
        [
            FieldPanel("state", widget=forms.RadioSelect),
            MultiFieldPanel(
                [
                    FieldPanel("own_title"),
                    FieldPanel("own_place"),
                    FieldRowPanel([FieldPanel("own_commune"), FieldPanel("theme")]),
                ],
                heading=_("Your corrections"),
                help_text=_(
                    "They stay when the partner changes its own words. A wrong date is "
                    "for the partner to correct: ask them."
                ),
            ),
        ],
        base_form_class=PartnerEntryForm,
    )

    def get_queryset(self, request):
        return PartnerEntry.objects.with_facts()


class PartnerCalendarIndexView(IndexView):
    def get_base_queryset(self):
        awaited = Q(entries__gone_at=None) & (
            Q(entries__state=PartnerEntry.State.DRAFT) | Q(entries__has_changed=True)
        )
        return PartnerCalendar.objects.annotate(
            awaited=Count("entries", filter=awaited)
        )


class PartnerCalendarViewSet(SnippetViewSet):
    model = PartnerCalendar
    icon = "calendar-alt"
    menu_hook = "register_reference_menu_item"
    menu_order = 40
    copy_view_enabled = False
    list_display = [
        "organisation",
        "name",
        Column("awaited", label=_("To be read"), accessor="awaited"),
        Column("read_at", label=_("Last read"), accessor="read_at"),
        Column("outcome", label=_("Outcome"), accessor="outcome"),
    ]
    index_view_class = PartnerCalendarIndexView
    edit_template_name = "events/admin/edit_partner_calendar.html"
    edit_handler = ObjectList(
        [
            FieldPanel("organisation"),
            FieldPanel("name"),
            FieldPanel("address"),
            FieldPanel("website"),
            FieldRowPanel([FieldPanel("theme"), FieldPanel("commune")]),
            FieldPanel("is_active"),
            FieldPanel("is_example"),
        ],
        base_form_class=PartnerCalendarForm,
    )

    def get_urlpatterns(self):
        read_now = self.construct_view(ReadNowView)
        import_file = self.construct_view(ImportFileView)
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/read/", read_now, name="read_now"),
            path("<int:pk>/file/", import_file, name="import_file"),
        ]
