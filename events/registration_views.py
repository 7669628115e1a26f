"""The page where one registers, and what the screen says after that.

These pages need no cookie, so no session and no token kept in one: the form carries a
signed stamp, and acts on behalf of nobody who is signed in.
"""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from events import desk, signing_up
from events.refusals import (
    ChoiceFullError,
    FormSpentError,
    RegistrationClosedError,
)
from events.registration_forms import RegistrationForm
from portal.core import form_stamp, limits, signing
from portal.core.client_address import client_address
from portal.core.drawn_pages import drawn_once, filled_each_time, for_anybody
from portal.core.private_answers import private

WITHIN = limits.WHILE
# From one address: a whole service may register at once from behind one.
DIGITS_AFTER = 10
REFUSED_AFTER = 60
# To one e-mail.
MAILS_AFTER = 5
RECEIPT = "receipt"


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def registration_form(request, slug):
    """Shows the form, and takes what was sent by it."""
    now = timezone.now()
    here = desk.of(slug, now)
    if not here.is_open:
        return _closed(request, here)
    form = _form(request, here)
    if request.method == "POST" and form.is_valid() and _is_welcome(form):
        try:
            number = _take(form, here)
        except RegistrationClosedError:
            return _closed(request, desk.of(slug, now))
        if number:
            return redirect("registration_received", signing.token(RECEIPT, number))
    return for_anybody(_answer(request, "form", {"desk": here, "form": form}))


def _take(form, here):
    """The number of what was registered; none when the form has to be shown again."""
    try:
        return here.take(form)
    except signing_up.AskedToWaitError as full:
        form.hold(full.message, "full")
    except FormSpentError as spent:
        form.renew(spent.message)
    except ChoiceFullError as full:
        form.asked.choose_again(full)
    return None


@require_http_methods(["GET", "HEAD"])
def registration_received(request, token):
    """What was registered, told without showing who was known already."""
    try:
        number, _stamp = signing.read(RECEIPT, token)
    except signing.LinkRefusedError as error:
        raise Http404 from error
    receipt = signing_up.receipt(number, timezone.now())
    if receipt is None:
        return private(_answer(request, "forgotten", {}, status=410))
    words = {"receipt": receipt}
    drawn = drawn_once(
        request,
        ("received", *receipt.key),
        lambda: render_to_string(TEMPLATES["received"], words, request),
    )
    return private(filled_each_time(HttpResponse(drawn), receipt.filled))


def _form(request, here):
    tries = limits.NONE
    if request.method == "POST":
        who = client_address(request)
        tries = limits.count("registration/from", who, within=WITHIN, now=here.now)
    form = RegistrationForm(
        request.POST or None,
        meeting=here.meeting,
        others=here.others,
        now=here.now,
        is_pressed=tries.number > DIGITS_AFTER,
        initial={"language": request.LANGUAGE_CODE},
    )
    if tries.number > REFUSED_AFTER:
        form.refuse(tries)
    return form


def _is_welcome(form):
    """Count one try for the e-mail; False when it was written to enough for now."""
    email = form.cleaned_data["email"]
    tries = limits.count("registration/to", email, within=WITHIN, now=form.now)
    if tries.number > MAILS_AFTER:
        form.refuse(tries)
    return form.is_valid()


def _closed(request, here):
    status = 409 if request.method == "POST" else 200
    return _answer(request, "closed", {"desk": here}, status=status)


def _answer(request, name, words, status=200):
    form = words.get("form")
    if form and form.pauses_for == "pressed":
        status = 429
    response = render(request, TEMPLATES[name], words, status=status)
    # A stamp is good for one reader.
    patch_cache_control(response, private=True, no_cache=True)
    return filled_each_time(response, form_stamp.filled)


TEMPLATES = {
    "form": "events/registration/form.html",
    "closed": "events/registration/closed.html",
    "received": "events/registration/received.html",
    "forgotten": "events/registration/forgotten.html",
}
