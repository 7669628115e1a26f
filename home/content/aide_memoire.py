"""The aide-mémoire of the demonstration, and the edition of 10 October 2025.

The client's report says that one was put online and what it was about; which services
it listed is not in the sources, and the edition says so.
"""

from datetime import date

from home.content.reunions import FOCUS

INDEX = {
    "title": "Aide-mémoire",
    "summary": "Trouver vers qui orienter, selon le besoin de la personne.",
}
PAGE = {
    "title": "Aide-mémoire pour l'orientation : santé mentale",
    "seo_title": "Aide-mémoire santé mentale",
    "summary": (
        "Les dispositifs actifs dans le Bassin Sud-Est, classés par besoin de la "
        "personne."
    ),
    "further": f"<p>{FOCUS}</p>",
}
EDITION = {
    "day": date(2025, 10, 10),
    "title": "Focus sur l'accompagnement en ambulatoire et à domicile",
    "intro": (
        "Tous les dispositifs ambulatoires et à domicile accessibles dans le Bassin "
        "Sud-Est."
    ),
    "note": (
        "Édition reconstituée pour la démonstration : la liste mise en ligne ce "
        "jour-là ne figure pas dans les documents de départ. Les services viennent de "
        "l'annuaire de démonstration ; ceux qui portent la mention « exemple » sont "
        "fictifs. Ce qui a été dit ou vérifié après cette date n'y est pas."
    ),
}
EDITION_NEEDS = ["need-ambulatory", "need-home"]
EDITION_MEETING = "matinee-1"
