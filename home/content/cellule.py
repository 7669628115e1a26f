"""The Cellule d'appui on the front door, in the words of its own presentation."""

CONTACT = {
    "team_email": "equipe@bassin-sud-est.example",
    "contact_is_fictional": True,
}


def invitation(team_page):
    """``team_page`` is where one asks it for help."""
    return {
        "heading": "Une situation vous met en impasse ?",
        "text": (
            "<p>La Cellule d'appui rencontre les professionnels du social et de la "
            "santé mentale, en impasse dans l'accompagnement ou l'accueil de personnes "
            "en situation de souffrance psychique et en grande précarité sociale. "
            "L'équipe est plurilingue : français, néerlandais, anglais, espagnol.</p>"
        ),
        "link": {"label": "Demander un appui", "page": team_page},
        "caution": (
            "Ce n'est pas un service d'urgence. En cas de danger immédiat : 112."
        ),
        "offers": [
            {
                "title": "Le soutien aux intervenants de première ligne",
                "text": "autour de situations cliniques individuelles",
            },
            {
                "title": "Les séances d'intervision",
                "text": "dans les institutions",
            },
            {
                "title": "La formation et sensibilisation",
                "text": "aux problématiques de santé mentale",
            },
        ],
    }
