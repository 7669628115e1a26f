"""Lists as PDF, and where one waits for a long one."""

from datetime import timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from portal.core import limits
from portal.core.client_address import client_address
from services.models.paper_order import PaperOrder
from services.orientation.gate import opened
from services.papers import listing, ordering
from services.papers.list_asked import ListAsked

PDF = "application/pdf"
WITHIN = timedelta(minutes=10)
ORDERS_WITHIN = 20
DRAWN_WITHIN = 60
# How often the page of somebody who waits looks again.
LOOKS_AGAIN_AFTER = 3  # seconds


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@opened
def list_paper(request):
    """The list of the address: at once while it is short, else on order."""
    now = timezone.now()
    asked = ListAsked(request.GET, timezone.localdate(now))
    if _is_pressed(request, now):
        return _refused(request, asked, "pressed", 429)
    if not asked.pks or len(asked.pks) > ordering.MOST:
        return _refused(request, asked, "long" if asked.pks else "empty", 400)
    facts = {
        "title": asked.title,
        "address": urljoin(settings.SITE_URL, asked.address),
        "now": now,
    }
    if len(asked.pks) <= ordering.AT_ONCE:
        content = listing.drawn(asked.pks, **facts)
        return _handed(HttpResponse(content, content_type=PDF))
    if request.method == "POST":
        return redirect("paper", ordering.order(asked.pks, **facts).uuid)
    words = {"count": len(asked.pks), "title": asked.title}
    return render(request, "services/papers/order.html", words)


@require_safe
@opened
def paper(request, uuid):
    """How far the paper is; looks again by itself until it is ready."""
    found = get_object_or_404(PaperOrder, uuid=uuid)
    response = render(request, "services/papers/paper.html", {"paper": found})
    response.headers["Cache-Control"] = "no-store"
    if not found.is_ready and not found.has_failed:
        response.headers["Refresh"] = str(LOOKS_AGAIN_AFTER)
    return response


@require_safe
@opened
def paper_file(request, uuid):
    found = get_object_or_404(PaperOrder, uuid=uuid, state=PaperOrder.State.DONE)
    try:
        return _handed(FileResponse(default_storage.open(found.file), content_type=PDF))
    except OSError as error:
        raise Http404 from error


def _is_pressed(request, now):
    """True for who asks for more papers than anybody reads."""
    what = "papers" if request.method == "POST" else "lists"
    most = ORDERS_WITHIN if request.method == "POST" else DRAWN_WITHIN
    who = client_address(request)
    return limits.count(what, who, within=WITHIN, now=now).number > most


def _refused(request, asked, reason, status):
    words = {"reason": reason, "count": len(asked.pks), "most": ordering.MOST}
    return render(request, "services/papers/refused.html", words, status=status)


def _handed(response):
    response.headers["Content-Disposition"] = 'inline; filename="services.pdf"'
    response.headers["Cache-Control"] = "no-store"
    return response
