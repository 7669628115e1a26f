"""Fictional meetings that show each state a meeting can be in.

Their days are counted from the day they are loaded, so that a demonstration always has
an agenda. Every one says that it is an example, and so does every place and presenter.
"""

from dataclasses import dataclass, field
from datetime import time

PREFIX = "Exemple – "
ONLINE = {"mode": "online", "online_url": "https://visio.example/salle-exemple"}

VENUES = {
    "iris": {
        "name_fr": "Salle de l'Iris (exemple)",
        "street": "rue de l'Exemple 10",
        "postcode": "1040",
        "access_fr": "Lieu fictif : ici s'écrivent le métro, le tram et les vélos.",
        "accessibility_fr": "Entrée de plain-pied, toilettes adaptées (exemple).",
    },
    "hetre": {
        "name_fr": "Maison du Hêtre (exemple)",
        "street": "rue de l'Exemple 24",
        "postcode": "1160",
        "access_fr": "Lieu fictif : ici s'écrivent le métro, le tram et les vélos.",
        "accessibility_fr": "Ascenseur jusqu'à la salle du deuxième étage (exemple).",
    },
    "etangs": {
        "name_fr": "Espace des Étangs (exemple)",
        "street": "rue de l'Exemple 38",
        "postcode": "1150",
        "accessibility_fr": "Une marche à l'entrée, rampe sur demande (exemple).",
    },
    "roseraie": {
        "name_fr": "Centre de la Roseraie (exemple)",
        "street": "rue de l'Exemple 52",
        "postcode": "1200",
        "accessibility_fr": "Entrée de plain-pied, boucle auditive (exemple).",
    },
}


@dataclass(frozen=True)
class Example:
    name: str
    title: str
    summary: str
    in_days: int
    # What the meeting itself says, beside its days.
    facts: dict
    theme: str = "sante-mentale"
    # True where it belongs to the concertation of its theme.
    is_concertation: bool = False
    venue: str = ""
    lasts_days: int = 1
    moved_from_days: int | None = None
    opens_in_days: int | None = None
    programme: list = field(default_factory=list)
    presenters: list = field(default_factory=list)
    # What its form asks beside who one is.
    questions: tuple = ()


def slots(*rows):
    """Each row: the hour, what happens, and a note when there is one."""
    return [
        ("slot", {"time": time(*hour), "title": title, "note": note})
        for hour, title, note in rows
    ]


def presenters(*names):
    note = "Fictif : aucun service réel ne porte ce nom"
    return [("presenter", {"name": name, "note": note}) for name in names]


