"""The catalogue and the needs; who may read them is said by the pages above."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.core.doorkeeper import opened
from portal.core.drawn_pages import for_anybody
from portal.core.front_door import addresses
from trainings import board, catalogue
from trainings.doors import CATALOGUE, NEEDS


@require_safe
@opened(CATALOGUE)
def trainings(request, door):
    """The catalogue, at an address that costs no way through the tree of pages."""
    response = door.page.serve(request)
    response.context_data["addresses"] = door.addresses
    return response


@require_safe
@opened(CATALOGUE)
def training(request, door, slug):
    card = catalogue.card(slug, timezone.now())
    if card is None:
        raise Http404
    context = {
        "trainings_page": door.page,
        "card": card,
        "training": card.training,
        "addresses": addresses(door.addresses, "training", slug=slug),
    }
    return for_anybody(TemplateResponse(request, "trainings/training.html", context))


@require_safe
@opened(NEEDS)
def training_needs(request, door):
    response = door.page.serve(request)
    response.context_data["addresses"] = door.addresses
    return response


@require_safe
@opened(NEEDS)
def training_need(request, door, slug):
    now = timezone.now()
    row = board.row(slug, now)
    if row is None:
        raise Http404
    context = {
        "needs_page": door.page,
        "row": row,
        "cards": catalogue.of(row.need.trainings.public(), now),
        "addresses": addresses(door.addresses, "training_need", slug=slug),
    }
    return for_anybody(TemplateResponse(request, "trainings/need.html", context))
