from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from events import field_watch, impasses
from portal.core.drawn_pages import for_anybody
from portal.core.models import BasePage


class WatchPage(RoutablePageMixin, BasePage):
    """The veille: what professionals heard in the field, and what came of it."""

    max_count_per_parent = 1
    parent_page_types = ["events.ConcertationIndexPage"]
    subpage_types = []

    intro = RichTextField(_("introduction"), features=["bold", "link"], blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("watch of needs")
        verbose_name_plural = _("watches of needs")

    def serve(self, request, *args, **kwargs):
        return for_anybody(super().serve(request, *args, **kwargs))

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["board"] = field_watch.board(request.GET)
        context["impasses"] = impasses.register(timezone.now())
        return context

    @path("<int:number>/", name="observation")
    def observation(self, request, number):
        sheet = field_watch.find(number, timezone.now())
        if sheet is None:
            raise Http404
        context = {**super().get_context(request), "sheet": sheet}
        context["canonical"] = self.full_url + self.reverse_subpage(
            "observation", args=[number]
        )
        return TemplateResponse(request, "events/observation.html", context)
