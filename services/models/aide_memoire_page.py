from datetime import datetime, time

from django.db import models
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from portal.core import when
from portal.core.drawn_pages import for_anybody
from portal.core.models import BasePage, Bassin, SiteSettings
from portal.core.qr_code import QrCode
from services import (
    crisis,
    day_in_address,  # noqa: F401 - addresses hold days
)
from services.aide_memoire import changes, occasions, sections
from services.models.need import Need
from services.papers import aide_memoire as paper
from services.papers.needs_form import NeedsAsked

PDF = "pdf/"


class AideMemoireIndexPage(BasePage):
    """The ways to find out who can help: aide-mémoires, who does what, the guide."""

    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["services.AideMemoirePage"]

    class Meta:
        verbose_name = _("list of aide-mémoires")
        verbose_name_plural = _("lists of aide-mémoires")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        found = AideMemoirePage.objects.published().child_of(self)
        context["aide_memoires"] = found.prefetch_related("editions")
        context["crisis"] = crisis.numbers(timezone.localdate())
        context["urgency"] = SiteSettings.for_request(request).urgency
        return context


class AideMemoirePage(RoutablePageMixin, BasePage):
    """The directory by need and by mode, as it is today, and as it was handed out."""

    bassin = models.ForeignKey(
        Bassin,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("bassin"),
        null=True,
        blank=True,
        help_text=_("Services for its people. Empty: the whole directory."),
    )
    intro = RichTextField(_("introduction"), features=["bold", "link"], blank=True)
    further = RichTextField(_("to know more"), features=["bold", "link"], blank=True)

    parent_page_types = ["services.AideMemoireIndexPage"]
    subpage_types = []

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("bassin"),
        FieldPanel("intro"),
        InlinePanel(
            "chosen_needs",
            label=_("need"),
            heading=_("Needs, in this order"),
            help_text=_("None: all the needs, in their usual order."),
        ),
        InlinePanel(
            "chosen_services",
            label=_("service"),
            heading=_("Services placed first, or left out"),
            help_text=_("The others follow, those somebody vouches for first."),
        ),
        FieldPanel("further"),
    ]

    class Meta:
        verbose_name = _("referral guide")
        verbose_name_plural = _("referral guides")

    def serve(self, request, *args, **kwargs):
        return for_anybody(super().serve(request, *args, **kwargs))

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        today = timezone.localdate()
        context["day_words"] = when.day(today, weekday=False)
        context["sections"] = sections.living(self, today)
        context["crisis"] = crisis.numbers(today)
        context["urgency"] = SiteSettings.for_request(request).urgency
        context["caution"] = paper.caution()
        context["paper_url"] = self.url + PDF
        context["qr"] = QrCode(self.full_url)
        return context

    @path(PDF, name="paper")
    def paper(self, request):
        """The living aide-mémoire to be printed, or the needs of it that were asked."""
        asked = NeedsAsked(request.GET)
        return _as_pdf(paper.living(self, asked.needs, now=start_of_today()))

    @path("<day:day>/", name="edition")
    def edition(self, request, day):
        edition = get_object_or_404(self.editions, day=day)
        frozen = sections.thawed(edition.content)
        context = {
            **BasePage.get_context(self, request),
            "edition": edition,
            "sections": frozen,
            "changes": changes.since(
                frozen, sections.living(self, timezone.localdate())
            ),
            "occasions": occasions.of(edition),
            "paper_url": edition.url + PDF,
            "canonical": edition.full_url,
        }
        return TemplateResponse(request, "services/aide_memoire_edition.html", context)

    @path("<day:day>/" + PDF, name="edition_paper")
    def edition_paper(self, request, day):
        edition = get_object_or_404(self.editions, day=day)
        return _as_pdf(paper.edition(edition, now=start_of_today()))

    @property
    def arranged(self):
        """Each need with the editor's note about it, in the order of the page."""
        chosen = [(one.need, one.note) for one in self.chosen_needs.all()]
        return chosen or [(need, "") for need in Need.objects.all()]

    @property
    def placed(self):
        """The ranks of the services the editor placed, and those that are left out."""
        chosen = list(self.chosen_services.all())
        kept = [one.service_id for one in chosen if not one.is_left_out]
        left_out = {one.service_id for one in chosen if one.is_left_out}
        return {pk: rank for rank, pk in enumerate(kept)}, left_out

    def searched_text(self):
        needs = [need.name for need, _note in self.arranged]
        words = [self.text_of("intro"), self.text_of("further")]
        return [*super().searched_text(), *words, *needs]


def start_of_today():
    """So that a paper is the same, byte for byte, all day long."""
    return timezone.make_aware(datetime.combine(timezone.localdate(), time.min))


def _as_pdf(content):
    return HttpResponse(content, content_type="application/pdf")
