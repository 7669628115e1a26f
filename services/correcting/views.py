"""The form by which anybody says that something is wrong in an entry."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from portal.core import form_stamp, limits
from portal.core.client_address import client_address
from portal.core.drawn_pages import filled_each_time
from portal.core.private_answers import private
from services.correcting import proposing
from services.correcting.forms import CorrectionForm
from services.doorkeeper import opened
from services.models import Correction, Service

WITHIN = limits.WHILE
# From one address: a whole service may correct at once from behind one.
DIGITS_AFTER = 5
REFUSED_AFTER = 30


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@opened
def correction(request, door, slug):
    service = get_object_or_404(Service.objects.public().with_everything(), slug=slug)
    now, tries = timezone.now(), limits.NONE
    if request.method == "POST":
        who = client_address(request)
        tries = limits.count("correction/from", who, within=WITHIN, now=now)
    is_pressed = tries.number > DIGITS_AFTER
    form = CorrectionForm(
        request.POST or None, service=service, now=now, is_pressed=is_pressed
    )
    if tries.number > REFUSED_AFTER:
        form.refuse(tries)
    if request.method == "POST" and form.is_valid():
        _propose(service, form, now)
        return private(redirect("service_correction_sent", service.slug))
    status = 429 if form.pauses_for == "pressed" else 200
    words = {"form": form, "service": service}
    name = "services/correcting/form.html"
    response = private(render(request, name, words, status=status))
    return filled_each_time(response, form_stamp.filled)


@require_safe
@opened
def correction_sent(request, door, slug):
    service = get_object_or_404(Service.objects.public(), slug=slug)
    return private(
        render(request, "services/correcting/sent.html", {"service": service})
    )


def _propose(service, form, now):
    proposing.propose(
        service,
        said=form.said,
        origin=Correction.Origin.READER,
        note=form.cleaned_data["note"],
        email=form.cleaned_data["email"],
        language=get_language(),
        number=form.shown.number,
        now=now,
    )
