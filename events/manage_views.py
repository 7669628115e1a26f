"""The page a mailed link opens: what one holds, and one address for each act on it.

Opening an address shows a page and changes nothing; its button posts. The link itself
is what proves the right to act, so no cookie takes part.
"""

from functools import wraps

from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import pgettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from events import attestations, corrections, downloads, links, offers, own_data, seats
from events.forms import SavedNotice
from events.holdings import Holding
from events.papers import attestation as attestation_paper
from events.person_form import CorrectionForm
from events.refusals import ChoiceFullError, RefusedError
from portal.core import signing
from portal.core.private_answers import private


def by_link(view):
    """Gives ``view`` the registration its link is about; else says what is wrong."""

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def opened(request, token):
        try:
            registration = links.registration_of(token)
        except signing.LinkRefusedError:
            return private(_bad_link(request, status=404))
        except links.StaleLinkError:
            return private(_bad_link(request, status=410))
        return private(view(request, registration))

    return opened


def act(verb):
    """A view that does ``verb`` when it is posted to, and only leads back otherwise."""

    @by_link
    def acted(request, registration):
        return _do(verb, request, registration) or _back_to(registration)

    return acted


@by_link
def manage(request, registration):
    """What is held, until when, and what may be done about it."""
    return _page(request, registration, is_saved=SavedNotice(request.GET).is_saved)


accept = act(offers.accept)
decline = act(offers.decline)
leave = act(seats.leave)
undo = act(seats.undo_cancel)


@by_link
def cancel(request, registration):
    """Asks once more, then gives the seat back."""
    if request.method == "POST":
        return _do(seats.cancel, request, registration) or _back_to(registration)
    return _show(request, "events/registration/cancel.html", registration)


@by_link
def edit(request, registration):
    form = CorrectionForm.of(registration, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            corrected = corrections.correct(
                registration, answers=form.answers(), now=timezone.now()
            )
        except ChoiceFullError as full:
            form.asked.choose_again(full)
        except RefusedError as refused:
            form.add_error(None, str(refused.message))
        else:
            return _back_to(corrected, query=SavedNotice.QUERY)
    words = {"form": form}
    return _show(request, "events/registration/edit.html", registration, words)


@by_link
def data(request, registration):
    """Everything that is kept, as a file."""
    response = JsonResponse(
        own_data.of(registration),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    # Not inside the other text: messages are not found there.
    words = pgettext("name of a file", "my-data")
    name = f"{words}-{registration.reference}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@by_link
def attestation(request, registration):
    """The paper that says they were there, once the meeting is over."""
    if request.method != "POST":
        return _back_to(registration)
    now = timezone.now()
    try:
        issued = attestations.issue(registration, now=now)
    except RefusedError as refused:
        return _page(request, registration, refusal=refused.message, status=409)
    return downloads.pdf(
        attestation_paper.drawn([issued], now=now),
        pgettext("name of a file", "attestation"),
    )


@by_link
def erase(request, registration):
    """Asks once more, then forgets who it was."""
    if request.method == "POST":
        refused = _do(corrections.erase, request, registration)
        return refused or redirect("registration_erased")
    return _show(request, "events/registration/erase.html", registration)


@require_http_methods(["GET", "HEAD"])
def erased(request):
    return private(render(request, "events/registration/erased.html"))


def _do(verb, request, registration):
    """Do ``verb`` if that was posted; the page that says why not, or nothing."""
    if request.method != "POST":
        return None
    try:
        verb(registration, now=timezone.now())
    except RefusedError as refused:
        registration.refresh_from_db()
        return _page(request, registration, refusal=refused.message, status=409)
    return None


def _back_to(registration, query=""):
    response = redirect("registration", links.token(registration))
    if query:
        response["Location"] += f"?{query}"
    return response


def _page(request, registration, status=200, **words):
    name = "events/registration/manage.html"
    return _show(request, name, registration, words, status=status)


def _show(request, name, registration, words=None, status=200):
    holding = Holding(registration, timezone.now())
    return render(request, name, {"holding": holding, **(words or {})}, status=status)


def _bad_link(request, status):
    words = {"was_good": status == 410}
    return render(request, "events/registration/bad_link.html", words, status=status)
