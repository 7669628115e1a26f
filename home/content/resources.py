"""The resources that the client's report leads to, as the page lists them.

No address is in the sources, so none is here: readers see that it was not communicated.
"""

from home.content.reunions import TEAM

PAGE = {
    "title": "Ressources",
    "summary": "Documents et liens pour aller plus loin, et ce qu'ils valent.",
    "intro": (
        "<p>Chaque ressource dit qui la tient à jour et si sa version est "
        "provisoire.</p>"
    ),
}
RESOURCES = [
    {
        "title": (
            "L'ensemble des formations et partages d'expertise proposés par PsyBru"
        ),
        "owner": "PsyBru",
    },
    {
        "title": (
            "Un repérage plus complet des ressources en santé mentale (intervisions, "
            "supervisions, formations, lignes d'orientation...)"
        ),
        "note": "En cours de réalisation par Brusano.",
        "owner": "Brusano",
        "state": "provisional",
    },
    {
        "title": (
            "FOCUS « Santé mentale : offre de soutien et d'accompagnement en Région "
            "bruxelloise »"
        ),
        "note": (
            "Des informations plus détaillées sur l'offre et le coût des différents "
            "services."
        ),
    },
]


def resources(aide_memoire):
    """``aide_memoire`` is the page the first of them leads to."""
    guide = {
        "title": "Aide-mémoire pour l'orientation",
        "note": "Les dispositifs actifs dans le Bassin Sud-Est.",
        "page": aide_memoire,
        "owner": TEAM,
    }
    return [("resource", resource) for resource in (guide, *RESOURCES)]
