"""A fictional partner, and what it announces on days counted from the loading."""

from datetime import time

CALENDAR = {
    "name": "Agenda de démonstration (exemple)",
    "organisation": "Plateforme Exemple F (fictive)",
    "website": "https://plateforme-exemple.example/",
    "is_example": True,
}
THEME, POSTCODE = "sante-mentale", "1040"
PUBLISHED, DRAFT = "published", "draft"

# Those still to be read show what the team does with them.
ENTRIES = [
    {
        "uid": "exemple-1@plateforme-exemple.example",
        "in_days": 6,
        "start_time": time(10),
        "end_time": time(12),
        "title": "Exemple – Café des aidants proches",
        "place": "Maison de quartier Exemple, 1040 Etterbeek",
        "state": PUBLISHED,
    },
    {
        "uid": "exemple-2@plateforme-exemple.example",
        "in_days": 24,
        "start_time": time(13, 30),
        "end_time": time(16),
        "title": "Exemple – Après-midi « Logement et santé mentale »",
        "place": "Centre culturel Exemple, 1150 Woluwe-Saint-Pierre",
        "url": "https://plateforme-exemple.example/logement",
        "state": PUBLISHED,
    },
    {
        "uid": "exemple-3@plateforme-exemple.example",
        "in_days": 31,
        "start_time": time(9),
        "title": "Exemple – Journée d'étude",
        "place": "1040 Etterbeek",
        "state": DRAFT,
    },
]
