"""The facts of the client's report, by the number of their row in the checklist.

Each row: the pages it may be found on, and the words that say it there. Where the
screen rightly differs from the source (a date drawn from its meeting, a link that says
where it leads), the words are those of the screen.
"""

REPORT, CONCERTATION, THIRD = "report", "concertation", "third morning"
WATCH, ACTIONS, RESOURCES = "veille", "actions", "resources"

FACTS = {
    "A01": ([REPORT], ["Concertation thématique Santé mentale"]),
    "A02": ([REPORT], ["57 professionnel·les social/santé"]),
    "A03": (
        [CONCERTATION, REPORT],
        ["suivre les actualités et partager les connaissances"],
    ),
    "A04": (
        [CONCERTATION, REPORT],
        ["assurer une fonction de veille des besoins de la population"],
    ),
    "A05": (
        [CONCERTATION, REPORT],
        ["identifier les ajustements en termes d'offre et de collaboration"],
    ),
    "A06": (
        [CONCERTATION, REPORT],
        ["proposer des actions à mener collectivement"],
    ),
    "A07": ([REPORT, CONCERTATION], ["Les concertations thématiques des bassins"]),
    "A08": (
        [REPORT, CONCERTATION],
        ["ouvertes à tous·tes les acteur·rices social-santé"],
    ),
    "A09": ([REPORT], ["Support de présentation", "lien non communiqué"]),
    "A10": ([REPORT], ["Focus sur l'accompagnement en ambulatoire et à domicile"]),
    "A11": ([REPORT], ["fait partie d'un cycle de 3 rencontres", "matinée 1/3"]),
    "A12": ([REPORT], ["dans le cadre de la Concertation thématique"]),
    "A13": ([REPORT], ["Veille des besoins de la population"]),
    "A14": ([REPORT], ["préoccupations transversales"]),
    "A15": (
        [REPORT],
        [
            "L'accès aux soins pour les bénéficiaires qui ne sont pas conscient·es de "
            "leurs problèmes, n'expriment pas de demande ou ont du mal à « lâcher » "
            "leur intervenant·e"
        ],
    ),
    "A16": ([REPORT], ["Le besoin d'approches ethnopsychiatriques"]),
    "A17": (
        [REPORT],
        [
            "Le manque de solutions adaptées pour les personnes en grande précarité",
            "horaires fixes, peu de flexibilité",
        ],
    ),
    "A18": ([REPORT], ["La digitalisation"]),
    "A19": ([REPORT], ["les barrières financières"]),
    "A20": ([REPORT], ["la saturation des services restent des obstacles récurrents"]),
    "A21": ([REPORT], ["Constats et ajustements de l'offre"]),
    "A22": ([REPORT], ["Selon les sondages introductifs"]),
    "A23": (
        [REPORT],
        [
            "près de 80 %",
            "peu ou pas du tout les spécificités des SSM, centres de planning et "
            "psychologues de première ligne",
            "n non communiqué",
        ],
    ),
    "A24": (
        [REPORT],
        [
            "45 %",
            "ne pas percevoir du tout les spécificités des équipes mobiles, SPAD et "
            "services de coordination",
        ],
    ),
    "A25": (
        [REPORT],
        [
            "Vingt professionnel·les issus de ces différents services ont présenté "
            "leur offre"
        ],
    ),
    "A26": ([REPORT], ["modalités d'intervention, délais, disponibilités"]),
    "A27": (
        [REPORT],
        [
            "la visibilité et la lisibilité de l'offre pour faciliter l'orientation "
            "des bénéficiaires"
        ],
    ),
    "A28": (
        [REPORT],
        [
            "Un aide-mémoire a également été mis en ligne : il recense tous les "
            "dispositifs ambulatoires et à domicile accessibles dans le Bassin Sud-Est"
        ],
    ),
    "A29": (
        [REPORT],
        [
            "s'adresser à tout moment à l'accueil d'un service (SSM ou CPF) qui peut "
            "relayer la demande à l'équipe"
        ],
    ),
    "A30": (
        [REPORT],
        [
            "l'accès aux lieux de liens",
            "présentation lors d'une prochaine rencontre prévue en mai 2026",
        ],
    ),
    "A31": ([REPORT], ["Actions à mener collectivement et perspectives"]),
    "A32": ([REPORT], ["se poursuit en 2026 avec deux autres matinées"]),
    "A33": (
        [REPORT],
        [
            "mardi 20 janvier 2026, de 9 h à 13 h : Focus sur les ressources pour "
            "faire face à l'urgence/la crise et l'accompagnement en milieu résidentiel "
            "(programme et inscription)"
        ],
    ),
    "A34": (
        [REPORT],
        [
            "mardi 12 mai 2026",
            "Focus sur les services permettant de renouer des liens et de développer "
            "un projet de revalidation sociale ou professionnelle (programme et "
            "inscription)",
        ],
    ),
    "A35": ([REPORT], ["besoin de soutien des intervenant·es non spécialisé·es"]),
    "A36": (
        [REPORT],
        [
            "L'équipe d'appui du Bassin Sud-Est explore différentes pistes pour "
            "faciliter l'accès à une expertise ciblée",
            "Porté par : Équipe d'appui du Bassin Sud-Est",
        ],
    ),
    "A37": (
        [REPORT],
        [
            "mise en lien avec l'offre existante de formation, de supervision ou "
            "d'accompagnement"
        ],
    ),
    "A38": ([REPORT], ["Save the date"]),
    "A39": ([REPORT], ["mardi 20 janvier 2026, de 9 h à 13 h"]),
    "A40": (
        [THIRD],
        ["12/06/2026", "12 mai 2026, de 9 h 15 à 12 h 15", "à confirmer"],
    ),
    "A41": ([REPORT], ["Consultez l'agenda"]),
    "A42": ([REPORT], ["Pour en savoir plus"]),
    "A43": (
        [REPORT],
        [
            "réunion #1",
            "le besoin de mieux connaître le réseau et les différents dispositifs",
            "afin d'orienter adéquatement leurs bénéficiaires",
        ],
    ),
    "A44": ([REPORT], ["intervenant·es du social-santé (somatique)"]),
    "A45": (
        [REPORT],
        [
            "réunion #2 a validé l'organisation de rencontres articulées autour des "
            "différents besoins"
        ],
    ),
    "A46": ([REPORT, CONCERTATION], ["Être accompagné·e dans l'ambulatoire"]),
    "A47": (
        [REPORT, CONCERTATION],
        ["Être accompagné·e à domicile ou dans son milieu de vie"],
    ),
    "A48": ([REPORT, CONCERTATION], ["Faire face à l'urgence ou à la crise"]),
    "A49": ([REPORT, CONCERTATION], ["Être accompagné·e dans un service résidentiel"]),
    "A50": (
        [REPORT, CONCERTATION],
        ["Renouer des liens et développer un projet de revalidation psychosociale"],
    ),
    "A51": (
        [REPORT, CONCERTATION],
        ["Développer un projet de formation ou d'emploi"],
    ),
    "A52": ([REPORT, CONCERTATION], ["Trouver de l'entraide et de la solidarité"]),
    "A53": (
        [REPORT],
        [
            "L'Équipe d'appui au Bassin Sud-Est a dès lors lancé en 2025-2026 un cycle "
            "de trois matinées d'échanges"
        ],
    ),
    "A54": (
        [REPORT, CONCERTATION],
        [
            "mettre en lumière tous les dispositifs susceptibles de répondre à ces "
            "besoins dans le Bassin, tout en favorisant les échanges"
        ],
    ),
    "A55": (
        [REPORT, CONCERTATION],
        [
            "recueillir les difficultés et questions à travailler lors des prochaines "
            "réunions"
        ],
    ),
    "A56": (
        [REPORT],
        ["La première matinée a eu lieu le vendredi 10 octobre 2025"],
    ),
    "A57": (
        [REPORT],
        [
            "À chacune de ces rencontres, il est prévu de mettre en ligne un "
            "aide-mémoire pour l'orientation qui répertorie les dispositifs actifs"
        ],
    ),
    "A58": (
        [REPORT],
        [
            "l'offre et le coût des différents services, l'aide-mémoire renvoie au "
            "FOCUS « Santé mentale : offre de soutien et d'accompagnement en Région "
            "bruxelloise »"
        ],
    ),
    "A59": (
        [REPORT],
        ["réunion #3", "besoins de formation", "(par ordre de priorité)"],
    ),
    "A60": (
        [REPORT],
        [
            "Syndrome de Diogène et difficultés en matière d'hygiène et d'entretien du "
            "logement"
        ],
    ),
    "A61": ([REPORT], ["Santé mentale dans un contexte de migration ou d'exil"]),
    "A62": ([REPORT], ["Santé mentale des personnes âgées"]),
    "A63": (
        [REPORT],
        [
            "Limites de l'intervention et sentiment d'impuissance dans la relation "
            "d'aide"
        ],
    ),
    "A64": ([REPORT], ["Empowerment des bénéficiaires"]),
    "A65": ([REPORT], ["Violences intrafamiliales"]),
    "A66": ([REPORT], ["Analyse du besoin pour une orientation adéquate"]),
    "A67": ([REPORT], ["Accompagnement des personnes LGBTQIA+"]),
    "A68": ([REPORT], ["Posture d'accompagnement"]),
    "A69": (
        [REPORT],
        [
            "En collaboration avec PsyBru, une première formation gratuite sur le "
            "thème « Accompagner les personnes concernées par le syndrome de Diogène » "
            "a eu lieu le 25 novembre 2025"
        ],
    ),
    "A70": ([REPORT], ["Elle a réuni 16 professionnel·les"]),
    "A71": (
        [REPORT],
        [
            "Vous rencontrez d'autres besoins d'appui ou de formation ? N'hésitez pas "
            "à en faire part à l'équipe"
        ],
    ),
    "A72": (
        [REPORT],
        ["Voir l'ensemble des formations et partages d'expertise proposés par PsyBru"],
    ),
    "A73": (
        [REPORT],
        [
            "Un repérage plus complet des ressources en santé mentale (intervisions, "
            "supervisions, formations, lignes d'orientation...) en cours de "
            "réalisation par Brusano dont voici la version provisoire"
        ],
    ),
    "A74": (
        [REPORT],
        [
            "SSM",
            "CPF",
            "centres de planning",
            "SPAD",
            "psychologues de première ligne",
            "équipes mobiles",
            "services de coordination",
            "lieux de liens",
        ],
    ),
}

