"""Observations, actions and the page of the veille, for tests."""

from events.models import (
    CollectiveAction,
    ConcertationIndexPage,
    Observation,
    Sighting,
    WatchPage,
)


def observed(sentence="La saturation des services", *, at=(), **facts):
    """An observation heard ``at`` these meetings; public unless told otherwise."""
    facts.setdefault("is_public", True)
    observation = Observation.objects.create(sentence_fr=sentence, **facts)
    for meeting in at:
        Sighting.objects.create(observation=observation, meeting=meeting)
    return observation


def decided(title="Relire la liste", **facts):
    facts.setdefault("owner", "Équipe d’essai")
    return CollectiveAction.objects.create(title_fr=title, **facts)


def watch_page():
    page = WatchPage(title="Veille", slug="veille")
    ConcertationIndexPage.objects.get().add_child(instance=page)
    return page


def told(observation):
    """The section of a report that tells of it."""
    return ("watch", {"observations": [{"observation": observation}]})
