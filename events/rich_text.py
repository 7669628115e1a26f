"""A meeting inside a sentence: the text keeps which one, and shows it as it is now."""

import re
from uuid import UUID

from django.template.loader import render_to_string
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from draftjs_exporter import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    KEEP_WHITESPACE,
    InlineEntityElementHandler,
)
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text import EmbedHandler

from events.lines import lines
from events.models import Meeting

FEATURE = "meeting"
ENTITY = "MEETING"
EMBED_TYPE = "meeting"
STYLE = re.compile(r"((?:<[^/>][^>]*>)*).*?((?:</[^>]+>)*)$", re.DOTALL)


class MeetingEmbedHandler(EmbedHandler):
    """Draws all the meetings of a text at once, so that many cost no more than one."""

    identifier = EMBED_TYPE

    @staticmethod
    def get_model():
        return Meeting

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        keys = [key_of(attrs) for attrs in attrs_list]
        meetings = Meeting.objects.filter(uuid__in=filter(None, keys)).with_facts()
        drawn = {
            line.meeting.uuid: _draw(line) for line in lines(meetings, timezone.now())
        }
        return [drawn.get(key, "") for key in keys]

    @classmethod
    def extract_references(cls, attrs):
        for pk in Meeting.objects.filter(uuid=key_of(attrs)).values_list(
            "pk", flat=True
        ):
            yield cls.get_model(), pk, "", ""


class MeetingElementHandler(InlineEntityElementHandler):
    """Shows which meeting the text refers to; its words cannot be typed over."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs):
        return {"uuid": attrs.get("uuid", "")}

    def handle_starttag(self, name, attrs, state, contentstate):
        super().handle_starttag(name, attrs, state, contentstate)
        state.current_block.text += _label(dict(attrs))
        # The element is a word: the blank after it counts.
        state.leading_whitespace = KEEP_WHITESPACE


def register_meeting(features):
    control = {
        "type": ENTITY,
        "icon": "date",
        "description": gettext_lazy("Meeting: its date, hours, place and status"),
        "attributes": ["uuid"],
        "allowlist": {"uuid": "^[0-9a-f-]{36}$"},
        "chooserUrls": {
            "meetingChooser": reverse_lazy(
                "wagtailsnippetchoosers_events_meeting:choose"
            )
        },
    }
    scripts = ["wagtailadmin/js/chooser-modal.js", "portal/js/draftail-meeting.js"]
    features.register_embed_type(MeetingEmbedHandler)
    features.register_editor_plugin(
        "draftail", FEATURE, EntityFeature(control, js=scripts)
    )
    features.register_converter_rule(
        "contentstate",
        FEATURE,
        {
            "from_database_format": {
                f"embed[embedtype={EMBED_TYPE}]": MeetingElementHandler(ENTITY)
            },
            "to_database_format": {"entity_decorators": {ENTITY: _stored}},
        },
    )
    features.default_features.append(FEATURE)


def key_of(attrs):
    """The meeting's UUID, or None where the text holds something else."""
    try:
        return UUID(attrs.get("uuid", ""))
    except ValueError:
        return None


def remarks(meeting):
    """« annulé », « date à confirmer »: what a reader must know of the date shown."""
    found = [meeting.news[:1].lower() + meeting.news[1:]] if meeting.has_news else []
    if meeting.to_confirm:
        found.append(_("date to be confirmed"))
    return found


def _draw(line):
    context = {"line": line, "meeting": line.meeting, "remarks": remarks(line.meeting)}
    return render_to_string("events/rich_text/meeting.html", context).strip()


def _label(attrs):
    meeting = Meeting.objects.with_facts().filter(uuid=key_of(attrs)).first()
    return str(meeting or _("a meeting that no longer exists"))


def _stored(props):
    """The key alone; of the words shown to editors, their style is kept."""
    key = DOM.create_element(
        "embed", {"embedtype": EMBED_TYPE, "uuid": props.get("uuid")}
    )
    words = props["children"]
    if isinstance(words, str):
        return key
    opening, closing = STYLE.match(DOM.render(words)).groups()
    if opening.count("<") != closing.count("<"):
        return key
    return DOM.parse_html(f"{opening}{DOM.render(key)}{closing}")
