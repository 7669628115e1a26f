"""What a report says beside an observation it tells: its page, how often it was heard.

One question for all that a report tells.
"""

from dataclasses import dataclass

from events.models.observation import FEW, Observation
from portal.core import edition


@dataclass(frozen=True)
class Heard:
    url: str
    # « entendu à 2 rencontres »; empty while it was heard once.
    words: str


def by_observation(keys):
    """What is public of the observations ``keys``; nothing while no page shows them."""
    base = edition.kept(("watch page",), _page_url) if keys else ""
    if not base:
        return {}
    known = Observation.objects.public().filter(pk__in=keys).with_recurrence()
    return {
        one.pk: Heard(
            url=f"{base}{one.pk}/",
            words=one.heard_words if one.meetings_count >= FEW else "",
        )
        for one in known
    }


def _page_url():
    # The page draws on the observations, and they on their meetings.
    from events.models.watch_page import WatchPage

    page = WatchPage.objects.published().first()
    return page.url if page else ""
