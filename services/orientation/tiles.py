"""The communes of Brussels as equal tiles: who is beside whom, not how large they are.

A drawing of our own, made by hand, and said to be one: no border of it is to scale.
"""

from dataclasses import dataclass

from portal.core.models import Commune
from services import addresses
from services.orientation import coverage

# Column and row of each commune, by its postcode; north is up.
PLACES = {
    "1083": (2, 1),
    "1090": (3, 1),
    "1000": (4, 1),
    "1140": (5, 1),
    "1082": (1, 2),
    "1081": (2, 2),
    "1080": (3, 2),
    "1210": (4, 2),
    "1030": (5, 2),
    "1200": (6, 2),
    "1070": (2, 3),
    "1060": (3, 3),
    "1050": (4, 3),
    "1040": (5, 3),
    "1150": (6, 3),
    "1190": (2, 4),
    "1180": (3, 4),
    "1170": (5, 4),
    "1160": (6, 4),
}


@dataclass(frozen=True)
class Tile:
    commune: Commune
    count: int
    url: str
    column: int = 0
    row: int = 0
    is_of_bassin: bool = False


def of(need=None, bassin=None):
    """Every commune and part of one, with its services; those drawn have a place."""
    known = coverage.here()
    return [_tile(commune, need, bassin, known) for commune in Commune.objects.all()]


def drawn(tiles):
    """Those that have a place on the drawing, from north to south."""
    placed = [tile for tile in tiles if tile.row]
    return sorted(placed, key=lambda tile: (tile.row, tile.column))


def _tile(commune, need, bassin, known):
    column, row = PLACES.get(commune.postcode, (0, 0))
    return Tile(
        commune=commune,
        count=known.count(need=need, commune=commune),
        url=addresses.directory(
            needs=[need.code] if need else [], communes=[commune.slug]
        ),
        column=column,
        row=row,
        is_of_bassin=bassin is not None and commune.bassin_id == bassin.pk,
    )
