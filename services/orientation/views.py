"""Ways into the directory, each at an address of its own; reading writes nothing."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.core.drawn_pages import for_anybody
from portal.core.models import SiteSettings
from services import addresses
from services.orientation import comparison, matrix, places, selection, tiles
from services.orientation import guide as guided
from services.orientation.forms import (
    BassinAsked,
    GuideForm,
    NeedAsked,
    ServicesAsked,
    TypesAsked,
)
from services.orientation.gate import opened
from services.papers import ordering


@require_safe
@opened
def guide(request):
    """The next of three questions."""
    step = guided.step(GuideForm(request.GET))
    urgency = SiteSettings.for_request(request).urgency
    context = {"step": step, "urgency": urgency}
    return for_anybody(render(request, "services/orientation/guide.html", context))


@require_safe
@opened
def who_does_what(request):
    """Types of services side by side, then where each of them works."""
    types = TypesAsked(request.GET)
    context = {
        "types": types,
        "comparison": comparison.of(types.value("type")),
        "matrix": matrix.of(BassinAsked(request.GET).value("bassin")),
    }
    name = "services/orientation/who_does_what.html"
    return for_anybody(render(request, name, context))


@require_safe
@opened
def directory_map(request):
    """The communes, with how many services work in each."""
    need = NeedAsked(request.GET)
    found = tiles.of(need.value("need"), matrix.own_bassin())
    context = {"need": need, "tiles": found, "drawn": tiles.drawn(found)}
    context["background"] = places.background()
    response = render(request, "services/orientation/map.html", context)
    # As the decorator of django-csp does, with what the settings say.
    response._csp_update = places.policy()
    return for_anybody(response)


@require_safe
@opened
def my_selection(request):
    """The services of the address, to be printed, shared or taken along."""
    services = ServicesAsked(request.GET).value("service") or []
    context = {
        "sheets": selection.sheets(services, timezone.localdate()),
        "versions": selection.versions(services),
        "address": request.build_absolute_uri(selection.address(services)),
        "paper_url": ordering.address_of(services),
        "directory_url": addresses.directory(),
        "urgency": SiteSettings.for_request(request).urgency,
    }
    name = "services/orientation/selection.html"
    return for_anybody(render(request, name, context))
