"""Letters to everybody who registered: a meeting moved, was put off or cancelled."""

from django.utils.translation import gettext as _

from events.models.registration import Status
from portal.core.letters import act, sentence
from portal.core.letters import facts as lines


def cancelled(facts):
    day = {"day": facts.known_day, "facts": facts.known_day_and_place}
    return _("Cancelled: %(facts)s") % day, [
        sentence(
            _("The meeting of %(day)s is cancelled.") % day, facts.meeting.status_note
        ),
        sentence(facts.title),
        _waits_no_longer(facts),
        facts.next_date,
    ]


def moved(facts):
    subject, news = _news(facts)
    return subject, [
        sentence(news, facts.meeting.status_note),
        lines(*_changed_lines(facts)),
        facts.when_and_where if facts.meeting.takes_place else sentence(facts.title),
        facts.online if _is_seated(facts) else None,
        _file(facts),
        _keeps(facts),
    ]


def _news(facts):
    """The subject and the first sentence: what matters most among the changes."""
    words = {
        "day": facts.meeting.day_words,
        "previous": facts.known_day,
        "facts": facts.known_day_and_place,
    }
    if facts.meeting.is_postponed:
        return _("Postponed: %(facts)s") % words, _(
            "The meeting of %(previous)s is postponed: it will not take place on that "
            "day. We write to you as soon as the new date is known."
        ) % words
    if "day" in facts.changed:
        return _("New date: %(day)s, instead of %(previous)s") % words, _(
            "The meeting of %(previous)s is moved to %(day)s."
        ) % words
    if facts.takes_place_again:
        return _("It takes place: %(facts)s") % {"facts": facts.all_in_short}, _(
            "The meeting of %(previous)s takes place after all."
        ) % words
    return _lesser_news(facts) % {"facts": facts.all_in_short}, _(
        "Something changes for the meeting of %(previous)s."
    ) % words


def _lesser_news(facts):
    if "hours" in facts.changed:
        return _("New hours: %(facts)s")
    if "place" in facts.changed:
        return _("New place: %(facts)s")
    if "link" in facts.changed:
        return _("New link to join online: %(facts)s")
    return _("Change: %(facts)s")


def _changed_lines(facts):
    # The link is given as one, and the first sentence tells what is off or on again.
    told = {"link"}
    if facts.meeting.is_postponed or facts.takes_place_again:
        told.add("standing")
    return [
        _("%(fact)s: %(after)s (before: %(before)s)")
        % {"fact": change.label, "after": change.after, "before": change.before}
        for change in facts.changes
        if change.name not in told
    ]


def _file(facts):
    """Only who was given a seat was given its date."""
    if not _is_seated(facts):
        return None
    return sentence(_("The attached file brings your calendar up to date."))


def _keeps(facts):
    words = {
        Status.CONFIRMED: _seat_is_kept(facts),
        Status.OFFERED: _(
            "The seat that is offered to you is still held. Take it or pass:"
        ),
        Status.WAITING: _(
            "You keep your place on the waiting list. If this does not suit you, "
            "leave it:"
        ),
    }
    return act(
        words[facts.registration.status],
        link=_("Manage my registration"),
        url=facts.manage_url,
    )


def _seat_is_kept(facts):
    if "day" in facts.changed:
        return _("Your seat is kept. If the new date does not suit you, give it back:")
    return _("Your seat is kept. If this does not suit you, give it back:")


def _waits_no_longer(facts):
    if _is_seated(facts):
        return None
    return sentence(_("You have nothing to do: nobody waits for a seat any more."))


def _is_seated(facts):
    return facts.registration.status == Status.CONFIRMED
