"""What the screens about requests share: who may see what, and the way back."""

from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from services.models import SupportRequest, SupportTeam

VIEW, CHANGE = "services.view_supportrequest", "services.change_supportrequest"


def teams_of(user):
    return SupportTeam.objects.filter(members=user)


def is_of_a_team(user):
    """Whether the screens are for them at all: the role alone shows nothing."""
    return user.has_perm(VIEW) and teams_of(user).exists()


class Screen(WagtailAdminTemplateMixin, View):
    """For members of a team with its role; nobody else, whatever their rights."""

    permission = VIEW
    header_icon = "help"

    def dispatch(self, request, *args, **kwargs):
        allowed = request.user.has_perm(self.permission)
        if not (allowed and is_of_a_team(request.user)):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        # Neither the browser nor anybody between keeps a request.
        response.headers["Cache-Control"] = "no-store"
        return response

    @cached_property
    def now(self):
        return timezone.now()

    @cached_property
    def requests(self):
        """All that this person may see."""
        return SupportRequest.objects.seen_by(self.request.user)

    @property
    def trail(self):
        return [(reverse("support_admin"), _("Requests for support"))]

    def get_breadcrumbs_items(self):
        steps = [{"url": url, "label": label} for url, label in self.trail]
        return [*self.breadcrumbs_items, *steps, {"url": "", "label": self.page_title}]

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data())


class RequestScreen(Screen):
    """A screen about one request of one's own team; any other is not there at all."""

    @cached_property
    def asked(self):
        known = self.requests.select_related("team", "kind", "level", "owner")
        found = known.filter(reference=self.kwargs["reference"]).first()
        if found is None:
            raise Http404
        return found

    @property
    def page_subtitle(self):
        return self.asked.reference

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        may_change = self.request.user.has_perm(CHANGE)
        return {**context, "asked": self.asked, "may_change": may_change}
