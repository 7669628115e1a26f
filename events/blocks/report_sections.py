"""The sections of a report, in the order of the client's own reports."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from events.blocks.decided import ActionEntry
from events.blocks.meetings import MeetingBlock, SaveTheDateSection
from events.blocks.observed import HeardContext, ObservationEntry, ObstacleEntry
from events.blocks.polls import AskedAgainBlock
from events.blocks.section import Section, entries
from portal.core.blocks import (
    NoticeBlock,
    RankingBlock,
    ResourceBlock,
    TextBlock,
)


class WatchSection(HeardContext, Section):
    """Veille: what professionals heard and saw, one observation an entry."""

    heading = blocks.CharBlock(
        label=_("heading"), default="Veille des besoins de la population"
    )
    intro = blocks.RichTextBlock(label=_("introduction"), required=False)
    observations = entries(
        ObservationEntry(),
        label=_("observations"),
        help_text=_(
            "One concern an entry. No example that lets anyone recognise a person."
        ),
    )

    class Meta:
        icon = "view"
        label = _("needs heard")
        label_format = "{heading}"
        template = "events/blocks/watch.html"
        anchor = "veille"
        entries = "observations"


class ObstaclesSection(HeardContext, Section):
    """The obstacles that come back from meeting to meeting."""

    heading = blocks.CharBlock(label=_("heading"), default="Obstacles récurrents")
    obstacles = entries(ObstacleEntry(), label=_("obstacles"))
    sentence = blocks.RichTextBlock(label=_("in one sentence"), required=False)

    class Meta:
        icon = "warning"
        label = _("recurring obstacles")
        template = "events/blocks/obstacles.html"
        anchor = "obstacles"
        entries = "obstacles"


class FindingsSection(Section):
    """Constats: what the polls and the exchanges showed of the offer."""

    heading = blocks.CharBlock(
        label=_("heading"), default="Constats et ajustements de l’offre"
    )
    intro = blocks.RichTextBlock(label=_("introduction"), required=False)
    polls = entries(AskedAgainBlock(), label=_("poll figures"))
    text = blocks.StreamBlock(
        [("text", TextBlock()), ("notice", NoticeBlock())],
        label=_("text"),
        required=False,
    )

    class Meta:
        icon = "tasks"
        label = _("findings")
        template = "events/blocks/findings.html"
        anchor = "constats"


class LeadsSection(Section):
    """Pistes: what was suggested, one lead an entry."""

    heading = blocks.CharBlock(label=_("heading"), default="Pistes")
    intro = blocks.RichTextBlock(label=_("introduction"), required=False)
    leads = entries(blocks.RichTextBlock(label=_("lead")), label=_("leads"))

    class Meta:
        icon = "arrow-right"
        label = _("leads")
        template = "events/blocks/leads.html"
        anchor = "pistes"


class ActionsSection(Section):
    """Actions to carry out together, and what comes next."""

    heading = blocks.CharBlock(
        label=_("heading"), default="Actions à mener collectivement et perspectives"
    )
    intro = blocks.RichTextBlock(label=_("introduction"), required=False)
    actions = entries(ActionEntry(), label=_("actions"))

    class Meta:
        icon = "check"
        label = _("actions")
        template = "events/blocks/actions.html"
        anchor = "actions"


class HistorySection(Section):
    """How the network came to this meeting."""

    heading = blocks.CharBlock(label=_("heading"), default="Pour en savoir plus")
    body = blocks.StreamBlock(
        [
            ("text", TextBlock()),
            ("ranking", RankingBlock()),
            ("notice", NoticeBlock()),
        ],
        label=_("history"),
        required=False,
    )

    class Meta:
        icon = "history"
        label = _("history")
        template = "events/blocks/history.html"
        anchor = "histoire"


class FurtherSection(Section):
    """Documents and links to go further."""

    heading = blocks.CharBlock(label=_("heading"), default="Pour aller plus loin")
    resources = entries(ResourceBlock(), label=_("resources"))

    class Meta:
        icon = "link"
        label = _("further reading")
        template = "events/blocks/further.html"
        anchor = "plus"


class ReportSections(blocks.StreamBlock):
    """Each section at most once; free text wherever it is needed."""

    watch = WatchSection()
    obstacles = ObstaclesSection()
    findings = FindingsSection()
    leads = LeadsSection()
    actions = ActionsSection()
    save_the_date = SaveTheDateSection()
    history = HistorySection()
    further = FurtherSection()
    text = TextBlock()
    meeting = MeetingBlock()

    class Meta:
        label = _("sections")
        block_counts = {
            name: {"max_num": 1}
            for name in (
                "watch",
                "obstacles",
                "findings",
                "leads",
                "actions",
                "save_the_date",
                "history",
                "further",
            )
        }
