"""The meetings of the concertation « Santé mentale » that really took place or were
announced: three réunions, then a cycle of three mornings. Facts and words as the
client's report and the network's public pages give them; what neither says is left out.
"""

from datetime import date, time

CONCERTATION = "sante-mentale"
SEASON, PLANNED = "2025-2026", 3

CHAMBERY = {"name_fr": "Maison de quartier Chambéry", "postcode": "1040"}

REUNIONS = {
    "reunion-1": {
        "reunion_number": 1,
        "start_date": date(2024, 9, 1),
        "date_precision": "month",
    },
    "reunion-2": {
        "reunion_number": 2,
        "start_date": date(2025, 1, 16),
        "participants": 23,
    },
    "reunion-3": {
        "reunion_number": 3,
        "start_date": date(2025, 5, 20),
        "participants": 18,
        "venue": CHAMBERY,
    },
}

MORNINGS = {
    "matinee-1": {
        "cycle_rank": 1,
        "start_date": date(2025, 10, 10),
        "start_time": time(9),
        "presenters": 20,
        "participants": 37,
        "needs": ["need-ambulatory", "need-home"],
    },
    "matinee-2": {
        "cycle_rank": 2,
        "start_date": date(2026, 1, 20),
        "start_time": time(9),
        "end_time": time(13),
        "needs": ["need-crisis", "need-residential"],
    },
    # The report says « 12 mai » and « 12/06/2026 »: only the client can tell.
    "matinee-3": {
        "cycle_rank": 3,
        "start_date": date(2026, 5, 12),
        "start_time": time(9, 15),
        "end_time": time(12, 15),
        "to_confirm": True,
        "needs": ["need-reconnect", "need-training-work"],
    },
}

CYCLE = (
    "<p>Cette matinée fait partie d'un cycle de 3 rencontres dédiées à l'offre de "
    "soutien en santé mentale disponible dans le Bassin. Ces trois rencontres ont lieu "
    "dans le cadre de la Concertation thématique Santé mentale.</p>"
    "<p>L'objectif est de mettre en lumière tous les dispositifs susceptibles de "
    "répondre à ces besoins dans le Bassin, tout en favorisant les échanges entre "
    "professionnel·les de terrain.</p>"
)
CYCLE_OBJECTIVE = (
    "<h2>Le cycle 2025-2026</h2>"
    "<p>Un cycle de trois matinées d'échanges. L'objectif est de mettre en lumière "
    "tous les dispositifs susceptibles de répondre à ces besoins dans le Bassin, tout "
    "en favorisant les échanges entre professionnel·les de terrain. Il s'agit aussi de "
    "recueillir les difficultés et questions à travailler lors des prochaines réunions "
    "de Concertation pour améliorer la réponse aux besoins de la population.</p>"
)
DOUBTFUL_DATE = (
    "<p><b>La date de cette matinée reste à confirmer.</b> Le compte rendu de la "
    "première matinée l'annonce le « 12 mai » dans son texte et le « 12/06/2026 » "
    "dans son « Save the date ».</p>"
)
AUDIENCE = "Tous·tes les acteur·rices social-santé"

EVENT_PAGES = {
    "matinee-1": {
        "slug": "2025-10-10-ambulatoire-domicile",
        "title": "Focus sur l'accompagnement en ambulatoire et à domicile",
        "summary": (
            "Les services de soutien en santé mentale qui accompagnent en ambulatoire "
            "et à domicile présentent leur offre."
        ),
        "body": [("text", CYCLE)],
        "audience": AUDIENCE,
    },
    "matinee-2": {
        "slug": "2026-01-20-urgence-crise-residentiel",
        "title": (
            "Focus sur les ressources pour faire face à l'urgence/la crise et sur "
            "l'accompagnement en milieu résidentiel"
        ),
        "summary": (
            "Les dispositifs du Bassin Sud-Est qui répondent à l'urgence ou à la crise "
            "et ceux qui accompagnent dans un service résidentiel."
        ),
        "body": [("text", CYCLE)],
        "audience": AUDIENCE,
    },
    "matinee-3": {
        "slug": "2026-05-12-liens-revalidation",
        "title": (
            "Focus sur les services permettant de renouer des liens et de développer "
            "un projet de revalidation sociale ou professionnelle"
        ),
        "summary": (
            "Les dispositifs du Bassin Sud-Est qui aident à renouer des liens et à "
            "développer un projet de revalidation, de formation ou d'emploi."
        ),
        "body": [("notice", {"text": DOUBTFUL_DATE, "caution": True}), ("text", CYCLE)],
        "audience": AUDIENCE,
    },
}
