"""The page of the Cellule d'appui, in the words of its own presentation.

What it does and finds stands in ``data/support.json``. How to reach it, its delay and
its zone are made up, and shown as such.
"""

TEAM = {
    "name_fr": "Cellule d'appui",
    "name_nl": "Ondersteuningsteam",
    "name_en": "Support unit",
    "name_es": "Unidad de apoyo",
    "email": "cellule@bassin-sud-est.example",
    "phone": "02 000 00 50",
    "response_days": 5,
    "months_kept": 6,
    "speaks_fr": True,
    "speaks_nl": True,
    "speaks_en": True,
    "speaks_es": True,
    "is_example": True,
}
CODE = "cellule-d-appui"
SLUG = "demander-un-appui"


def page(*, agenda, contact, aide_memoire):
    return {
        "title": "Demander un appui",
        "summary": (
            "La Cellule d'appui soutient les professionnel·les qui accompagnent des "
            "personnes en souffrance psychique et en grande précarité sociale, y "
            "compris sans demande explicite de soins."
        ),
        "expectations": EXPECTATIONS,
        "advice": (
            "Un appel tôt, avant l'épuisement ou l'exclusion, laisse plus de "
            "possibilités."
        ),
        "doors": doors(agenda, contact, aide_memoire),
        "steps": [
            ("step", "Elle discute la demande en équipe."),
            ("step", "Vous convenez ensemble d'une première rencontre."),
        ],
        "presentation": PRESENTATION,
        "levels_intro": (
            "Par ses interventions, la Cellule d'Appui agit à trois niveaux : au "
            "niveau des institutions, au niveau des travailleurs, au niveau des "
            "usagers/patients."
        ),
        "levels_outro": (
            "Avec, pour chaque niveau, des résultats mais aussi des difficultés "
            "spécifiques."
        ),
        "functions": FUNCTIONS,
    }


EXPECTATIONS = [
    (
        "expectation",
        {
            "heading": "Ce que vous pouvez attendre",
            "sort": "does",
            "items": [
                "Une rencontre avec vous et votre équipe",
                "Du recul sur une situation vécue comme une impasse",
                "Une intervision dans votre institution",
                "Une co-intervention avec les équipes mobiles",
            ],
        },
    ),
    (
        "expectation",
        {
            "heading": "Ce que nous relayons",
            "sort": "relays",
            "items": [
                "Une prise en charge temporaire, dans une optique de relais",
                "Vers l'aide et les soins, avec un réseau « sur mesure »",
            ],
        },
    ),
    (
        "expectation",
        {
            "heading": "Ce que nous ne faisons pas",
            "sort": "does_not",
            "items": [
                "Intervenir dans l'urgence",
                "Reprendre la situation à votre place",
                "Donner une « recette magique »",
            ],
        },
    ),
]


def doors(agenda, contact, aide_memoire):
    return [
        (
            "door",
            {
                "title": "Helpdesk",
                "text": (
                    "Une question courte : qui fait quoi, vers qui orienter ? "
                    "Choisissez « Une question au helpdesk » ci-dessous."
                ),
            },
        ),
        (
            "door",
            {
                "title": "Équipe d'appui du Bassin Sud-Est",
                "text": "Pour le réseau, les concertations, un besoin de formation.",
                "page": contact,
            },
        ),
        (
            "door",
            {
                "title": "Formations",
                "text": "Pour apprendre avec d'autres : les dates sont à l'agenda.",
                "page": agenda,
            },
        ),
        (
            "door",
            {
                "title": "Aide-mémoire",
                "text": "Pour trouver un service selon le besoin de la personne.",
                "page": aide_memoire,
            },
        ),
    ]


PRESENTATION = [
    (
        "group",
        {
            "heading": "Les objectifs : institutions",
            "items": [
                "Meilleure connaissance et acceptation des problématiques de santé "
                "mentale",
                "Développer et promouvoir des pratiques intersectorielles, à la "
                "frontière entre social et santé mentale, pour répondre aux besoins du "
                "public visé",
                "Témoigner des impasses institutionnelles et (inter)sectorielles quant "
                "aux dispositifs d'aide et de soins à l'égard du public visé.",
            ],
        },
    ),
    (
        "group",
        {
            "heading": "Les objectifs : public cible",
            "intro": "Faciliter leur accès sans condition",
            "items": [
                "aux soins",
                "aux traitements",
                "à l'aide",
                "à l'hébergement, etc.",
            ],
            "outro": (
                "Et ainsi rendre effectifs des droits fondamentaux dont ces personnes "
                "sont particulièrement exclues"
            ),
        },
    ),
    (
        "group",
        {
            "heading": "Public cible",
            "items": [
                "Personnes en situation de souffrance psychique et en grande précarité "
                "sociale",
                "Personnes qui refusent l'aide ou sans demande explicite de soins, qui "
                "ont un accès difficile au réseau de soins et d'aide existant",
            ],
        },
    ),
]
FUNCTIONS = [
    (
        "group",
        {
            "heading": "Pluridisciplinaire",
            "items": ["Assistante sociale", "Psychologue", "Psychiatre"],
        },
    )
]
