"""Where services are received, for the drawn map: those whose place is known."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q

from services import addresses
from services.models.location import ServiceAtLocation
from services.models.service import Service

MOST = 500


def background():
    """What a map of tiles needs; nothing where the settings name no tiles."""
    if not settings.MAP_TILES_URL:
        return None
    return {"tiles": settings.MAP_TILES_URL, "places": _places()}


def policy():
    """What the page of the map may ask beside what every page may: its tiles."""
    if not settings.MAP_TILES_URL:
        return {}
    parts = urlsplit(settings.MAP_TILES_URL)
    return {"img-src": [f"{parts.scheme}://{parts.netloc}"]}


def _places():
    known = Q(location__latitude__isnull=False, location__longitude__isnull=False)
    listed = Service.objects.listed().values("pk")
    found = ServiceAtLocation.objects.filter(known, service__in=listed)
    return [_place(at) for at in found.select_related("service", "location")[:MOST]]


def _place(at):
    latitude, longitude = at.location.coordinates
    return {
        "name": at.service.name,
        "url": addresses.service(at.service.slug),
        "at": [latitude, longitude],
    }
