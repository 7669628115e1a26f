"""The records pages and requests are made of; requests are none of them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.core.models.words import columns
from services.models import (
    SupportAnswer,
    SupportKind,
    SupportLevel,
    SupportOutcome,
    SupportTeam,
)


def words(name, heading):
    return MultiFieldPanel([FieldPanel(one) for one in columns(name)], heading=heading)


class SupportRecord(SnippetViewSet):
    menu_hook = "register_reference_menu_item"
    icon = "help"
    copy_view_enabled = False


class SupportTeamViewSet(SupportRecord):
    model = SupportTeam
    menu_order = 100
    list_display = ["name_fr", "response_days", "months_kept"]
    panels = [
        words("name", _("Name")),
        FieldPanel("code"),
        MultiFieldPanel(
            [
                FieldPanel("email"),
                FieldPanel("reply_to"),
                FieldPanel("phone"),
                *(FieldPanel(one) for one in columns("hours")),
                FieldPanel("zone"),
                FieldPanel("is_example"),
            ],
            heading=_("Reach the team"),
        ),
        FieldRowPanel([FieldPanel("response_days"), FieldPanel("months_kept")]),
        MultiFieldPanel(
            [FieldPanel(f"speaks_{code}") for code in ("fr", "nl", "en", "es")],
            heading=_("Languages"),
        ),
        FieldPanel("members"),
    ]


class SupportKindViewSet(SupportRecord):
    model = SupportKind
    menu_order = 102
    list_display = ["name_fr", "section", "is_asked", "sort_order"]
    panels = [
        words("own_words", _("In the words of the team")),
        words("name", _("Name on the form")),
        words("hint", _("What it is for")),
        words("question", _("What the form asks")),
        words("example", _("An example of how to say it")),
        FieldRowPanel([FieldPanel("code"), FieldPanel("section")]),
        FieldPanel("is_asked"),
        MultiFieldPanel(
            [FieldPanel(f"asks_{one}") for one in ("level", "tried", "availability")],
            heading=_("Fields of its own"),
        ),
        FieldPanel("sort_order"),
    ]


class SupportLevelViewSet(SupportRecord):
    model = SupportLevel
    menu_order = 103
    list_display = ["name_fr", "sort_order"]
    panels = [words("name", _("Name")), FieldPanel("code"), FieldPanel("sort_order")]


class SupportOutcomeViewSet(SupportRecord):
    model = SupportOutcome
    menu_order = 104
    list_display = ["name_fr", "sort", "level", "sort_order"]
    list_filter = ["level", "sort"]
    panels = [
        FieldRowPanel([FieldPanel("level"), FieldPanel("sort")]),
        words("name", _("Name")),
        FieldRowPanel([FieldPanel("code"), FieldPanel("sort_order")]),
    ]


class SupportAnswerViewSet(SupportRecord):
    model = SupportAnswer
    menu_order = 105
    list_display = ["name", "sort_order"]
    panels = [
        FieldPanel("name"),
        words("text", _("Text")),
        FieldPanel("sort_order"),
    ]


ALL = (
    SupportTeamViewSet,
    SupportKindViewSet,
    SupportLevelViewSet,
    SupportOutcomeViewSet,
    SupportAnswerViewSet,
)
