"""The report of the morning of 10 October 2025, in the client's own words.

Where the words say when a meeting takes place, they refer to that meeting instead, so
that its date is written nowhere but in its facts. Links called « ici » say where they
lead.
"""

from home.content import reunions
from home.content.rich_text import link, reference

PAGE = {
    "slug": "2025-10-10-ambulatoire-domicile",
    "title": "Focus sur l'accompagnement en ambulatoire et à domicile",
    "summary": (
        "Vingt professionnel·les ont présenté leur offre et répondu à de nombreuses "
        "questions. Un aide-mémoire pour l'orientation a été mis en ligne."
    ),
    "context": (
        "<p>Les concertations thématiques des bassins visent à suivre les actualités "
        "et partager les connaissances, assurer une fonction de veille des besoins de "
        "la population, identifier les ajustements en termes d'offre et de "
        "collaboration, proposer des actions à mener collectivement. Elles sont "
        "ouvertes à tous·tes les acteur·rices social-santé.</p>"
        "<p><b>Focus sur l'accompagnement en ambulatoire et à domicile.</b></p>"
        "<p>Cette matinée fait partie d'un cycle de 3 rencontres dédiées à l'offre de "
        "soutien en santé mentale disponible dans le Bassin. Ces trois rencontres ont "
        "lieu dans le cadre de la Concertation thématique Santé mentale.</p>"
    ),
    "documents": [("resource", {"title": "Support de présentation"})],
}

WATCH = {
    "heading": "Veille des besoins de la population",
    "intro": (
        "<p>Les échanges autour des dispositifs d'accompagnement en ambulatoire et à "
        "domicile ont mis en évidence des préoccupations transversales :</p>"
    ),
    # The names of the records, and how each was said at this meeting.
    "observations": {
        "acces-aux-soins": (
            "<p><b>L'accès aux soins</b> pour les bénéficiaires qui ne sont pas "
            "conscient·es de leurs problèmes, n'expriment pas de demande ou ont du mal "
            "à « lâcher » leur intervenant·e de première ligne.</p>"
        ),
        "ethnopsychiatrie": (
            "<p><b>Le besoin d'approches ethnopsychiatriques</b> pour déconstruire "
            "certaines représentations de la santé mentale.</p>"
        ),
        "grande-precarite": (
            "<p><b>Le manque de solutions adaptées</b> pour les personnes en grande "
            "précarité (inadéquation des prises en charge « classiques » avec des "
            "horaires fixes, peu de flexibilité).</p>"
        ),
    },
}

OBSTACLES = {
    "heading": "Obstacles récurrents",
    "obstacles": ["digitalisation", "barrieres-financieres", "saturation"],
    "sentence": (
        "<p>La digitalisation, les barrières financières et la saturation des services "
        "restent des obstacles récurrents.</p>"
    ),
}

FINDINGS = {
    "heading": "Constats et ajustements de l'offre",
    "intro": "<p>Selon les sondages introductifs :</p>",
    "polls": [
        {
            "percentage": 80,
            "is_about": True,
            "statement": (
                "<p>des participant·es déclarent percevoir <b>peu ou pas du tout</b> "
                "les spécificités des SSM, centres de planning et psychologues de "
                "première ligne.</p>"
            ),
        },
        {
            "percentage": 45,
            "statement": (
                "<p>indiquent aussi ne pas percevoir <b>du tout</b> les spécificités "
                "des équipes mobiles, SPAD et services de coordination.</p>"
            ),
        },
    ],
    "text": [
        (
            "text",
            "<p>Vingt professionnel·les issus de ces différents services ont présenté "
            "leur offre, clarifié leurs spécificités et répondu à de nombreuses "
            "questions sur les modalités d'intervention, délais, disponibilités... "
            "L'objectif ? Renforcer la visibilité et la lisibilité de l'offre pour "
            "faciliter l'orientation des bénéficiaires.</p>",
        ),
        (
            "notice",
            {
                "heading": "Aide-mémoire pour l'orientation",
                "text": (
                    "<p>Un aide-mémoire a également été mis en ligne : il recense tous "
                    "les dispositifs ambulatoires et à domicile accessibles dans le "
                    "Bassin Sud-Est.</p>"
                ),
            },
        ),
    ],
}

