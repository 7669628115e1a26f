"""Letters to those whom a freed seat is offered to."""

from django.utils.translation import gettext as _

from portal.core.letters import act, sentence


def offered(facts):
    return _("A seat is offered to you: %(facts)s") % {"facts": facts.all_in_short}, [
        sentence(_("A seat has come free."), _held(facts)),
        facts.when_and_where,
        _take_or_pass(facts),
        facts.unanswered,
        sentence(_("Without an answer by then, it is offered to the next person.")),
    ]


def reminder(facts):
    return _("A seat still waits for you: %(facts)s") % {"facts": facts.all_in_short}, [
        sentence(_("A seat waits for your answer."), _held(facts)),
        facts.when_and_where,
        _take_or_pass(facts),
        sentence(_("Without an answer by then, it is offered to the next person.")),
    ]


def expired(facts):
    return _("Offer over: %(facts)s") % {"facts": facts.day_and_place}, [
        sentence(
            _(
                "We had no answer from you in time: the seat that was held for you "
                "is offered to the next person."
            )
        ),
        sentence(f"{facts.title}, {facts.line.when_words}"),
        act(
            _("Would you still like to come? Register again:"),
            link=_("Register again"),
            url=facts.programme_url or facts.manage_url,
        ),
    ]


def seat_open(facts):
    return _("A seat has come free: %(facts)s") % {"facts": facts.all_in_short}, [
        sentence(
            _("A seat has come free."),
            _("It goes to the first person of the waiting list who takes it."),
        ),
        facts.when_and_where,
        act(_("Would you like it?"), link=_("Take the seat"), url=facts.manage_url),
        sentence(
            _("If somebody was quicker, you keep your place on the waiting list."),
            _("Do not come without a confirmation: the room is limited."),
        ),
    ]


def declined(facts):
    return _("Offer declined: %(facts)s") % {"facts": facts.day_and_place}, [
        sentence(
            _("It is noted: the seat goes to somebody else."),
            _("Thank you for answering."),
        ),
        sentence(f"{facts.title}, {facts.line.when_words}"),
        facts.next_date,
    ]


def _held(facts):
    return _("It is held for you until %(deadline)s (Brussels time).") % {
        "deadline": facts.deadline
    }


def _take_or_pass(facts):
    return act(
        _("Take it, or pass so that somebody else may have it:"),
        link=_("Answer the offer"),
        url=facts.manage_url,
    )
