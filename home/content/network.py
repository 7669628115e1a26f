"""The network in the four languages of the portal, and what it is made of."""

LANGUAGES = ["fr", "nl", "en", "es"]

NETWORK = {
    "network_name_fr": "Bassin Sud-Est",
    "network_name_nl": "Zorgzone Zuid-Oost",
    "network_name_en": "South-East catchment area",
    "network_name_es": "Cuenca Sudeste",
    "tagline_fr": "Réseau social-santé",
    "tagline_nl": "Netwerk welzijn en zorg",
    "tagline_en": "Social and health network",
    "tagline_es": "Red social y sanitaria",
    "team_name_fr": "Équipe d'appui du Bassin Sud-Est",
    "team_name_nl": "Ondersteuningsteam van de Zorgzone Zuid-Oost",
    "team_name_en": "South-East support team",
    "team_name_es": "Equipo de apoyo de la cuenca Sudeste",
    "team_invitation_fr": (
        "Une question, une correction, un besoin d'appui ou de formation ? "
        "L'équipe vous répond."
    ),
    "team_invitation_nl": (
        "Een vraag, een verbetering, nood aan ondersteuning of vorming? "
        "Het team antwoordt u."
    ),
    "team_invitation_en": (
        "A question, a correction, a need for support or training? "
        "The team will answer you."
    ),
    "team_invitation_es": (
        "¿Una pregunta, una corrección, una necesidad de apoyo o de formación? "
        "El equipo le responde."
    ),
    "urgency_fr": (
        "Ce portail n'est pas un service d'urgence. "
        "En cas de danger immédiat, appelez le 112."
    ),
    "urgency_nl": "Dit portaal is geen noodhulp. Bel bij onmiddellijk gevaar 112.",
    "urgency_en": (
        "This portal is not an emergency service. In immediate danger, call 112."
    ),
    "urgency_es": (
        "Este portal no es un servicio de urgencias. "
        "En caso de peligro inmediato, llame al 112."
    ),
}

HOME_BASSIN = "bassin-sud-est"

# Three thematic concertations run in each bassin; the colours are those of the house.
CONCERTATIONS = [
    {
        "code": "sante-mentale",
        "colour": "sm",
        "name": {
            "fr": "Santé mentale",
            "nl": "Geestelijke gezondheid",
            "en": "Mental health",
            "es": "Salud mental",
        },
    },
    {
        "code": "liaison-ambulatoire-hopital",
        "colour": "lh",
        "name": {
            "fr": "Liaison ambulatoire – hôpital",
            "nl": "Verbinding ambulante zorg – ziekenhuis",
            "en": "Liaison between outpatient care and hospital",
            "es": "Enlace ambulatorio – hospital",
        },
    },
    {
        "code": "prevention-promotion-sante",
        "colour": "pp",
        "name": {
            "fr": "Prévention et promotion de la santé",
            "nl": "Preventie en gezondheidspromotie",
            "en": "Prevention and health promotion",
            "es": "Prevención y promoción de la salud",
        },
    },
]

PURPOSES = [
    "Suivre les actualités et partager les connaissances",
    "Assurer une fonction de veille des besoins de la population",
    "Identifier les ajustements en termes d'offre et de collaboration",
    "Proposer des actions à mener collectivement",
]
AUDIENCE = (
    "<p>Les concertations thématiques des bassins sont ouvertes à tous·tes "
    "les acteur·rices social-santé.</p>"
)
