from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import CharBlock
from wagtail.fields import StreamField

from portal.core.models import BasePage
from services.models.support_kind import SupportKind
from services.models.support_outcome import SupportLevel
from services.models.support_team import SupportTeam
from services.support.blocks import DoorBlock, ExpectationBlock, GroupBlock


class SupportPage(BasePage):
    """A support team: what to expect of it, how to ask it, what it aims at and finds.

    What it does, its levels, results and difficulties are records: requests use them.
    """

    team = models.ForeignKey(
        SupportTeam,
        on_delete=models.PROTECT,
        related_name="pages",
        verbose_name=_("support team"),
    )
    crisis_page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("where to turn in a crisis"),
    )
    expectations = StreamField(
        [("expectation", ExpectationBlock())],
        verbose_name=_("what to expect"),
        blank=True,
    )
    advice = models.CharField(_("piece of advice"), max_length=255, blank=True)
    doors = StreamField(
        [("door", DoorBlock())], verbose_name=_("other doors"), blank=True
    )
    steps = StreamField(
        [("step", CharBlock(label=_("step"), max_length=200))],
        verbose_name=_("what comes after the first call"),
        blank=True,
    )
    presentation = StreamField(
        [("group", GroupBlock())], verbose_name=_("aims and public"), blank=True
    )
    levels_intro = models.CharField(
        _("words above the levels"), max_length=320, blank=True
    )
    levels_outro = models.CharField(
        _("words below the levels"), max_length=320, blank=True
    )
    functions = StreamField(
        [("group", GroupBlock())], verbose_name=_("who is in the team"), blank=True
    )

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    # Apart from the other sections in the menu: who is stuck finds it at once.
    stands_apart = True

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("team"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("crisis_page", "expectations", "advice")],
            heading=_("What to expect"),
        ),
        FieldPanel("doors"),
        FieldPanel("steps"),
        FieldPanel("presentation"),
        MultiFieldPanel(
            [FieldPanel("levels_intro"), FieldPanel("levels_outro")],
            heading=_("Levels"),
        ),
        FieldPanel("functions"),
    ]

    class Meta:
        verbose_name = _("page of a support team")
        verbose_name_plural = _("pages of support teams")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        kinds = list(SupportKind.objects.all())
        context["asked"] = [kind for kind in kinds if kind.is_asked]
        context["sections"] = {
            section: [kind for kind in kinds if kind.section == section]
            for section in SupportKind.Section.values
        }
        context["levels"] = SupportLevel.objects.prefetch_related("outcomes")
        return context

    def searched_text(self):
        streams = ("expectations", "doors", "steps", "presentation", "functions")
        return [
            *super().searched_text(),
            self.advice,
            *(self.text_of(name) for name in streams),
        ]
