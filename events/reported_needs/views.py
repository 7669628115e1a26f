"""The page where anybody reports a need, and what the screen says after that."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import (
    sensitive_post_parameters,
    sensitive_variables,
)
from django.views.decorators.http import require_http_methods, require_safe

from events.models import WatchPage
from events.reported_needs import deciding
from events.reported_needs.form import ReportedNeedForm
from portal.core import form_stamp, limits
from portal.core.client_address import client_address
from portal.core.drawn_pages import filled_each_time
from portal.core.private_answers import private

# From one address: a whole service may report from behind one.
DIGITS_AFTER, REFUSED_AFTER = 5, 30


@sensitive_post_parameters()
@sensitive_variables()
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report_a_need(request):
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        deciding.report(
            said=form.said,
            language=get_language(),
            number=form.shown.number,
            now=form.now,
        )
        return private(redirect("need_reported"))
    status = 429 if form.pauses_for == "pressed" else 200
    words = {"form": form, "watch": _watch_page()}
    name = "events/reported_needs/form.html"
    response = private(render(request, name, words, status=status))
    return filled_each_time(response, form_stamp.filled)


@require_safe
def need_reported(request):
    words = {"watch": _watch_page()}
    return private(render(request, "events/reported_needs/received.html", words))


def _form(request):
    now, tries = timezone.now(), limits.NONE
    if request.method == "POST":
        who = client_address(request)
        tries = limits.count("need/from", who, within=limits.WHILE, now=now)
    is_pressed = tries.number > DIGITS_AFTER
    form = ReportedNeedForm(request.POST or None, now=now, is_pressed=is_pressed)
    if tries.number > REFUSED_AFTER:
        form.refuse(tries)
    return form


def _watch_page():
    return WatchPage.objects.published().first()
