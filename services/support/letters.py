"""The letters about a request. None of them holds a word that somebody wrote of it."""

from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.core import signing, when
from portal.core.letters import Letter, act, facts, sentence
from services.support.links import PURPOSE


def to_person(request, reason, stamp, answer=None):
    """``stamp`` is that of the link when the letter was asked for."""
    subject, paragraphs = PERSON[reason](request, answer)
    token = signing.token(PURPOSE, request.pk, stamp=stamp)
    follow = act(
        _("Follow your request, add something, withdraw it:")
        if request.is_open
        else _("See your request:"),
        link=_("Follow my request"),
        url=_whole(reverse("support_request", args=[token])),
    )
    warning = sentence(
        _("Do not answer this message with anything about a person."),
        _("Immediate danger: 112."),
    )
    reference = sentence(_("Reference: %(reference)s") % {"reference": request})
    body = (sentence(_("Hello,")), *paragraphs, follow, reference, warning)
    return Letter(subject, (*body, _foot(request)))


def to_team(request, reason):
    subject, words = TEAM[reason](request)
    listing = act(
        _("See it in the admin, signed in:"),
        link=_("Open the request"),
        url=_whole(reverse("support_admin_request", args=[request.reference])),
    )
    about = facts(
        _("Reference: %(reference)s") % {"reference": request},
        request.kind.name,
        _("Answer announced for %(day)s.") % {"day": when.day(request.due_on)},
    )
    return Letter(subject, (sentence(words), about, listing, _foot(request)))


def _received(request, _answer):
    words = _("%(team)s has your request, and answers by %(day)s at the latest.")
    about = {"team": request.team.name, "day": when.day(request.due_on)}
    return _("Your request for support has arrived"), [sentence(words % about)]


def _message(request, _answer):
    words = _("%(team)s has written to you. Its message is behind the link below.")
    return _("A message about your request for support"), [
        sentence(words % {"team": request.team.name})
    ]


def _answered(request, answer):
    text = answer.text if answer else _("The team has answered you.")
    return _("An answer to your request for support"), [
        sentence(*text.split("\n")),
        sentence(request.team.name),
    ]


def _proposed(request, _answer):
    other = request.proposed_team.name if request.proposed_team else ""
    words = _(
        "%(team)s thinks that another team can help you better: %(other)s. Your "
        "request goes there only if you agree, by the link below."
    )
    return _("Another team for your request for support?"), [
        sentence(words % {"team": request.team.name, "other": other})
    ]


def _handed_over(request, _answer):
    words = _(
        "Your request is now with %(team)s, who answers by %(day)s at the latest."
    )
    about = {"team": request.team.name, "day": when.day(request.due_on)}
    return _("Your request for support has gone on"), [sentence(words % about)]


def _closed(request, _answer):
    words = _(
        "%(team)s has closed your request. What you wrote is erased %(months)s months "
        "from now."
    )
    about = {"team": request.team.name, "months": request.team.months_kept}
    return _("Your request for support is closed"), [sentence(words % about)]


def _new(request):
    return _("New request for support: %(reference)s") % {"reference": request}, _(
        "A new request has come."
    )


def _added(request):
    return _("Request %(reference)s: something was added") % {"reference": request}, _(
        "The person has added something."
    )


def _gone(request):
    return _("Request %(reference)s is withdrawn") % {"reference": request}, _(
        "The person has withdrawn the request; its texts are erased."
    )


def _kept(request):
    return _("Request %(reference)s stays with you") % {"reference": request}, _(
        "The person would rather stay with your team."
    )


def _near(request):
    return _("Request %(reference)s: to be answered") % {"reference": request}, _(
        "The delay announced is nearly over, and nobody has answered yet."
    )


def _late(request):
    return _("Request %(reference)s: the delay is over") % {"reference": request}, _(
        "The delay announced is over, and nobody has answered yet."
    )


PERSON = {
    "received": _received,
    "message": _message,
    "answer": _answered,
    "proposed": _proposed,
    "handed_over": _handed_over,
    "closed": _closed,
}
TEAM = {
    "new": _new,
    "added": _added,
    "withdrawn": _gone,
    "kept": _kept,
    "near": _near,
    "late": _late,
}


def _foot(request):
    team = ", ".join(part for part in (request.team.name, request.team.phone) if part)
    return facts(
        team,
        _("You receive this message because this address was used in a request."),
    )


def _whole(path):
    return urljoin(settings.SITE_URL, path)
