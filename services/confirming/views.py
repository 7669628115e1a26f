"""The page a mailed link opens: GET shows the facts, POST confirms or corrects them."""

from functools import wraps

from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from portal.core import limits, signing
from portal.core.private_answers import private
from services.confirming import answering, asking, links
from services.confirming.forms import ServiceForm

WITHIN = limits.WHILE
REFUSED_AFTER = 20


def by_link(view):
    """Gives ``view`` whose link it is and their services; else says what is wrong."""

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def opened(request, token):
        try:
            correspondent = links.correspondent_of(token)
        except signing.LinkRefusedError:
            return private(_bad_link(request, status=404))
        except links.StaleLinkError:
            return private(_bad_link(request, status=410))
        services = list(asking.services_of(correspondent.email))
        if not services:
            return private(_bad_link(request, status=410))
        return private(view(request, token, correspondent, services))

    return opened


@by_link
def confirm(request, token, correspondent, services):
    now, status = timezone.now(), 200
    is_sent = request.method == "POST"
    forms = [
        ServiceForm(request.POST or None, service=one, today=timezone.localdate(now))
        for one in services
    ]
    if is_sent and _is_pressed(correspondent, now):
        status = 429
    elif is_sent and _are_valid(forms):
        answers = [(form.service, form.said) for form in forms]
        answering.answer(correspondent, answers, language=get_language(), now=now)
        return redirect("service_confirmed", token)
    words = {"forms": forms, "is_pressed": status == 429}
    return render(request, "services/confirming/page.html", words, status=status)


@by_link
def confirmed(request, token, correspondent, services):
    words = {"services": services, "token": token}
    return render(request, "services/confirming/done.html", words)


def _are_valid(forms):
    """Whether all are; each one has its say, so that all mistakes are shown."""
    return not [form for form in forms if not form.is_valid()]


def _is_pressed(correspondent, now):
    tries = limits.count("confirmation", correspondent.pk, within=WITHIN, now=now)
    return tries.number > REFUSED_AFTER


def _bad_link(request, status):
    words = {"was_good": status == 410}
    name = "services/confirming/bad_link.html"
    return render(request, name, words, status=status)
