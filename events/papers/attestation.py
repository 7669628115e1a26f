"""The attestation that somebody was at a meeting: one page, in their language."""

from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin

import segno
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import capfirst
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from events.letters.facts import line_of
from portal.core import pdf, when
from portal.core.models import SiteSettings

TEMPLATE = Path(__file__).parent / "attestation.typ"


def drawn(attestations, *, now):
    """One PDF with a page for each of ``attestations``, each in its own language."""
    papers = [_paper(attestation, now) for attestation in attestations]
    facts = {
        "language": papers[0]["language"],
        "network": papers[0]["network"],
        "title": papers[0]["heading"],
        "papers": papers,
    }
    return pdf.drawn(TEMPLATE, facts, now=now)


def meeting_facts(meeting):
    """Date, hours, length and place, each with its label; only what is known."""
    rows = [
        (_("Date"), capfirst(meeting.day_words)),
        (_("Hours"), meeting.hour_words),
        (_("Duration"), _length(meeting)),
        (_("Place"), _known_place(meeting)),
    ]
    return [(label, words) for label, words in rows if words]


def _paper(attestation, now):
    registration = attestation.registration
    with translation.override(registration.language):
        return _words(attestation, registration.meeting, now)


def _words(attestation, meeting, now):
    network = SiteSettings.of_the_network()
    address = urljoin(
        settings.SITE_URL, reverse("attestation", args=[attestation.written_number])
    )
    issued = when.day(timezone.localdate(attestation.issued_at), weekday=False)
    return {
        "language": get_language(),
        "network": network.network_name,
        "heading": pgettext("paper", "Attestation of attendance"),
        "certifies": _("%(team)s certifies that") % {"team": network.team_name},
        "name": attestation.name,
        "took_part": _("took part in the meeting"),
        "meeting": line_of(meeting, now).title,
        "facts": meeting_facts(meeting),
        "issued": _("Issued on %(day)s.") % {"day": issued},
        "number_words": _("Number"),
        "number": attestation.written_number,
        "check": _("Anyone who holds this paper can check it at this address:"),
        "address": address,
        "qr": segno.make(address, error="m").svg_inline(dark="#12302D", border=0),
        "qr_words": _("QR code of the address where this attestation is checked"),
    }


def _known_place(meeting):
    return str(meeting.full_place) if meeting.venue or meeting.is_online else ""


def _length(meeting):
    """« 4 h »; nothing where it lasts several days or the last hour is not known."""
    if not meeting.end_time or meeting.last_day != meeting.start_date:
        return ""
    day = meeting.start_date
    lasted = datetime.combine(day, meeting.end_time) - datetime.combine(
        day, meeting.start_time
    )
    hours, minutes = divmod(int(lasted.total_seconds()) // 60, 60)
    if not minutes:
        return pgettext("duration", "%(hours)s h") % {"hours": hours}
    return pgettext("duration", "%(hours)s h %(minutes)02d") % {
        "hours": hours,
        "minutes": minutes,
    }
