"""Where anyone who holds an attestation checks that it is true.

The number proves that they hold it, so the page says what the paper says and no more.
A number that is not known tells nothing else.
"""

from datetime import timedelta

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from events import attestations
from events.attestation_form import AttestationNumber
from events.letters.facts import line_of
from events.papers.attestation import meeting_facts
from portal.core import limits
from portal.core.client_address import client_address
from portal.core.private_answers import private

WITHIN = timedelta(minutes=10)
REFUSED_AFTER = 30


@require_safe
def attestation_check(request):
    """Asks for the number, and leads to its own address."""
    form = AttestationNumber(request.GET)
    if form.is_valid():
        return redirect("attestation", form.cleaned_data["number"])
    return _answer(request, {"form": form})


@require_safe
def attestation(request, number):
    """What the attestation of that number says, or that there is none."""
    now = timezone.now()
    who = client_address(request)
    tries = limits.count("attestation/from", who, within=WITHIN, now=now)
    words = {"form": AttestationNumber.of(number)}
    if tries.number > REFUSED_AFTER:
        return _answer(request, {**words, "minutes": tries.minutes_left}, status=429)
    found = attestations.find(number)
    if found is None:
        return _answer(request, {**words, "is_unknown": True}, status=404)
    meeting = found.registration.meeting
    facts = meeting_facts(meeting)
    return _answer(
        request, {"found": found, "line": line_of(meeting, now), "facts": facts}
    )


def _answer(request, words, status=200):
    return private(render(request, "events/attestation.html", words, status=status))
