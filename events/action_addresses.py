from events.models.actions_page import ActionsPage
from portal.core import edition


def address_of(action):
    """Where a reader finds ``action``; empty where no page shows it."""
    url = edition.kept(("actions page",), _page_url)
    return f"{url}#{action.anchor}" if url and action.is_public else ""


def _page_url():
    page = ActionsPage.objects.published().first()
    return page.url if page else ""
