"""What the three réunions gave, in the words of the client's report.

The day it calls « le 25 novembre dernier » carries its year, and « voir recto », which
a screen does not have, is for paper.
"""

from home.content.rich_text import link, on_paper, reference

TEAM = "Équipe d'appui du Bassin Sud-Est"

FIRST = (
    "<p>Lors de la <b>réunion #1</b> de la Concertation « Santé mentale », les "
    "intervenant·es du social-santé (somatique) ont partagé le besoin de mieux "
    "connaître le réseau et les différents dispositifs d'aide et de soins en santé "
    "mentale disponibles dans le Bassin Sud-Est, afin d'orienter adéquatement leurs "
    "bénéficiaires.</p>"
)
SECOND = (
    "<p>La <b>réunion #2</b> a validé l'organisation de rencontres articulées autour "
    "des différents besoins qu'une personne en difficulté psychologique peut "
    "rencontrer :</p>"
    "<ul>"
    "<li>Être accompagné·e dans l'ambulatoire ;</li>"
    "<li>Être accompagné·e à domicile ou dans son milieu de vie ;</li>"
    "<li>Faire face à l'urgence ou à la crise ;</li>"
    "<li>Être accompagné·e dans un service résidentiel ;</li>"
    "<li>Renouer des liens et développer un projet de revalidation psychosociale ;</li>"
    "<li>Développer un projet de formation ou d'emploi ;</li>"
    "<li>Trouver de l'entraide et de la solidarité.</li>"
    "</ul>"
)
CYCLE = (
    "<p>L'Équipe d'appui au Bassin Sud-Est a dès lors lancé en 2025-2026 <b>un cycle "
    "de trois matinées d'échanges. L'objectif est de mettre en lumière tous les "
    "dispositifs susceptibles de répondre à ces besoins dans le Bassin, tout en "
    "favorisant les échanges entre professionnel·les de terrain.</b> Il s'agit aussi "
    "de recueillir les difficultés et questions à travailler lors des prochaines "
    "réunions de Concertation pour améliorer la réponse aux besoins de la "
    "population.</p>"
)
AIDE_MEMOIRE = (
    "À chacune de ces rencontres, il est prévu de mettre en ligne un aide-mémoire "
    "pour l'orientation qui répertorie les dispositifs actifs dans le Bassin Sud-Est."
)
FOCUS = (
    "Pour des informations plus détaillées sur l'offre et le coût des différents "
    "services, l'aide-mémoire renvoie au FOCUS « Santé mentale : offre de soutien et "
    "d'accompagnement en Région bruxelloise »."
)
FIRST_MORNING = (
    f"<p>La première matinée a eu lieu le {reference('matinee-1')}"
    f"{on_paper(' (voir recto)')}. {AIDE_MEMOIRE} {FOCUS}</p>"
)
TRAINING_NEEDS = {
    "intro": (
        "<p>La <b>réunion #3</b> a interrogé les professionnel·les sur leurs besoins "
        "de formation en lien avec la santé mentale. Différentes préoccupations ont "
        "été recueillies (par ordre de priorité) :</p>"
    ),
    "items": [
        "Syndrome de Diogène et difficultés en matière d'hygiène et d'entretien du "
        "logement",
        "Santé mentale dans un contexte de migration ou d'exil",
        "Santé mentale des personnes âgées",
        "Limites de l'intervention et sentiment d'impuissance dans la relation d'aide",
        "Empowerment des bénéficiaires",
        "Violences intrafamiliales",
        "Analyse du besoin pour une orientation adéquate",
        "Accompagnement des personnes LGBTQIA+",
        "Posture d'accompagnement",
    ],
}
FIRST_TRAINING = (
    "<p>En collaboration avec PsyBru, une première formation gratuite sur le thème "
    "« Accompagner les personnes concernées par le syndrome de Diogène » a eu lieu le "
    "25 novembre 2025. Elle a réuni 16 professionnel·les.</p>"
)


def history(contact):
    """How the network came to its first morning; ``contact`` is the team's page."""
    team = link(contact, "à l'équipe du Bassin Sud-Est")
    question = (
        "<p>Vous rencontrez d'autres besoins d'appui ou de formation ? N'hésitez pas à "
        f"en faire part {team}.</p>"
    )
    return {
        "heading": "Pour en savoir plus",
        "body": [
            ("text", FIRST),
            ("text", SECOND + CYCLE + FIRST_MORNING),
            ("ranking", TRAINING_NEEDS),
            ("text", FIRST_TRAINING + question),
        ],
    }


_ITEMS = "".join(f"<li>{need}</li>" for need in TRAINING_NEEDS["items"])
PAGES = {
    "reunion-1": {
        "slug": "2024-09-reunion-1",
        "title": "Mieux connaître le réseau",
        "summary": (
            "Le besoin de mieux connaître le réseau et les différents dispositifs "
            "d'aide et de soins en santé mentale, afin d'orienter adéquatement."
        ),
    },
    "reunion-2": {
        "slug": "2025-01-16-reunion-2",
        "title": "Vers un outil d'orientation",
        "summary": (
            "L'organisation de rencontres articulées autour des différents besoins "
            "qu'une personne en difficulté psychologique peut rencontrer."
        ),
    },
    "reunion-3": {
        "slug": "2025-05-20-reunion-3",
        "title": "Besoins de formation",
        "summary": (
            "Les besoins de formation des professionnel·les en lien avec la santé "
            "mentale, par ordre de priorité."
        ),
    },
}


def sections(decided):
    """What each report says; ``decided`` are the records of what was decided."""
    return {
        "reunion-1": [("text", FIRST)],
        "reunion-2": [
            ("text", SECOND),
            _actions(
                (decided["cycle-de-matinees"], CYCLE),
                (decided["aide-memoire"], f"<p>{AIDE_MEMOIRE} {FOCUS}</p>"),
            ),
        ],
        "reunion-3": [
            ("text", f"{TRAINING_NEEDS['intro']}<ol>{_ITEMS}</ol>"),
            _actions((decided["formation-diogene"], FIRST_TRAINING)),
        ],
    }


def _actions(*entries):
    return (
        "actions",
        {
            "heading": "Actions à mener collectivement et perspectives",
            "actions": [{"action": action, "text": text} for action, text in entries],
        },
    )
