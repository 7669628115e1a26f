"""What other sites load of us, and the page where they compose it.

No cookie is set and none is read. Other sites may read the data and the script from
their pages, and hold the frame; nothing else of the portal.
"""

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control, set_response_etag
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from events import embed
from events.embed_form import EmbedBuilder, EmbedFilter
from portal.core.drawn_pages import for_anybody
from portal.core.models import SiteSettings

MINUTE, HOUR = 60, 60 * 60  # seconds


@require_safe
def script(request):
    """The component; its address never changes, so its ETag says when it does."""
    context = {"spoken": embed.spoken()}
    kind = "text/javascript; charset=utf-8"
    response = render(request, "events/embed/agenda.js", context, content_type=kind)
    return _for_other_sites(response, max_age=HOUR)


@require_safe
def data(request):
    """The lines to come, as JSON; an ETag tells who has them already."""
    filters = EmbedFilter(request.GET)
    if not filters.is_valid():
        refusal = JsonResponse({"error": filters.refusal}, status=400)
        return _for_other_sites(refusal, max_age=MINUTE)
    found = embed.found(filters, timezone.now())
    response = JsonResponse({"lines": [embed.facts(line) for line in found]})
    return for_anybody(_for_other_sites(response, max_age=MINUTE))


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def frame(request):
    """The same lines as a page, for sites that take no script of others."""
    filters = EmbedFilter(request.GET)
    is_clear = filters.is_valid()
    context = {
        "filters": filters,
        "lines": embed.found(filters, timezone.now()) if is_clear else [],
        "network": SiteSettings.for_request(request).network_name,
        "agenda_page": embed.agenda_page(),
    }
    status = 200 if is_clear else 400
    response = render(request, "events/embed/frame.html", context, status=status)
    response.headers["X-Robots-Tag"] = "noindex"
    return for_anybody(response)


@require_safe
@csp_update({"frame-src": [SELF]})
def builder(request):
    """Composes what another site pastes, and shows what it will look like."""
    form = EmbedBuilder(request.GET)
    composed = _composed(request, form)
    page = composed.agenda_page
    context = {"form": form, "embed": composed, "crumbs": [*page.crumbs, page]}
    return for_anybody(render(request, "events/embed/builder.html", context))


def _composed(request, form):
    asked = form.asked
    asked.pop("language", None)
    with translation.override(form.chosen_language):
        network = SiteSettings.for_request(request).network_name
        page = embed.agenda_page()
    if page is None:
        raise Http404
    return embed.Embed(form.chosen_language, asked, network, page)


def _for_other_sites(response, *, max_age):
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    patch_cache_control(response, public=True, max_age=max_age)
    return set_response_etag(response)
