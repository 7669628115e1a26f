from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from events import changes
from events.admin import actions
from events.admin.chooser import MeetingChooserViewSet
from events.admin.door.urls import DOOR_OF_A_MEETING
from events.admin.doors import doors
from events.admin.double_booking import DoubleBookingView
from events.admin.filters import SEARCHED, MeetingFilterSet
from events.admin.listing import MeetingIndexView
from events.admin.panels import MEETING
from events.admin.papers.urls import PAPERS_OF_A_MEETING
from events.admin.participants.urls import urlpatterns as of_participants
from events.admin.steps import steps_of
from events.admin.telling import TellingForm, people_words, unreachable_words
from events.models import Concertation, Cycle, Meeting, Venue
from events.refusals import CapacityTooLowError, RefusedError
from portal.core.models.words import columns


class MeetingCreateView(CreateView):
    def get_success_url(self):
        return self.get_edit_url()


class MeetingEditView(EditView):
    def get_success_url(self):
        return self.get_edit_url()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["steps"] = steps_of(self.object, self.request.user, timezone.now())
        context["doors"] = doors(self.object, self.request.user)
        return context

    def form_valid(self, form):
        """Saves at once, unless people have to be told: then that is shown first."""
        stored = Meeting.objects.get(pk=self.object.pk)
        telling = TellingForm(self.request.POST, stored)
        news = changes.of(stored, form.instance, now=timezone.now())
        if telling.goes_back:
            return self.render_to_response(self.get_context_data(form=form))
        if news.concerns_somebody and not telling.confirms:
            return self._show(news, telling)
        form.quiet = telling.quiet
        try:
            return super().form_valid(form)
        except RefusedError as refused:
            # Somebody was promised a seat since the form was checked.
            about = "capacity" if isinstance(refused, CapacityTooLowError) else None
            form.add_error(about, str(refused.message))
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)

    def _show(self, news, telling):
        context = {
            **self.get_context_data(),
            "news": news,
            "telling": telling,
            "people": people_words(news),
            "unreachable": unreachable_words(news),
        }
        return render(self.request, "events/admin/confirm_change.html", context)


class MeetingViewSet(SnippetViewSet):
    model = Meeting
    icon = "date"
    menu_label = _("Meetings")
    menu_name = "meetings"
    menu_order = 110
    add_to_admin_menu = True
    copy_view_enabled = False
    list_per_page = 30
    search_fields = SEARCHED
    edit_handler = MEETING
    filterset_class = MeetingFilterSet
    index_view_class = MeetingIndexView
    add_view_class = MeetingCreateView
    edit_view_class = MeetingEditView
    edit_template_name = "events/admin/edit_meeting.html"
    chooser_viewset_class = MeetingChooserViewSet

    def get_urlpatterns(self):
        create_page = self.construct_view(actions.CreatePageView)
        write_report = self.construct_view(actions.WriteReportView)
        notes = self.construct_view(actions.NotesView)
        create_next = self.construct_view(actions.CreateNextView)
        double_booking = self.construct_view(DoubleBookingView)
        return [
            *super().get_urlpatterns(),
            path("double-booking/", double_booking, name="double_booking"),
            path("<int:pk>/page/", create_page, name="create_page"),
            path("<int:pk>/report/", write_report, name="write_report"),
            path("<int:pk>/report/notes/", notes, name="report_from_notes"),
            path("<int:pk>/next/", create_next, name="next"),
            *of_participants,
            *DOOR_OF_A_MEETING,
            *PAPERS_OF_A_MEETING,
        ]


class ReferenceViewSet(SnippetViewSet):
    """A short list the rest refers to, in the menu of reference lists."""

    menu_hook = "register_reference_menu_item"
    copy_view_enabled = False


class VenueViewSet(ReferenceViewSet):
    model = Venue
    icon = "site"
    menu_order = 10
    list_display = ["name_fr", "street", "commune"]
    list_filter = ["commune"]
    search_fields = ["name_fr", "street", "commune__name_fr"]
    panels = [
        MultiFieldPanel(
            [
                *(FieldPanel(name) for name in columns("name")),
                FieldRowPanel([FieldPanel("street"), FieldPanel("commune")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            heading=_("Address"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in columns("access")],
            heading=_("How to get there"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in columns("accessibility")],
            heading=_("Accessibility"),
        ),
        FieldPanel("is_example"),
    ]


class ConcertationViewSet(ReferenceViewSet):
    model = Concertation
    icon = "group"
    menu_order = 20
    list_display = ["theme", "bassin"]
    panels = [FieldRowPanel([FieldPanel("theme"), FieldPanel("bassin")])]


class CycleViewSet(ReferenceViewSet):
    model = Cycle
    icon = "rotate"
    menu_order = 30
    list_display = ["season", "concertation", "planned_meetings"]
    list_filter = ["concertation"]
    panels = [
        FieldPanel("concertation"),
        FieldRowPanel([FieldPanel("season"), FieldPanel("planned_meetings")]),
    ]
