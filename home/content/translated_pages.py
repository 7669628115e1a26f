"""The front door and the ways into the directory, in Dutch, English and Spanish.

The agenda and the reports are in French; who reads another language is told so.
"""

HOMES = {
    "nl": {
        "slug": "onthaal",
        "title": "Elkaar kennen om beter door te verwijzen",
        "seo_title": "Zorgzone Zuid-Oost, netwerk welzijn en zorg in Brussel",
        "summary": (
            "De diensten voor welzijn en zorg van de Zorgzone Zuid-Oost: per nood, per "
            "gemeente, op kaart. De agenda en de verslagen staan in het Frans."
        ),
    },
    "en": {
        "slug": "welcome",
        "title": "Knowing each other to refer people better",
        "seo_title": "South-East catchment area, social and health network in Brussels",
        "summary": (
            "The social and health services of the South-East catchment area: by need, "
            "by commune, on a map. The agenda and the reports are in French."
        ),
    },
    "es": {
        "slug": "inicio",
        "title": "Conocerse para orientar mejor",
        "seo_title": "Cuenca Sudeste, red social y sanitaria en Bruselas",
        "summary": (
            "Los servicios sociales y sanitarios de la cuenca Sudeste: por necesidad, "
            "por municipio, en un mapa. La agenda y los informes están en francés."
        ),
    },
}
DIRECTORIES = {
    "nl": {
        "slug": "gids",
        "title": "Gids",
        "seo_title": "Gids van de diensten",
        "summary": (
            "De diensten van de Zorgzone Zuid-Oost en van Brussel: wie komt, binnen "
            "welke termijn, voor wie, en op welke dag we het nagingen."
        ),
    },
    "en": {
        "slug": "directory",
        "title": "Directory",
        "seo_title": "Directory of services",
        "summary": (
            "The services of the South-East catchment area and of Brussels: who comes, "
            "how soon, for whom, and on which day we checked."
        ),
    },
    "es": {
        "slug": "directorio",
        "title": "Directorio",
        "seo_title": "Directorio de servicios",
        "summary": (
            "Los servicios de la cuenca Sudeste y de Bruselas: quién viene, en qué "
            "plazo, para quién, y qué día lo comprobamos."
        ),
    },
}
MEMO_INDEXES = {
    "nl": {
        "slug": "wegwijzer",
        "title": "Wegwijzer",
        "summary": "Naar wie doorverwijzen, volgens de nood van de persoon.",
    },
    "en": {
        "slug": "aide-memoire",
        "title": "Aide-mémoire",
        "summary": "Whom to refer to, by what the person needs.",
    },
    "es": {
        "slug": "guia-de-orientacion",
        "title": "Guía de orientación",
        "summary": "A quién orientar, según lo que la persona necesita.",
    },
}
MEMOS = {
    "nl": {
        "slug": "geestelijke-gezondheid",
        "title": "Wegwijzer voor doorverwijzing: geestelijke gezondheid",
        "seo_title": "Wegwijzer geestelijke gezondheid",
        "summary": (
            "De voorzieningen die in de Zorgzone Zuid-Oost werken, volgens de nood van "
            "de persoon."
        ),
    },
    "en": {
        "slug": "mental-health",
        "title": "Aide-mémoire for referral: mental health",
        "seo_title": "Aide-mémoire, mental health",
        "summary": (
            "The services active in the South-East catchment area, by what the person "
            "needs."
        ),
    },
    "es": {
        "slug": "salud-mental",
        "title": "Guía de orientación: salud mental",
        "seo_title": "Guía de salud mental",
        "summary": (
            "Los servicios activos en la cuenca Sudeste, según lo que la persona "
            "necesita."
        ),
    },
}
