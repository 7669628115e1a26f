"""What people are told of a meeting: when, where, and whether it takes place.

Each letter that says so notes what it said, so that a change is told to whom it is one:
people who registered in the middle of several edits are never told of an old date they
did not know.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from events.models import Meeting, ToldFacts, Venue

FACTS = (
    "start_date",
    "start_time",
    "end_date",
    "end_time",
    "date_precision",
    "to_confirm",
    "venue_id",
    "mode",
    "online_url",
    "status",
)
TELLING_THAT_IT_IS_OFF = frozenset({"meeting_moved", "meeting_cancelled"})
# Letters that leave no doubt about when and where.
TELLING = TELLING_THAT_IT_IS_OFF | {
    "registered",
    "promoted",
    "moved",
    "waiting",
    "offered",
    "offer_reminder",
    "seat_open",
    "reminder",
}
LABELS = {
    "day": gettext_lazy("Date"),
    "hours": gettext_lazy("Hours"),
    "certainty": gettext_lazy("Date and hours"),
    "place": gettext_lazy("Place"),
    "link": gettext_lazy("Link to join online"),
    "standing": gettext_lazy("Status"),
}
# What a reader is told alike: a full room, or a move, is no news beside the date.
STANDINGS = {
    Meeting.Status.POSTPONED: pgettext_lazy("meeting", "postponed"),
    Meeting.Status.CANCELLED: pgettext_lazy("meeting", "cancelled"),
    Meeting.Status.MOVED_ONLINE: pgettext_lazy("meeting", "moved online"),
}


@dataclass(frozen=True)
class Change:
    """One fact, as it was and as it is, in words."""

    name: str
    before: str
    after: str

    @property
    def label(self):
        return str(LABELS[self.name])


def facts_of(meeting):
    """The facts as they are now, to be kept as JSON."""
    values = {name: getattr(meeting, name) for name in FACTS}
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in values.items()
    }


def meeting_with(facts):
    """A meeting that is not kept, and of which only these facts are known."""
    fields = Meeting._meta
    known = {name: fields.get_field(name).to_python(facts[name]) for name in FACTS}
    # A place may have been removed since.
    venue = Venue.objects.select_related("commune").filter(pk=known.pop("venue_id"))
    return Meeting(venue=venue.first(), **known)


def changes(before, after, *, with_link=True):
    """The Changes a reader sees between two meetings, in the active language.

    Only those who hold a seat know the link to join online. Whatever happens to a
    cancelled meeting is no news while it stays cancelled.
    """
    if before.is_cancelled and after.is_cancelled:
        return []
    old, new = _words(before), _words(after)
    return [
        Change(name, old[name], new[name])
        for name in LABELS
        if old[name] != new[name] and (with_link or name != "link")
    ]


def news_for(registration, meeting):
    """What changed since this person was last written; nothing before the first mail.

    What waits to be sent needs no correction: letters are written when they leave.
    """
    told = getattr(registration, "told", None)
    if told is None:
        return []
    with_link = registration.status == registration.Status.CONFIRMED
    return changes(meeting_with(told.facts), meeting, with_link=with_link)


def who_has_news(people, meeting):
    """Those of ``people`` for whom something changed; most were told alike."""
    found = {}
    for person in people:
        told = getattr(person, "told", None)
        known = (person.status, *(told.facts.values() if told else ()))
        if known not in found:
            found[known] = bool(news_for(person, meeting))
        if found[known]:
            yield person


def note(registration, reason, *, now):
    """Keep what a letter has just told this person."""
    if reason not in TELLING:
        return
    meeting, facts = registration.meeting, facts_of(registration.meeting)
    if not meeting.takes_place and reason not in TELLING_THAT_IT_IS_OFF:
        # It left late, and speaks of a seat: the truth has to follow it.
        facts["status"] = Meeting.Status.SCHEDULED
        untold = Meeting.objects.filter(pk=meeting.pk, tell_changes_at=None)
        untold.update(tell_changes_at=now)
    ToldFacts.objects.update_or_create(
        registration=registration, defaults={"facts": facts, "at": now}
    )


def _words(meeting):
    unsure, sure = _("to be confirmed"), pgettext("date and hours", "confirmed")
    return {
        "day": meeting.day_words,
        "hours": meeting.hour_words or _("the whole day"),
        "certainty": unsure if meeting.to_confirm else sure,
        "place": str(meeting.full_place),
        "link": meeting.online_url if meeting.is_open_online else "",
        "standing": str(
            STANDINGS.get(meeting.status, pgettext("meeting", "takes place"))
        ),
    }
