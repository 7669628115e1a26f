"""Questions that an example asks those who register."""

from events.models import Choice, Question
from home.content.identity import identity
from home.content.typography import typeset


def ask(meeting, name, questions):
    """Put ``questions`` to those who register for ``meeting``, in their order."""
    for rank, facts in enumerate(questions, start=1):
        facts = typeset(facts)
        choices = facts.pop("choices", [])
        question = Question.objects.create(
            meeting=meeting,
            uuid=identity("question", f"{name}-{rank}"),
            sort_order=rank,
            **facts,
        )
        for place, choice in enumerate(choices, start=1):
            key = identity("choice", f"{name}-{rank}-{place}")
            Choice.objects.create(
                question=question, uuid=key, sort_order=place, **choice
            )