LEADS = {
    "heading": "Pistes",
    "intro": (
        "<p>Sur le manque d'adéquation des accompagnements « classiques » pour les "
        "personnes en grande précarité, des pistes ont été suggérées :</p>"
    ),
    "leads": [
        "<p>la possibilité de s'adresser à tout moment à l'accueil d'un service (SSM "
        "ou CPF) qui peut relayer la demande à l'équipe</p>",
        "<p>ainsi que l'accès aux lieux de liens (qui feront l'objet d'une "
        "présentation lors d'une prochaine rencontre prévue en mai 2026 – "
        f"{reference('matinee-3')}).</p>",
    ],
}

FURTHER = {
    "heading": "Pour aller plus loin",
    "resources": [
        {
            "title": (
                "Voir l'ensemble des formations et partages d'expertise proposés "
                "par PsyBru"
            ),
        },
        {
            "title": (
                "Un repérage plus complet des ressources en santé mentale "
                "(intervisions, supervisions, formations, lignes d'orientation...) en "
                "cours de réalisation par Brusano dont voici la version provisoire"
            ),
            "is_provisional": True,
        },
        {
            "title": (
                "FOCUS « Santé mentale : offre de soutien et d'accompagnement en "
                "Région bruxelloise »"
            ),
        },
    ],
}


def actions(decided, second_morning, third_morning):
    """``decided`` are the records; both mornings, the pages that announce them."""
    programme = "programme et inscription"
    return {
        "heading": "Actions à mener collectivement et perspectives",
        "actions": [
            {
                "action": decided["deux-autres-matinees"],
                "text": (
                    "<p>L'éclairage des dispositifs en santé mentale disponibles dans "
                    "le Bassin Sud-Est se poursuit en 2026 avec deux autres "
                    "matinées :</p><ul>"
                    f"<li>{reference('matinee-2')} : Focus sur les ressources pour "
                    "faire face à l'urgence/la crise et l'accompagnement en milieu "
                    f"résidentiel ({link(second_morning, programme)})</li>"
                    f"<li>{reference('matinee-3')} : Focus sur les services permettant "
                    "de renouer des liens et de développer un projet de revalidation "
                    f"sociale ou professionnelle ({link(third_morning, programme)})"
                    "</li></ul>"
                ),
            },
            {
                "action": decided["expertise-ciblee"],
                "text": (
                    "<p>La rencontre a mis en évidence le besoin de soutien des "
                    "intervenant·es non spécialisé·es face à certaines questions plus "
                    "complexes liées à l'accompagnement de bénéficiaires en difficulté "
                    "psychologique. L'équipe d'appui du Bassin Sud-Est explore "
                    "différentes pistes pour faciliter l'accès à une expertise ciblée "
                    "ainsi que la mise en lien avec l'offre existante de formation, de "
                    "supervision ou d'accompagnement en santé mentale.</p>"
                ),
            },
        ],
    }


def watch(observed):
    """``observed`` are the records, by their names."""
    entries = [
        {"observation": observed[name], "words": words}
        for name, words in WATCH["observations"].items()
    ]
    return {**WATCH, "observations": entries}


def obstacles(observed):
    entries = [{"observation": observed[name]} for name in OBSTACLES["obstacles"]]
    return {**OBSTACLES, "obstacles": entries}


def sections(*, observed, decided, agenda, contact, second_morning, third_morning):
    """All that follows the context; the pages given are those the words link to."""
    agenda_link = link(agenda, "Consultez l'agenda")
    return [
        ("watch", watch(observed)),
        ("obstacles", obstacles(observed)),
        ("findings", FINDINGS),
        ("leads", LEADS),
        ("actions", actions(decided, second_morning, third_morning)),
        ("save_the_date", {"heading": "Save the date"}),
        ("text", f"<p>{agenda_link}</p>"),
        ("history", reunions.history(contact)),
        ("further", FURTHER),
    ]
