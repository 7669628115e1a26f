"""What the meetings heard and decided, put in once as records."""

from datetime import date

from events.models import CollectiveAction, Observation, ObservationStep, Sighting
from home.content import memory
from home.content.identity import identity
from home.content.typography import typeset
from portal.core.models import Theme


def observations(theme_code):
    """The observations of the client's reports, by their names."""
    theme = Theme.objects.get(code=theme_code)
    return {
        name: Observation.objects.get_or_create(
            uuid=identity("observation", name),
            defaults={
                "kind": kind,
                "theme": theme,
                "is_public": True,
                **typeset({"sentence_fr": sentence}),
            },
        )[0]
        for name, (kind, sentence) in memory.OBSERVATIONS.items()
    }


def actions(meetings, observed):
    """What was decided at ``meetings``, by name; ``observed`` are the reasons."""
    return {
        name: _action(name, dict(facts), meetings, observed)
        for name, facts in memory.ACTIONS.items()
    }


def _action(name, facts, meetings, observed):
    if day := facts.get("ended_on"):
        facts["ended_on"] = date.fromisoformat(day)
    facts["meeting"] = meetings[facts["meeting"]]
    facts["observation"] = observed.get(facts.get("observation"))
    return CollectiveAction.objects.get_or_create(
        uuid=identity("action", name), defaults=typeset(facts)
    )[0]


def what_followed(meetings, observed, decided):
    """Where else each was heard, and the steps that were taken since."""
    for name, heard_at in memory.ALSO_HEARD.items():
        Sighting.objects.get_or_create(
            observation=observed[name], meeting=meetings[heard_at]
        )
    for name, steps in memory.STEPS.items():
        for state, words, day, proof in steps:
            _step(observed[name], state, words, day, proof, meetings, decided)


def _step(observation, state, words, day, proof, meetings, decided):
    found = {"meeting": meetings, "action": decided}
    proofs = {kind: found[kind][name] for kind, name in proof.items()}
    ObservationStep.objects.get_or_create(
        observation=observation,
        state=state,
        **proofs,
        defaults={"taken_on": date.fromisoformat(day), **typeset({"words": words})},
    )
