"""The training needs of réunion #3 in their order, and what answers them.

The needs, the first training and its sixteen participants are those of the client's
report; what is fictional says « exemple ».
"""

from datetime import date

RANKED_AT = "reunion-3"
# The codes of the themes that carry the very words of the needs, by priority.
NEEDS = [
    "theme-diogene",
    "theme-migration",
    "theme-elderly",
    "theme-limits",
    "theme-empowerment",
    "theme-violence",
    "theme-needs-analysis",
    "theme-lgbtqia",
    "theme-posture",
]

TITLES = {
    "fr": "Accompagner les personnes concernées par le syndrome de Diogène",
    "nl": "Mensen met het syndroom van Diogenes begeleiden",
    "en": "Supporting people affected by Diogenes syndrome",
    "es": "Acompañar a las personas con síndrome de Diógenes",
}
FIRST_SESSION = {
    "kind": "formation",
    "start_date": date(2025, 11, 25),
    "participants": 16,
}
FIRST_SESSION_PAGE = {
    "slug": "2025-11-25-syndrome-de-diogene",
    "title": TITLES["fr"],
    "summary": "Une première formation gratuite, en collaboration avec PsyBru.",
    "price": "Gratuit",
}
TRAININGS = [
    {
        "name": "diogene",
        "title": TITLES,
        "summary": {
            "fr": "Une première formation gratuite, en collaboration avec PsyBru."
        },
        "partner": "PsyBru",
        "is_free": True,
        "needs": ["theme-diogene"],
        "themes": ["theme-diogene"],
        "session": "formation-diogene",
    },
    {
        "name": "offre-psybru",
        "kind": "partage-expertise",
        "title": {
            "fr": "Formations et partages d'expertise proposés par PsyBru",
            "nl": "Vormingen en expertise-uitwisseling door PsyBru",
            "en": "Training and sharing of expertise by PsyBru",
            "es": "Formaciones de PsyBru",
        },
        "partner": "PsyBru",
        "url": "https://psybru.be/professionnels/",
    },
    {
        "name": "exemple-exil",
        "title": {
            "fr": "Exemple – Santé mentale et exil : repères pour la première ligne",
            "nl": "Voorbeeld – Geestelijke gezondheid en ballingschap: houvast voor de "
            "eerste lijn",
            "en": "Example – Mental health and exile",
            "es": "Ejemplo – Salud mental y exilio",
        },
        "summary": {"fr": "Une formation complète, avec sa liste d'attente (fictive)."},
        "audience": {"fr": "Les professionnel·les de première ligne"},
        "prerequisites": {"fr": "Aucun"},
        "partner_name": "Association exemple (fictive)",
        "is_free": True,
        "is_example": True,
        "needs": ["theme-migration"],
        "themes": ["theme-migration"],
        "session": "exemple-formation-exil",
    },
    {
        "name": "exemple-intervision",
        "kind": "intervision",
        "title": {
            "fr": "Exemple – Intervision dans votre équipe",
            "nl": "Voorbeeld – Intervisie in uw team",
            "en": "Example – Intervision in your team",
            "es": "Ejemplo – Intervisión en su equipo",
        },
        "summary": {
            "fr": "Prendre du recul en équipe, quand vous le demandez (offre fictive)."
        },
        "partner_name": "Association exemple (fictive)",
        "is_on_demand": True,
        "is_example": True,
        "needs": ["theme-limits"],
        "themes": ["theme-limits"],
    },
]
RESOURCES = [
    (
        "resource",
        {
            "title": (
                "Un repérage plus complet des ressources en santé mentale "
                "(intervisions, supervisions, formations, lignes d'orientation...), en "
                "cours de réalisation par Brusano"
            ),
            "is_provisional": True,
        },
    )
]
