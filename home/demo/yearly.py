"""The synthesis of 2025, begun from the client's reports as an editor would."""

from datetime import date

from django.conf import settings
from django.utils import timezone, translation

from events.models import Concertation
from home.content import mornings
from home.content.network import HOME_BASSIN
from home.content.typography import typeset
from home.synthesis import drafting, gathering, learning
from home.synthesis.gathering import Scope

YEAR = date(2025, 1, 1), date(2025, 12, 31)
WORDS = {
    "title": "Santé mentale : synthèse de 2025",
    "slug": "synthese-2025-sante-mentale",
    "summary": (
        "Ce que les rencontres de 2025 de la concertation Santé mentale ont donné "
        "ensemble : chiffres, constats, pistes, actions et besoins de formation."
    ),
}


def load():
    """Publish it where it is not there yet; its figures are counted when it is read."""
    concertation = Concertation.objects.get(
        theme__code=mornings.CONCERTATION, bassin__code=HOME_BASSIN
    )
    scope = Scope(*YEAR, concertation.theme, (concertation.bassin,))
    with translation.override(settings.LANGUAGE_CODE):
        now = timezone.now()
        found = gathering.gather(scope, now)
        page = drafting.begin(found, learning.rows(now), user=None)
    if page.live:
        return
    for name, text in typeset(WORDS).items():
        setattr(page, name, text)
    page.save_revision().publish()
