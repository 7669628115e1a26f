"""The words of the pages a site starts from, in French."""

from home.content.network import AUDIENCE, CONCERTATIONS, PURPOSES

HOME = {
    "title": "Se connaître pour mieux orienter",
    "seo_title": "Bassin Sud-Est, réseau social-santé à Bruxelles",
    "summary": (
        "Rencontres, services, repères et formations pour les professionnel·les "
        "du social et de la santé du Bassin Sud-Est."
    ),
}
AGENDA = {
    "title": "Agenda",
    "summary": (
        "Les rencontres, formations et échanges du réseau social-santé "
        "du Bassin Sud-Est."
    ),
}
DIRECTORY = {
    "title": "Annuaire",
    "seo_title": "Annuaire des services",
    "summary": (
        "Les services du Bassin Sud-Est et de Bruxelles : qui vient, dans quel délai, "
        "pour qui, et à quelle date nous l'avons vérifié."
    ),
}
TRAININGS = {
    "title": "Formations",
    "summary": (
        "Formations, intervisions, supervisions et partages d'expertise pour les "
        "professionnel·les du social et de la santé."
    ),
}
TRAINING_NEEDS = {
    "slug": "besoins",
    "title": "Besoins de formation",
    "summary": (
        "Recueillis lors des rencontres de concertation, par ordre de priorité. Un "
        "besoin vous concerne ? Ajoutez votre voix."
    ),
}
CONCERTATION_INDEX = {
    "title": "Concertations",
    "summary": (
        "Des lieux d'échange ouverts à tout le secteur social-santé, "
        "autour d'un thème, dans le Bassin Sud-Est."
    ),
}
WATCH = {
    "title": "Veille des besoins",
    "summary": (
        "Ce que les professionnel·les entendent sur le terrain, combien de fois, et ce "
        "qui en est fait."
    ),
    "intro": (
        "<p>Une des missions des concertations est d'assurer une fonction de veille "
        "des besoins de la population. Chaque constat dit à quelles rencontres il a "
        "été entendu ; aucun ne parle d'une personne.</p>"
    ),
}
ACTIONS = {
    "title": "Suivi des actions",
    "summary": (
        "Ce que le réseau a décidé de mener collectivement, qui le porte, et où cela "
        "en est."
    ),
}
CONCERTATION_PAGES = {
    theme["code"]: {
        "title": theme["name"]["fr"],
        "seo_title": f"Concertation {theme['name']['fr']}",
        "summary": (
            "Suivre les actualités et partager les connaissances, assurer une fonction "
            "de veille des besoins de la population, identifier les ajustements "
            "de l'offre, proposer des actions à mener collectivement."
        ),
        "purposes": [("purpose", purpose) for purpose in PURPOSES],
        "audience": AUDIENCE,
    }
    for theme in CONCERTATIONS
}
# In the order of the foot; a text may refer to the pages before it.
PLAIN_PAGES = {
    "contact": {
        "title": "Contact",
        "summary": "Comment joindre l'Équipe d'appui du Bassin Sud-Est.",
    },
    "a-propos": {
        "title": "À propos",
        "summary": "Le Bassin Sud-Est, ses concertations thématiques et ce portail.",
    },
    "accessibilite": {
        "title": "Accessibilité",
        "summary": "Ce que nous visons, ce qui est vérifié, et comment nous le dire.",
    },
    "vie-privee": {
        "title": "Vie privée",
        "summary": "Ce que le portail sait de vous, pourquoi, et jusqu'à quand.",
    },
}
