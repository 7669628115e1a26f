"""« Moi aussi » by a form without an account, and the links of the mails about it."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from portal.core import form_stamp, limits
from portal.core.client_address import client_address
from portal.core.doorkeeper import opened
from portal.core.drawn_pages import filled_each_time
from portal.core.private_answers import private
from portal.core.signing import LinkRefusedError
from trainings import board
from trainings.doors import NEEDS
from trainings.voices import links, saying
from trainings.voices.forms import OwnVoiceForm, VoiceForm

# From one address: a whole service may say so from behind one.
DIGITS_AFTER, REFUSED_AFTER = 5, 30
# To one e-mail.
MAILS_AFTER = 5


@sensitive_post_parameters()
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@opened(NEEDS)
def voice_form(request, door, slug):
    """Asks for an address; what it answers says nothing of that address."""
    row = _row(slug)
    form = _form(request)
    if request.method == "POST" and form.is_valid() and _is_welcome(form):
        saying.say(
            row.need,
            email=form.cleaned_data["email"],
            language=get_language(),
            wants_news=form.cleaned_data["wants_news"],
            number=form.shown.number,
            now=form.now,
        )
        return private(redirect("voice_sent", slug))
    status = 429 if form.pauses_for == "pressed" else 200
    words = {"needs_page": door.page, "row": row, "form": form}
    response = private(
        render(request, "trainings/voices/form.html", words, status=status)
    )
    return filled_each_time(response, form_stamp.filled)


@require_safe
@opened(NEEDS)
def voice_sent(request, door, slug):
    words = {
        "needs_page": door.page,
        "row": _row(slug),
        "days": links.CONFIRMED_WITHIN.days,
    }
    return private(render(request, "trainings/voices/sent.html", words))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def voice_confirmation(request, token):
    """Shows on GET, for programs that follow links; counts on POST."""
    try:
        voice = links.voice_to_confirm(token)
    except (LinkRefusedError, links.StaleLinkError) as refused:
        return _bad_link(request, refused)
    if request.method == "POST":
        saying.confirm(voice, now=timezone.now())
        return private(redirect("voice", links.own(voice)))
    return private(render(request, "trainings/voices/confirm.html", {"voice": voice}))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def voice(request, token):
    """The voice of whoever holds the link, and the way out."""
    try:
        held = links.own_voice(token)
    except (LinkRefusedError, links.StaleLinkError) as refused:
        return _bad_link(request, refused)
    form = OwnVoiceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _acted(request, held, form.cleaned_data["act"], token)
    return private(render(request, "trainings/voices/own.html", {"voice": held}))


@require_safe
def voice_gone(request):
    return private(render(request, "trainings/voices/gone.html"))


def _acted(request, held, act, token):
    if act == OwnVoiceForm.ERASE:
        saying.erase(held)
        return private(redirect("voice_gone"))
    if act == OwnVoiceForm.WITHDRAW:
        saying.withdraw(held)
        return private(redirect("voice_gone"))
    saying.hear(held, wants_news=act == OwnVoiceForm.HEAR)
    return private(redirect("voice", token))


def _form(request):
    now, tries = timezone.now(), limits.NONE
    if request.method == "POST":
        who = client_address(request)
        tries = limits.count("voice/from", who, within=limits.WHILE, now=now)
    is_pressed = tries.number > DIGITS_AFTER
    form = VoiceForm(request.POST or None, now=now, is_pressed=is_pressed)
    if tries.number > REFUSED_AFTER:
        form.refuse(tries)
    return form


def _is_welcome(form):
    email = form.cleaned_data["email"]
    tries = limits.count("voice/to", email, within=limits.WHILE, now=form.now)
    if tries.number > MAILS_AFTER:
        form.refuse(tries)
    return form.is_valid()


def _row(slug):
    row = board.row(slug, timezone.now())
    if row is None:
        raise Http404
    return row


def _bad_link(request, refused):
    words = {"was_good": isinstance(refused, links.StaleLinkError)}
    status = 410 if words["was_good"] else 404
    name = "trainings/voices/bad_link.html"
    return private(render(request, name, words, status=status))
