"""Letters to those who have a seat, wait for one, or gave one back."""

from django.utils.translation import gettext as _

from events.models.registration import Status
from portal.core.letters import act, sentence


def registered(facts):
    return _("Registration confirmed: %(facts)s") % {"facts": facts.all_in_short}, [
        sentence(_("Your seat is reserved.")),
        facts.when_and_where,
        facts.online,
        facts.unanswered,
        _file_and_programme(facts),
        _give_back(facts),
        facts.reference,
    ]


def promoted(facts):
    return _("A seat is yours: %(facts)s") % {"facts": facts.all_in_short}, [
        sentence(
            _("A seat has come free."),
            _("It is reserved in your name, you have nothing to do."),
        ),
        facts.when_and_where,
        facts.online,
        facts.unanswered,
        _file_and_programme(facts),
        act(
            _("You can no longer come? Give it back soon, somebody else is waiting:"),
            link=_("Manage my registration"),
            url=facts.manage_url,
        ),
        facts.reference,
    ]


def moved(facts):
    return _("Registration changed: %(facts)s") % {"facts": facts.all_in_short}, [
        sentence(_("The team has moved your registration to this meeting.")),
        facts.when_and_where,
        _standing(facts),
        facts.unanswered,
        act(
            _("This date does not suit you?"),
            link=_("Manage my registration"),
            url=facts.manage_url,
        ),
        facts.reference,
    ]


def cancelled(facts):
    return _("Seat given back: %(facts)s") % {"facts": facts.day_and_place}, [
        sentence(_("Your seat is given back."), _("Thank you for letting us know.")),
        act(
            _("If it is a mistake:"),
            link=_("Manage my registration"),
            url=facts.manage_url,
        ),
        facts.next_date,
    ]


def waiting(facts):
    return _("Waiting list: %(facts)s") % {"facts": facts.day_and_place}, [
        sentence(_why_waiting(facts), _rank(facts)),
        sentence(f"{facts.title}, {facts.line.when_words}"),
        sentence(
            _("As soon as a seat is free for you, we write to you."),
            _("Do not come without that message: the room is limited."),
        ),
        act(
            _("No longer free that day? Leave the list:"),
            link=_("Manage my registration"),
            url=facts.manage_url,
        ),
    ]


def left(facts):
    return _("Waiting list left: %(facts)s") % {"facts": facts.day_and_place}, [
        sentence(
            _("You are no longer on the waiting list."),
            _("Thank you for letting us know."),
        ),
        sentence(f"{facts.title}, {facts.line.when_words}"),
        facts.next_date,
    ]


def already_registered(facts):
    return (
        _("Your registration exists already: %(facts)s")
        % {"facts": facts.day_and_place},
        [
            act(
                _already(facts) % {"title": facts.title},
                link=_("Manage my registration"),
                url=facts.manage_url,
            ),
            sentence(
                _("If the request does not come from you, please ignore this message.")
            ),
        ],
    )


def _file_and_programme(facts):
    if not facts.programme_url:
        return sentence(_("The attached file adds the date to your calendar."))
    return act(
        _("The attached file adds the date to your calendar. Programme:"),
        link=_("See the programme"),
        url=facts.programme_url,
    )


def _give_back(facts):
    return act(
        _("Unable to come? Give your seat back, somebody else will be glad of it:"),
        link=_("Manage my registration"),
        url=facts.manage_url,
    )


def _standing(facts):
    if facts.status == Status.CONFIRMED:
        return sentence(_("Your seat is reserved."))
    return sentence(_rank(facts))


def _why_waiting(facts):
    free = facts.meeting.free_places
    capped = facts.meeting.organisation_cap and (free is None or free > 0)
    if capped:
        return _("Your organisation has all the seats that one may have for now.")
    return _("The meeting is full.")


def _rank(facts):
    return _("You are number %(rank)s on the waiting list.") % {"rank": facts.rank}


def _already(facts):
    if facts.status == Status.WAITING:
        return _(
            "This address is already on the waiting list for %(title)s. "
            "See its place or leave the list:"
        )
    if facts.status == Status.OFFERED:
        return _("A seat for %(title)s is held for this address. Take it or pass:")
    return _(
        "This address already has a seat for %(title)s. Manage it or give it back:"
    )
