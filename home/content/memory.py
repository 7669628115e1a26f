"""What the client's reports say was heard and decided, as records.

The whole sentences stand in the reports; here they are as a list needs them, in the
client's words.
"""

from home.content.reunions import TEAM

# The kind of each, and its sentence.
OBSERVATIONS = {
    "acces-aux-soins": (
        "need",
        "L'accès aux soins pour les bénéficiaires qui ne sont pas conscient·es de "
        "leurs problèmes, n'expriment pas de demande ou ont du mal à « lâcher » leur "
        "intervenant·e de première ligne",
    ),
    "ethnopsychiatrie": (
        "need",
        "Le besoin d'approches ethnopsychiatriques pour déconstruire certaines "
        "représentations de la santé mentale",
    ),
    "grande-precarite": (
        "need",
        "Le manque de solutions adaptées pour les personnes en grande précarité "
        "(inadéquation des prises en charge « classiques » avec des horaires fixes, "
        "peu de flexibilité)",
    ),
    "digitalisation": ("obstacle", "La digitalisation"),
    "barrieres-financieres": ("obstacle", "Les barrières financières"),
    "saturation": ("obstacle", "La saturation des services"),
    "mieux-connaitre-le-reseau": (
        "difficulty",
        "Le besoin de mieux connaître le réseau et les différents dispositifs d'aide "
        "et de soins en santé mentale, afin d'orienter adéquatement les bénéficiaires",
    ),
    "soutien-non-specialises": (
        "difficulty",
        "Le besoin de soutien des intervenant·es non spécialisé·es face à certaines "
        "questions plus complexes liées à l'accompagnement de bénéficiaires en "
        "difficulté psychologique",
    ),
}
# Heard at a meeting whose report tells it in a sentence rather than in a list.
ALSO_HEARD = {
    "mieux-connaitre-le-reseau": "reunion-1",
    "soutien-non-specialises": "matinee-1",
}
ACTIONS = {
    "cycle-de-matinees": {
        "title_fr": "Un cycle de trois matinées d'échanges en 2025-2026",
        "meeting": "reunion-2",
        "observation": "mieux-connaitre-le-reseau",
        "owner": TEAM,
        "state": "running",
    },
    "aide-memoire": {
        "title_fr": (
            "À chaque rencontre, un aide-mémoire pour l'orientation qui répertorie les "
            "dispositifs actifs dans le Bassin Sud-Est"
        ),
        "meeting": "reunion-2",
        "observation": "mieux-connaitre-le-reseau",
        "owner": TEAM,
        "state": "running",
    },
    "formation-diogene": {
        "title_fr": (
            "Une première formation gratuite : « Accompagner les personnes concernées "
            "par le syndrome de Diogène »"
        ),
        "meeting": "reunion-3",
        "owner": f"{TEAM}, avec PsyBru",
        "state": "done",
        "ended_on": "2025-11-25",
    },
    "deux-autres-matinees": {
        "title_fr": (
            "L'éclairage des dispositifs en santé mentale disponibles dans le Bassin "
            "Sud-Est se poursuit en 2026 avec deux autres matinées"
        ),
        "meeting": "matinee-1",
        "owner": TEAM,
        "state": "decided",
    },
    "expertise-ciblee": {
        "title_fr": (
            "Faciliter l'accès à une expertise ciblée et la mise en lien avec l'offre "
            "existante de formation, de supervision ou d'accompagnement en santé "
            "mentale"
        ),
        "meeting": "matinee-1",
        "observation": "soutien-non-specialises",
        "owner": TEAM,
        "state": "studied",
    },
}
# What was done about an observation: (step, words, day, action or meeting that proves).
STEPS = {
    "mieux-connaitre-le-reseau": [
        (3, "", "2025-01-16", {"action": "cycle-de-matinees"}),
    ],
    "grande-precarite": [
        (
            2,
            "L'accès aux lieux de liens, présentés lors d'une prochaine rencontre",
            "2025-10-10",
            {"meeting": "matinee-3"},
        ),
    ],
    "soutien-non-specialises": [
        (3, "", "2025-10-10", {"action": "expertise-ciblee"}),
    ],
}
