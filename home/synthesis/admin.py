"""« Synthèse » in the admin: what it is of, its figures, and its report begun."""

from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import page_permission_policy

from home.synthesis import drafting, gathering, learning, telling
from home.synthesis.views import asked


def may_begin(user):
    """Whether ``user`` may add the page that the draft becomes."""
    try:
        return drafting.parent().permissions_for_user(user).can_add_subpage()
    except drafting.NoConcertationsError:
        return False


class SynthesisScreen(WagtailAdminTemplateMixin, TemplateView):
    """GET counts; POST begins the report of what the address asks for."""

    template_name = "home/admin/synthesis.html"
    page_title = _("Synthesis")
    header_icon = "history"
    breadcrumbs_items = [{"url": reverse_lazy("synthesis_admin"), "label": page_title}]

    def dispatch(self, request, *args, **kwargs):
        if not may_begin(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request):
        page = drafting.begin(self.found, learning.rows(self.now), user=request.user)
        return redirect("wagtailadmin_pages:edit", page.pk)

    @cached_property
    def now(self):
        return timezone.now()

    @cached_property
    def asked(self):
        return asked(self.request.GET, self.now)

    @cached_property
    def found(self):
        _form, scope = self.asked
        return gathering.gather(scope, self.now)

    def get_context_data(self, **kwargs):
        form, scope = self.asked
        return super().get_context_data(
            form=form,
            heading=telling.title(scope),
            synthesis=self.found,
            query=form.narrowing,
            **kwargs,
        )


class SynthesisMenuItem(MenuItem):
    def is_shown(self, request):
        # Cheap, since every screen asks; the screen itself asks for the very page.
        return page_permission_policy.user_has_permission(request.user, "add")


def urls():
    return [path("synthesis/", SynthesisScreen.as_view(), name="synthesis_admin")]


def item():
    return SynthesisMenuItem(
        _("Synthesis"),
        reverse("synthesis_admin"),
        name="synthesis",
        icon_name="history",
        order=116,
    )
