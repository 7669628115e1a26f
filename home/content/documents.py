"""A document of the demonstration: what the first morning handed out, on paper."""

MEETING_PAGE = "exemple-concertation-sante-mentale"
FILE = "aide-memoire-2025-10-10-exemple.pdf"
TITLE = "Aide-mémoire du 10 octobre 2025 (exemple de document)"
NOTE = "Édition reconstituée pour la démonstration"
