"""The support team of the demonstration, and the page to ask it by."""

from django.contrib.auth import get_user_model

from home.content import support as content
from home.content.network import HOME_BASSIN
from home.content.typography import typeset
from home.starter.planting import plant
from portal.core.models import Bassin
from services.models import SupportPage, SupportTeam

MEMBER = "appui"


def load(pages, guide):
    """The page of the team; ``pages`` are those of the starter, by their names."""
    team, is_new = SupportTeam.objects.get_or_create(
        code=content.CODE, defaults=typeset(content.TEAM)
    )
    if is_new:
        team.zone.set(Bassin.objects.filter(code=HOME_BASSIN))
    words = content.page(
        agenda=pages["agenda"], contact=pages["contact"], aide_memoire=guide
    )
    return plant(
        pages["home"],
        SupportPage,
        name="demander-un-appui",
        slug=content.SLUG,
        show_in_menus=True,
        team=team,
        **words,
    )


def enrol():
    """Let the account of the demonstration see what its team is asked."""
    team = SupportTeam.objects.get(code=content.CODE)
    if not team.members.exists():
        team.members.set(get_user_model().objects.filter(username=MEMBER))
