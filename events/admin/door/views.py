"""One screen per meeting, made for a thumb: look up a name, tick it, go on."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from django.views.generic.detail import SingleObjectMixin
from wagtail.admin.views.generic import (
    PermissionCheckedMixin,
    WagtailAdminTemplateMixin,
)
from wagtail.permission_policies import ModelPermissionPolicy

from events import door, reception
from events.admin.door.forms import Search, Tick, WalkIn
from events.letters.facts import line_of
from events.models import Meeting, Registration
from events.refusals import RefusedError

CHECK_IN = "wagtailsnippets_events_meeting:check_in"
SEES_PEOPLE = "events.view_registration"


class AtTheDoor(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    permission_policy = ModelPermissionPolicy(Registration)
    permission_required = "check_in"
    page_title = _("Reception")
    header_icon = "check"
    breadcrumbs_items = [{"url": reverse_lazy("door"), "label": _("Reception")}]


class DoorIndexView(AtTheDoor):
    """The meetings around today."""

    template_name = "events/admin/door/index.html"

    def get_context_data(self, **kwargs):
        now = timezone.now()
        groups = {
            name: [line_of(meeting, now) for meeting in meetings]
            for name, meetings in door.meetings(now).items()
        }
        return super().get_context_data(groups=groups, **kwargs)


class CheckInView(SingleObjectMixin, AtTheDoor):
    """The list of a meeting; POST ticks one person, and leads back to that line."""

    model = Meeting
    template_name = "events/admin/door/check_in.html"

    def get_object(self, queryset=None):
        meeting = super().get_object(queryset)
        is_open = door.is_open(meeting, self.now)
        if not is_open and not self.request.user.has_perm(SEES_PEOPLE):
            raise PermissionDenied
        return meeting

    @cached_property
    def now(self):
        return timezone.now()

    @cached_property
    def search(self):
        return Search(self.request.GET)

    def get(self, request, pk):
        self.object = self.get_object()
        return self.page()

    def post(self, request, pk):
        self.object = self.get_object()
        form = Tick(request.POST, meeting=self.object)
        if not form.is_valid():
            return self.refuse(form.errors.popitem()[1][0])
        try:
            registration = form.act(self.now)
        except RefusedError as refused:
            return self.refuse(door.refusal_words(refused, self.object, self.now))
        return self.back_to(registration)

    def page(self, status=200, **words):
        context = self.get_context_data(**{"walk_in": WalkIn(), **words})
        return self.render_to_response(context, status=status)

    def refuse(self, words):
        return self.page(status=409, refusal=words)

    def back_to(self, registration):
        query = self.search.query()
        address = reverse(CHECK_IN, args=[self.object.pk])
        return redirect(
            f"{address}{'?' if query else ''}{query}#person-{registration.pk}"
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            door=door.Door(self.object, self.search.value("query") or ""),
            line=line_of(self.object, self.now),
            **kwargs,
        )

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.object.day_words}]


class WalkInView(CheckInView):
    """Lets in somebody who had not registered; what was typed is kept on a refusal."""

    def get(self, request, pk):
        return redirect(CHECK_IN, pk)

    def post(self, request, pk):
        self.object = self.get_object()
        form = WalkIn(request.POST)
        if not form.is_valid():
            return self.page(status=422, walk_in=form)
        try:
            came = reception.walk_in(self.object, person=form.person(), now=self.now)
        except RefusedError as refused:
            words = door.refusal_words(refused, self.object, self.now)
            return self.page(status=409, refusal=words, walk_in=form)
        return self.back_to(came.registration)
