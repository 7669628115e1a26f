"""A meeting in the words of schema.org (release 30), for search engines and agendas.

Promises values that JSON takes as they are: days as dates, hours with their offset from
UTC. Nothing is said that nobody can vouch for: no price where none is written, no link
that is only for those who registered.
"""

import re

from django.conf import settings
from django.utils import timezone

from events.models.meeting import Meeting
from events.models.places import RegistrationState
from portal.core import analysis

VOCABULARY = "https://schema.org"
STATUS = {
    Meeting.Status.SCHEDULED: "EventScheduled",
    Meeting.Status.RESCHEDULED: "EventRescheduled",
    Meeting.Status.MOVED_ONLINE: "EventMovedOnline",
    Meeting.Status.POSTPONED: "EventPostponed",
    # A full room is no change of plan: its offer says that it is sold out.
    Meeting.Status.FULL: "EventScheduled",
    Meeting.Status.CANCELLED: "EventCancelled",
}
ATTENDANCE = {
    Meeting.Mode.IN_PERSON: "OfflineEventAttendanceMode",
    Meeting.Mode.ONLINE: "OnlineEventAttendanceMode",
    Meeting.Mode.MIXED: "MixedEventAttendanceMode",
}
AVAILABILITY = {
    RegistrationState.FREE: "InStock",
    RegistrationState.LATER: "PreOrder",
    RegistrationState.OPEN: "InStock",
    RegistrationState.FEW: "LimitedAvailability",
    RegistrationState.FULL: "SoldOut",
    RegistrationState.CLOSED: "OutOfStock",
}
IN_BRACKETS = re.compile(r"\(.*?\)")
# What editors write of a meeting that costs nothing, in any of our languages.
FREE = {"gratuit", "gratis", "gratuito", "free"}


def event(page, line, *, network):
    """The meeting that ``page`` announces, as an Event organised by ``network``."""
    meeting = line.meeting
    is_free = _is_free(page.price)
    facts = {
        "@context": VOCABULARY,
        "@type": "Event",
        "identifier": str(meeting.uuid),
        "name": page.title,
        "description": page.summary,
        "url": page.full_url,
        "image": page.drawn_card,
        "inLanguage": page.locale.language_code,
        "startDate": meeting.machine_start,
        "endDate": meeting.machine_end,
        "eventStatus": _term(STATUS[meeting.status]),
        "previousStartDate": _previous_day(meeting),
        "eventAttendanceMode": _term(ATTENDANCE[meeting.mode]),
        "location": _location(meeting),
        "organizer": _typed("Organization", name=network, url=settings.SITE_URL),
        "isAccessibleForFree": is_free,
        "maximumAttendeeCapacity": meeting.capacity,
        "remainingAttendeeCapacity": _remaining(line),
        "offers": _offer(page, line, is_free),
    }
    return _said(facts)


def _said(facts):
    """``facts`` without those nothing is known of; zero and False are known."""
    return {name: value for name, value in facts.items() if value not in (None, "", [])}


def _typed(kind, **facts):
    return {"@type": kind, **_said(facts)}


def _term(name):
    return f"{VOCABULARY}/{name}"


def _is_free(price):
    """True where that is all that is written; nothing where it is not."""
    return analysis.fold(IN_BRACKETS.sub("", price)).strip() in FREE or None


def _previous_day(meeting):
    if meeting.status != Meeting.Status.RESCHEDULED or not meeting.previous_date:
        return None
    return meeting.previous_date.isoformat()


def _location(meeting):
    places = []
    if meeting.venue:
        places.append(_place(meeting.venue))
    if meeting.public_online_url:
        places.append(_typed("VirtualLocation", url=meeting.public_online_url))
    return places[0] if len(places) == 1 else places


def _place(venue):
    commune = venue.commune
    address = _typed(
        "PostalAddress",
        streetAddress=venue.street,
        postalCode=commune and commune.postcode,
        addressLocality=commune and str(commune),
        addressCountry="BE",
    )
    return _typed("Place", name=str(venue.name), address=address, geo=_geo(venue))


def _geo(venue):
    if not venue.coordinates:
        return None
    latitude, longitude = venue.coordinates
    return _typed("GeoCoordinates", latitude=latitude, longitude=longitude)


def _remaining(line):
    """How many may still come, as long as any may."""
    meeting = line.meeting
    if meeting.capacity is None or line.registration not in AVAILABILITY:
        return None
    return 0 if line.registration == RegistrationState.FULL else meeting.free_places


def _offer(page, line, is_free):
    """How to have a place; nothing once it is over, or as long as it is off."""
    if line.registration not in AVAILABILITY:
        return None
    meeting = line.meeting
    price = {"price": 0, "priceCurrency": "EUR"} if is_free else {}
    return _typed(
        "Offer",
        url=page.full_url,
        availability=_term(AVAILABILITY[line.registration]),
        availabilityStarts=_instant(meeting.registration_opens_at),
        availabilityEnds=_instant(meeting.registration_closes_at),
        **price,
    )


def _instant(moment):
    return timezone.localtime(moment).isoformat(timespec="minutes") if moment else None