EXAMPLES = [
    Example(
        name="concertation-sante-mentale",
        title="Prochaine concertation thématique Santé mentale",
        summary="Une matinée d'échanges, son programme et les services qui présentent.",
        in_days=6,
        facts={
            "kind": "concertation",
            "start_time": time(9),
            "end_time": time(12, 30),
            "capacity": 57,
        },
        is_concertation=True,
        venue="iris",
        programme=slots(
            ((9, 0), "Accueil", ""),
            (
                (9, 15),
                "Veille des besoins",
                "Les besoins de la population, vus du terrain.",
            ),
            (
                (9, 45),
                "Des services présentent leur offre",
                "Modalités d'intervention, délais, disponibilités.",
            ),
            ((11, 0), "Pause", ""),
            ((11, 20), "Pistes et actions à mener collectivement", ""),
        ),
        presenters=presenters(
            "Équipe mobile Exemple B (fictive)",
            "Service d'entraide Exemple C (fictif)",
            "Lieu de liens Exemple D (fictif)",
        ),
    ),
    Example(
        name="intervision",
        title="Intervision inter-services",
        summary="Réfléchir ensemble à une situation qui bloque, sans nommer personne.",
        in_days=9,
        facts={
            "kind": "intervision",
            "start_time": time(9, 30),
            "end_time": time(11, 30),
            "capacity": 12,
            "reserved_places": 9,
        },
        venue="hetre",
        programme=slots(
            ((9, 30), "Accueil et cadre", "Ce qui se dit ici reste ici."),
            ((9, 45), "Une situation, plusieurs regards", ""),
            ((11, 15), "Ce que chacun emporte", ""),
        ),
    ),
    Example(
        name="formation-exil",
        title="Santé mentale et exil : repères pour la première ligne",
        summary="Une formation complète : toutes les places sont prises.",
        in_days=13,
        facts={
            "kind": "formation",
            "start_time": time(9),
            "end_time": time(12, 30),
            "capacity": 16,
            "reserved_places": 16,
        },
        venue="iris",
        programme=slots(
            ((9, 0), "Accueil", ""),
            ((9, 15), "Repères", "Mots, parcours, représentations."),
            ((11, 0), "Situations amenées par le groupe", "Sans nommer personne."),
        ),
        presenters=presenters("Association Exemple A (fictive)"),
    ),
    Example(
        name="atelier-annule",
        title="Atelier annulé : orienter au premier contact",
        summary="Un exemple de rencontre annulée, qui reste visible dans l'agenda.",
        in_days=16,
        facts={
            "kind": "atelier",
            "start_time": time(13, 30),
            "end_time": time(16, 30),
            "capacity": 20,
            "status": "cancelled",
            "status_note_fr": "La personne qui anime est malade (exemple).",
        },
        venue="roseraie",
    ),
    Example(
        name="cafe-rencontre",
        title="Café-rencontre du réseau",
        summary="Un moment libre pour faire connaissance entre services du quartier.",
        in_days=20,
        facts={
            "kind": "atelier",
            "start_time": time(8, 30),
            "end_time": time(10),
            "needs_registration": False,
        },
        venue="etangs",
    ),
    Example(
        name="partage-en-ligne",
        title="Partage d'expertise en ligne",
        summary="À distance : seules les personnes inscrites reçoivent le lien.",
        in_days=28,
        facts={
            "kind": "partage-expertise",
            "start_time": time(12, 30),
            "end_time": time(13, 45),
            "capacity": 80,
            "reserved_places": 12,
            **ONLINE,
        },
        presenters=presenters("Centre d'expertise Exemple E (fictif)"),
    ),
    Example(
        name="concertation-liaison",
        title="Prochaine concertation Liaison ambulatoire – hôpital",
        summary="Un exemple de rencontre déplacée : l'ancienne date reste lisible.",
        in_days=35,
        moved_from_days=21,
        facts={
            "kind": "concertation",
            "start_time": time(9, 30),
            "end_time": time(12),
            "capacity": 40,
            "reserved_places": 22,
            "status": "rescheduled",
            "status_note_fr": "La salle n'était plus libre ce jour-là (exemple).",
        },
        theme="liaison-ambulatoire-hopital",
        is_concertation=True,
        venue="roseraie",
        programme=slots(
            ((9, 30), "Accueil", ""),
            ((9, 45), "La sortie d'hôpital, vue des deux côtés", ""),
            ((11, 15), "Pistes et actions à mener collectivement", ""),
        ),
        questions=(
            {
                "label_fr": "Atelier (exemple)",
                "label_nl": "Workshop (voorbeeld)",
                "label_en": "Workshop (example)",
                "label_es": "Taller (ejemplo)",
                "help_text_fr": "De 10 h 30 à 11 h 15, en petits groupes.",
                "field_type": "radio",
                "required": True,
                "choices": [
                    {"label_fr": "Préparer la sortie avec la personne", "capacity": 10},
                    {"label_fr": "Visite de l'unité de liaison", "capacity": 1},
                    {"label_fr": "Les médicaments à la sortie", "capacity": 10},
                ],
            },
            {"label_fr": "Je reste au repas de midi", "field_type": "checkbox"},
        ),
    ),
    Example(
        name="supervision-reportee",
        title="Supervision d'équipe",
        summary="Un exemple de rencontre reportée à une date encore inconnue.",
        in_days=41,
        facts={
            "kind": "supervision",
            "start_time": time(14),
            "end_time": time(16),
            "capacity": 10,
            "reserved_places": 4,
            "status": "postponed",
            "status_note_fr": "Une nouvelle date sera communiquée (exemple).",
        },
        theme="liaison-ambulatoire-hopital",
        venue="etangs",
    ),
    Example(
        name="portes-ouvertes",
        title="Journées portes ouvertes des services",
        summary="Deux journées entières pour visiter les services du Bassin.",
        in_days=48,
        lasts_days=2,
        facts={"kind": "portes-ouvertes", "needs_registration": False},
        venue="hetre",
    ),
    Example(
        name="formation-a-venir",
        title="Préparer une sortie d'hôpital à plusieurs",
        summary="Une formation dont les inscriptions ne sont pas encore ouvertes.",
        in_days=61,
        opens_in_days=30,
        facts={
            "kind": "formation",
            "start_time": time(9),
            "end_time": time(16),
            "capacity": 24,
        },
        theme="liaison-ambulatoire-hopital",
        venue="iris",
        presenters=presenters("Hôpital Exemple F (fictif)"),
    ),
    Example(
        name="atelier-a-confirmer",
        title="Atelier : lire une demande ensemble",
        summary="Une date annoncée tôt, encore à confirmer, comme le lieu.",
        in_days=75,
        facts={
            "kind": "atelier",
            "start_time": time(9, 30),
            "end_time": time(12),
            "to_confirm": True,
        },
    ),
]
NOTICE = (
    "<p><b>Ceci est un exemple.</b> La rencontre, le lieu et les services nommés ici "
    "sont fictifs ; la page montre ce que le portail sait faire.</p>"
)
AUDIENCE = "Tout le secteur social-santé (exemple)"
PRICE = "Gratuit (exemple)"
