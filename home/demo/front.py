"""What the demonstration adds to the pages and the contact data of the starter."""

from home.content import cellule, mornings, trainings
from home.starter.planting import complete as complete_page
from portal.core.models import SiteSettings


def complete(pages, team_page):
    """Fill what is still empty; a real address or text is never replaced."""
    home = pages["home"]
    invitation = cellule.invitation(team_page)
    complete_page(home, panels_below=[("invitation", invitation)])
    complete_page(
        pages[mornings.CONCERTATION], body=[("text", mornings.CYCLE_OBJECTIVE)]
    )
    complete_page(pages["trainings"], resources=trainings.RESOURCES)
    _contact(home)


def _contact(home):
    settings = SiteSettings.for_site(home.get_site())
    if not settings.team_email:
        for name, value in cellule.CONTACT.items():
            setattr(settings, name, value)
        settings.full_clean()
        settings.save()
