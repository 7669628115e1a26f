"""What is ready for a report before anybody writes it: records, then notes."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join

from events.models import CollectiveAction, Observation, Sighting

OBSTACLE = Observation.Kind.OBSTACLE
# An obstacle is said in a word or two.
SHORT = 120


@dataclass(frozen=True)
class Entries:
    context: str
    # What the section of a name holds already.
    sections: dict


def of(meeting, notes):
    heard = [
        sighting.observation
        for sighting in Sighting.objects.filter(meeting=meeting).select_related(
            "observation"
        )
    ]
    decided = CollectiveAction.objects.filter(meeting=meeting).open_first()
    lines = notes.sections
    return Entries(
        context=_paragraphs(notes.context),
        sections={
            "watch": {
                "observations": [
                    *({"observation": one} for one in heard if one.kind != OBSTACLE),
                    *({"words": _paragraph(line)} for line in lines.get("watch", ())),
                ]
            },
            "obstacles": {
                "obstacles": [
                    *({"observation": one} for one in heard if one.kind == OBSTACLE),
                    *({"words": line[:SHORT]} for line in lines.get("obstacles", ())),
                ]
            },
            "findings": {"intro": _paragraphs(lines.get("findings", ()))},
            "leads": {"leads": [_paragraph(line) for line in lines.get("leads", ())]},
            "actions": {
                "actions": [
                    *({"action": action} for action in decided),
                    *({"text": _paragraph(line)} for line in lines.get("actions", ())),
                ]
            },
        },
    )


def _paragraph(line):
    return format_html("<p>{}</p>", line)


def _paragraphs(lines):
    return format_html_join("", "<p>{}</p>", ((line,) for line in lines))
