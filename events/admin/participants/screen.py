"""What the screens about registrations share: who may see them, and the way back."""

from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from events.models import Meeting, Registration

VIEW, ADD = "events.view_registration", "events.add_registration"
CHANGE, EXPORT = "events.change_registration", "events.export_registration"


def url_of(name, *args):
    return reverse(f"wagtailsnippets_events_meeting:{name}", args=args)


class Screen(WagtailAdminTemplateMixin, View):
    """One of the team's screens; each names the permission it asks for."""

    permission = VIEW
    header_icon = "group"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def now(self):
        return timezone.now()

    @property
    def trail(self):
        """The steps from the list of meetings to here: address and words of each."""
        return []

    def may(self, permission):
        return self.request.user.has_perm(permission)

    def get_breadcrumbs_items(self):
        meetings = self.may("events.view_meeting") or self.may("events.change_meeting")
        start = [(url_of("list"), _("Meetings"))] if meetings else []
        steps = [{"url": url, "label": label} for url, label in [*start, *self.trail]]
        return [*self.breadcrumbs_items, *steps, {"url": "", "label": self.page_title}]

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data())


class MeetingScreen(Screen):
    """A screen about the registrations of one meeting."""

    @cached_property
    def meeting(self):
        return get_object_or_404(Meeting.objects.with_facts(), pk=self.kwargs["pk"])

    @property
    def page_subtitle(self):
        return capfirst(self.meeting)

    @property
    def trail(self):
        return _to_meeting(self)

    @cached_property
    def back(self):
        return url_of("participants", self.meeting.pk)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {**context, "meeting": self.meeting, "back": self.back}


class PersonScreen(Screen):
    """A screen about one registration."""

    @cached_property
    def registration(self):
        known = Registration.objects.select_related(
            "meeting__concertation__theme", "meeting__cycle", "access_need"
        )
        return get_object_or_404(known, pk=self.kwargs["pk"])

    @property
    def meeting(self):
        return self.registration.meeting

    @property
    def name(self):
        return self.registration.name or _("Data erased")

    @property
    def trail(self):
        url = url_of("participants", self.meeting.pk)
        return [*_to_meeting(self), (url, _("Participants"))]

    @cached_property
    def back(self):
        return url_of("registration", self.registration.pk)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        facts = {"registration": self.registration, "meeting": self.meeting}
        return {**context, **facts, "back": self.back}


def _to_meeting(screen):
    label = capfirst(screen.meeting)
    if not screen.may("events.change_meeting"):
        return []
    return [(url_of("edit", screen.meeting.pk), label)]
