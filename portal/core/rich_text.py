"""What editors may do with running text, everywhere on the portal.

Titles, bold, lists, links, and words for the printed sheet only. No italics (hard to
read), no pictures or films inside a paragraph: those are blocks of their own.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    InlineStyleElementHandler,
)
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature

FEATURES = ["h2", "h3", "bold", "ol", "ul", "link", "document-link", "paper"]
PAPER = "PAPER"
PAPER_CLASS = "print-only"


def register_paper(features):
    """Words that only make sense on paper: « voir recto », « au verso »."""
    control = {
        "type": PAPER,
        "icon": "doc-empty",
        "description": _("On paper only"),
        "style": {"borderBottom": "2px dotted"},
    }
    features.register_editor_plugin("draftail", "paper", InlineStyleFeature(control))
    features.register_converter_rule(
        "contentstate",
        "paper",
        {
            "from_database_format": {
                f"span[class={PAPER_CLASS}]": InlineStyleElementHandler(PAPER)
            },
            "to_database_format": {
                "style_map": {
                    PAPER: {"element": "span", "props": {"class": PAPER_CLASS}}
                }
            },
        },
    )


def keep_only(features):
    """Offer these features where a field names none, whatever others have added."""
    features.default_features[:] = FEATURES
