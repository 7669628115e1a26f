"""The page a mailed link opens: where a request stands, and what one may do about it.

Opening an address shows a page and changes nothing; its button posts.
"""

from functools import wraps

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import (
    sensitive_post_parameters,
    sensitive_variables,
)
from django.views.decorators.http import require_http_methods

from portal.core import form_stamp, limits, signing
from portal.core.client_address import client_address
from portal.core.drawn_pages import filled_each_time
from portal.core.private_answers import private
from services.models import SupportMessage
from services.support import following, links
from services.support.message_form import MessageForm
from services.support.refusals import RefusedError

DIGITS_AFTER, REFUSED_AFTER = 10, 30


def by_link(view):
    """Gives ``view`` the request its link is about; else says what is wrong."""

    @sensitive_post_parameters()
    @sensitive_variables()
    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def opened(request, token):
        try:
            asked = links.request_of(token)
        except signing.LinkRefusedError:
            return private(_bad_link(request, was_good=False))
        except links.StaleLinkError:
            return private(_bad_link(request, was_good=True))
        return private(view(request, asked))

    return opened


@by_link
def support_request(request, asked):
    """Where it stands; posting adds a message to it."""
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        return _do(
            request,
            asked,
            following.add,
            text=form.cleaned_data["text"],
            number=form.shown.number,
        )
    return _show(request, asked, form)


@by_link
def support_withdraw(request, asked):
    """Asks once more, then ends it and erases the texts."""
    if request.method == "POST":
        return _do(request, asked, following.withdraw)
    words = {"asked": asked, "token": links.token(asked)}
    return render(request, "services/support/withdraw.html", words)


def act(verb):
    """A view that does ``verb`` when it is posted to, and only leads back otherwise."""

    @by_link
    def acted(request, asked):
        if request.method == "POST":
            return _do(request, asked, verb)
        return redirect("support_request", links.token(asked))

    return acted


support_agree = act(following.agree)
support_stay = act(following.stay)


def _form(request):
    now = timezone.now()
    tries = limits.NONE
    if request.method == "POST":
        who = client_address(request)
        tries = limits.count("support/add", who, within=limits.WHILE, now=now)
    form = MessageForm(
        request.POST or None, now=now, is_pressed=tries.number > DIGITS_AFTER
    )
    if tries.number > REFUSED_AFTER:
        form.refuse(tries)
    return form


def _do(request, asked, verb, **said):
    try:
        verb(asked, now=timezone.now(), **said)
    except RefusedError as refused:
        fresh = links.request_of(links.token(asked))
        form = MessageForm(now=timezone.now())
        return _show(request, fresh, form, refusal=refused.message, status=409)
    return redirect("support_request", links.token(asked))


def _show(request, asked, form, refusal="", status=200):
    said = asked.messages.exclude(voice=SupportMessage.Voice.NOTE)
    words = {
        "asked": asked,
        "token": links.token(asked),
        "form": form,
        "messages": said,
        "refusal": refusal,
    }
    if form.pauses_for == "pressed":
        status = 429
    shown = render(request, "services/support/follow.html", words, status=status)
    return filled_each_time(shown, form_stamp.filled)


def _bad_link(request, was_good):
    status = 410 if was_good else 404
    words = {"was_good": was_good}
    return render(request, "services/support/bad_link.html", words, status=status)
