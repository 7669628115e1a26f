"""Meetings and places put in once."""

from events.models import Meeting, Venue
from home.content.identity import identity
from home.content.typography import typeset
from home.demo.questions import ask
from portal.core.models import Commune
from services.models import Need


def hold(
    name, *, venue=None, needs=(), themes=(), is_example=False, questions=(), **facts
):
    """The meeting known as ``name``, with these facts where it is not there yet."""
    key = identity("meeting", name)
    meeting = Meeting.objects.filter(uuid=key).first()
    if meeting is None:
        place = _venue(venue, is_example=is_example) if venue else None
        meeting = Meeting(
            uuid=key, venue=place, is_example=is_example, **typeset(facts)
        )
        # Derived when the meeting is saved.
        meeting.full_clean(exclude=["over_at"])
        meeting.save()
        meeting.needs.set(Need.objects.filter(code__in=needs))
        meeting.themes.set(themes)
        ask(meeting, name, questions)
    return meeting


def _venue(facts, *, is_example):
    facts = typeset(facts)
    commune = Commune.objects.get(postcode=facts.pop("postcode"))
    name = facts.pop("name_fr")
    venue, _created = Venue.objects.get_or_create(
        name_fr=name,
        commune=commune,
        defaults={**facts, "is_example": is_example},
    )
    return venue
