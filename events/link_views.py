"""The page where one has one's links sent again."""

from datetime import timedelta

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from events import lost_links
from events.link_form import LinkForm
from portal.core import form_stamp, limits
from portal.core.client_address import client_address
from portal.core.drawn_pages import filled_each_time
from portal.core.private_answers import private

WITHIN = timedelta(minutes=10)
# From one address: a whole service may ask from behind one.
DIGITS_AFTER = 5
REFUSED_AFTER = 30


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def registration_link(request):
    """Asks for an address; what it answers says nothing of that address."""
    now = timezone.now()
    tries = limits.NONE
    if request.method == "POST":
        who = client_address(request)
        tries = limits.count("link/from", who, within=WITHIN, now=now)
    is_pressed = tries.number > DIGITS_AFTER
    form = LinkForm(request.POST or None, now=now, is_pressed=is_pressed)
    if tries.number > REFUSED_AFTER:
        form.refuse(tries)
    if request.method == "POST" and form.is_valid():
        lost_links.send_again(form.cleaned_data["email"], now=now)
        return private(redirect("registration_link_sent"))
    status = 429 if form.pauses_for == "pressed" else 200
    words = {"form": form}
    name = "events/registration/link.html"
    response = private(render(request, name, words, status=status))
    return filled_each_time(response, form_stamp.filled)


@require_http_methods(["GET", "HEAD"])
def registration_link_sent(request):
    return private(render(request, "events/registration/link_sent.html"))
