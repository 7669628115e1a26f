"""The province a Belgian postcode lies in, which HSDS wants of each address."""

from bisect import bisect_right

# The first postcode of each range, in order, and the province it belongs to.
RANGES = (
    (1000, "Bruxelles-Capitale"),
    (1300, "Brabant wallon"),
    (1500, "Vlaams-Brabant"),
    (2000, "Antwerpen"),
    (3000, "Vlaams-Brabant"),
    (3500, "Limburg"),
    (4000, "Liège"),
    (5000, "Namur"),
    (6000, "Hainaut"),
    (6600, "Luxembourg"),
    (7000, "Hainaut"),
    (8000, "West-Vlaanderen"),
    (9000, "Oost-Vlaanderen"),
)


def of_postcode(text):
    """« Bruxelles-Capitale » for 1040; nothing for what is no Belgian postcode."""
    if not (text.isascii() and text.isdigit() and len(text) == 4 and text >= "1000"):
        return ""
    firsts = [first for first, _name in RANGES]
    return RANGES[bisect_right(firsts, int(text)) - 1][1]
