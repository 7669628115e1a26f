"""The page where one asks a team for help, and what the screen says after that.

No cookie takes part; nothing that was typed is kept but by the team's own records.
"""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
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
from services.models import SupportKind, SupportPage, SupportRequest
from services.support import asking, links
from services.support.request_form import SupportForm

# From one address: a whole service may ask from behind one.
DIGITS_AFTER, REFUSED_AFTER = 5, 30
# To one e-mail.
MAILS_AFTER = 5


@sensitive_post_parameters()
@sensitive_variables()
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def support_form(request, slug, kind):
    """Shows the form for one kind of support, and takes what was sent by it."""
    page = SupportPage.objects.published().filter(slug=slug).first()
    if page is None:
        raise Http404
    kind = get_object_or_404(SupportKind, code=kind, is_asked=True)
    form = _form(request, page.team, kind)
    if request.method == "POST" and form.is_valid() and _is_welcome(form):
        asked = asking.ask(
            page.team,
            kind=kind,
            said=form.said(),
            number=form.shown.number,
            now=form.now,
        )
        receipt = signing.token(links.RECEIPT, asked.pk)
        return private(redirect("support_received", receipt))
    status = 429 if form.pauses_for == "pressed" else 200
    words = {"team_page": page, "kind": kind, "form": form}
    name = "services/support/form.html"
    shown = render(request, name, words, status=status)
    return private(filled_each_time(shown, form_stamp.filled))


@require_http_methods(["GET", "HEAD"])
def support_received(request, token):
    """What comes next; nothing of what was written."""
    try:
        pk, _stamp = signing.read(links.RECEIPT, token)
    except signing.LinkRefusedError as error:
        raise Http404 from error
    asked = get_object_or_404(SupportRequest.objects.select_related("team"), pk=pk)
    words = {"asked": asked, "team_page": _page_of(asked.team)}
    return private(render(request, "services/support/received.html", words))


def _form(request, team, kind):
    now = timezone.now()
    tries = limits.NONE
    if request.method == "POST":
        who = client_address(request)
        tries = limits.count("support/from", who, within=limits.WHILE, now=now)
    spoken = request.LANGUAGE_CODE in team.languages
    form = SupportForm(
        request.POST or None,
        team=team,
        kind=kind,
        now=now,
        is_pressed=tries.number > DIGITS_AFTER,
        initial={"language": request.LANGUAGE_CODE if spoken else team.languages[0]},
    )
    if tries.number > REFUSED_AFTER:
        form.refuse(tries)
    return form


def _is_welcome(form):
    email = form.cleaned_data["email"]
    tries = limits.count("support/to", email, within=limits.WHILE, now=form.now)
    if tries.number > MAILS_AFTER:
        form.refuse(tries)
    return form.is_valid()


def _page_of(team):
    return SupportPage.objects.published().filter(team=team).first()
