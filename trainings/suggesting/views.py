"""The form by which anybody suggests a need; the team reads it before anybody else."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import (
    sensitive_post_parameters,
    sensitive_variables,
)
from django.views.decorators.http import require_http_methods, require_safe

from portal.core import form_stamp, limits
from portal.core.client_address import client_address
from portal.core.doorkeeper import opened
from portal.core.drawn_pages import filled_each_time
from portal.core.private_answers import private
from trainings.doors import NEEDS
from trainings.suggesting import deciding
from trainings.suggesting.forms import SuggestionForm

# From one address: a whole service may suggest from behind one.
DIGITS_AFTER, REFUSED_AFTER = 5, 30


@sensitive_post_parameters()
@sensitive_variables()
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@opened(NEEDS)
def suggestion(request, door):
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        deciding.suggest(
            **{name: form.cleaned_data[name] for name in ("what", "why", "email")},
            language=get_language(),
            number=form.shown.number,
            now=form.now,
        )
        return private(redirect("suggestion_sent"))
    status = 429 if form.pauses_for == "pressed" else 200
    words = {"needs_page": door.page, "form": form}
    name = "trainings/suggesting/form.html"
    response = private(render(request, name, words, status=status))
    return filled_each_time(response, form_stamp.filled)


@require_safe
@opened(NEEDS)
def suggestion_sent(request, door):
    words = {"needs_page": door.page}
    return private(render(request, "trainings/suggesting/sent.html", words))


def _form(request):
    now, tries = timezone.now(), limits.NONE
    if request.method == "POST":
        who = client_address(request)
        tries = limits.count("suggestion/from", who, within=limits.WHILE, now=now)
    is_pressed = tries.number > DIGITS_AFTER
    form = SuggestionForm(request.POST or None, now=now, is_pressed=is_pressed)
    if tries.number > REFUSED_AFTER:
        form.refuse(tries)
    return form