# What the records of the report say on the pages of their own, too.
REMEMBERED = {
    "A15": (
        [WATCH],
        [
            "L'accès aux soins pour les bénéficiaires qui ne sont pas conscient·es de "
            "leurs problèmes, n'expriment pas de demande ou ont du mal à « lâcher »"
        ],
    ),
    "A16": ([WATCH], ["Le besoin d'approches ethnopsychiatriques"]),
    "A17": (
        [WATCH],
        [
            "Le manque de solutions adaptées pour les personnes en grande précarité",
            "horaires fixes, peu de flexibilité",
        ],
    ),
    "A18": ([WATCH], ["La digitalisation"]),
    "A19": ([WATCH], ["Les barrières financières"]),
    "A20": ([WATCH], ["La saturation des services"]),
    "A32": ([ACTIONS], ["se poursuit en 2026 avec deux autres matinées"]),
    "A35": ([WATCH], ["besoin de soutien des intervenant·es non spécialisé·es"]),
    "A36": ([ACTIONS], ["Faciliter l'accès à une expertise ciblée"]),
    "A37": (
        [ACTIONS],
        [
            "mise en lien avec l'offre existante de formation, de supervision ou "
            "d'accompagnement"
        ],
    ),
    "A43": ([WATCH], ["mieux connaître le réseau et les différents dispositifs"]),
    "A53": ([ACTIONS], ["Un cycle de trois matinées d'échanges en 2025-2026"]),
    "A57": (
        [ACTIONS],
        [
            "À chaque rencontre, un aide-mémoire pour l'orientation qui répertorie les "
            "dispositifs actifs"
        ],
    ),
    "A58": (
        [RESOURCES],
        [
            "FOCUS « Santé mentale : offre de soutien et d'accompagnement en Région "
            "bruxelloise »",
            "l'offre et le coût des différents services",
        ],
    ),
    "A69": ([ACTIONS], ["Accompagner les personnes concernées par le syndrome"]),
    "A72": (
        [RESOURCES],
        ["ensemble des formations et partages d'expertise proposés par PsyBru"],
    ),
    "A73": (
        [RESOURCES],
        [
            "Un repérage plus complet des ressources en santé mentale (intervisions, "
            "supervisions, formations, lignes d'orientation...)",
            "version provisoire",
            "En cours de réalisation par Brusano",
        ],
    ),
}

