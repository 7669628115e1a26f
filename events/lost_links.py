"""Sending somebody the links of what they hold, when they no longer find them.

Whoever asks reads the same answer whether or not the address is known; the links go to
that address only, in one mail, and at most one in a while.
"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events import notices
from events.letters.facts import Facts
from events.models import Registration
from portal.core import outbox
from portal.core.letters import Letter, act, sentence

LINKS = "links"


def send_again(email, *, now):
    """Put one mail in the outbox with the link of each live registration of ``email``.

    None when there is none to come, or when they were sent just now.
    """
    known = list(_coming(now).filter(email=email.strip().lower()))
    if not known:
        return None
    latest = known[-1]
    return outbox.put(
        key=outbox.key("registration", latest.pk, LINKS, _while(now)),
        to=latest.email,
        language=notices.language_of(latest),
        writer=write_links.__name__,
        facts={"registrations": [registration.pk for registration in known]},
        now=now,
    )


def write_links(told, *, now):
    """The words of that mail; none when nothing of it is held any more."""
    held = [
        Facts(registration, _held_now(registration), now)
        for registration in _coming(now).filter(pk__in=told["registrations"])
    ]
    if not held:
        return None
    letter = _letter(held)
    return outbox.Words(subject=letter.subject, text=letter.text, html=letter.html)


def _coming(now):
    """What people hold or wait for at meetings that are not over, in order of days."""
    live = Registration.objects.live().filter(meeting__over_at__gt=now)
    return live.select_related("meeting__venue__commune").order_by(
        "meeting__start_date", "meeting__start_time", "arrived_at"
    )


def _letter(held):
    first, *_others = held
    subject = ngettext(
        "The link to your registration", "The links to your registrations", len(held)
    )
    return Letter(
        subject,
        (
            first.greeting,
            sentence(
                _("Here is what is registered with this address."),
                _("If the request does not come from you, please ignore this message."),
            ),
            *(
                act(
                    f"{facts.title}, {facts.line.when_words}:",
                    link=_("Manage my registration"),
                    url=facts.manage_url,
                )
                for facts in held
            ),
            first.foot,
        ),
    )


def _held_now(registration):
    return {
        "reason": LINKS,
        "status": registration.status,
        "stamp": registration.link_stamp,
    }


def _while(now):
    """The same number for all that is asked within a while."""
    return int(now.timestamp() // notices.QUIET.total_seconds())
