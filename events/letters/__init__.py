"""What people are written about their seat: the words of every mail, in one place.

No subject carries a title: titles may hold middle dots, which programs of mail spoil.
"""

from events.letters import changes, meetings, offers, seats
from events.letters.facts import Facts
from events.letters.promises import promised
from events.letters.truth import is_still_true
from portal.core.letters import Letter

__all__ = ["WORDS", "Facts", "is_still_true", "promised", "write"]

WORDS = {
    "registered": seats.registered,
    "promoted": seats.promoted,
    "moved": seats.moved,
    "cancelled": seats.cancelled,
    "already_registered": seats.already_registered,
    "waiting": seats.waiting,
    "left": seats.left,
    "offered": offers.offered,
    "offer_reminder": offers.reminder,
    "offer_expired": offers.expired,
    "seat_open": offers.seat_open,
    "declined": offers.declined,
    "reminder": meetings.reminder,
    "meeting_cancelled": changes.cancelled,
    "meeting_moved": changes.moved,
    "report_online": meetings.report_online,
}


def write(facts):
    """The letter that tells of these facts, in the language that is active."""
    subject, paragraphs = WORDS[facts.reason](facts)
    body = [paragraph for paragraph in paragraphs if paragraph]
    return Letter(subject, (facts.greeting, *body, facts.foot))