# Lines of the source that are drawn rather than typed, or that a screen must put right,
# by their first words; the words that stand for them on the page of the report.
PUT_RIGHT = {
    # The total is computed from the attendance.
    "57 professionnel·les": ["57 professionnel·les social/santé"],
    # « ici » led nowhere.
    "Voir support": ["Support de présentation"],
    # A figure, then its sentence.
    "- Près de 80%": FACTS["A23"][1],
    "- 45%": FACTS["A24"][1],
    # One lead an entry, and the meeting itself beside the month.
    "Sur le manque": [
        "Sur le manque d'adéquation des accompagnements « classiques » pour les "
        "personnes en grande précarité, des pistes ont été suggérées :",
        "la possibilité de s'adresser à tout moment à l'accueil d'un service (SSM ou "
        "CPF) qui peut relayer la demande à l'équipe",
        "ainsi que l'accès aux lieux de liens (qui feront l'objet d'une présentation "
        "lors d'une prochaine rencontre prévue en mai 2026",
    ],
    # Days come from the meetings, with their year.
    "- **20 janvier**": FACTS["A33"][1],
    "- **12 mai**": FACTS["A34"][1],
    "Concertation thématique Santé mentale (": [
        "Focus sur les ressources pour faire face à l'urgence/la crise et sur "
        "l'accompagnement en milieu résidentiel",
        *FACTS["A39"][1],
        "Consultez l'agenda",
    ],
    "Concertation thématique Santé mentale matinée": [
        "Focus sur les services permettant de renouer des liens et de développer un "
        "projet de revalidation sociale ou professionnelle",
        "de 9 h 15 à 12 h 15",
    ],
    "La première matinée": [
        *FACTS["A56"][1],
        "À chacune de ces rencontres, il est prévu de mettre en ligne un aide-mémoire "
        "pour l'orientation qui répertorie les dispositifs actifs dans le Bassin "
        "Sud-Est. Pour des informations plus détaillées sur " + FACTS["A58"][1][0],
    ],
    "En collaboration": [FACTS["A69"][1][0] + ". Elle a réuni 16 professionnel·les."],
    # The provisional version carries a mark of its own.
    "- Un repérage": FACTS["A73"][1],
}
