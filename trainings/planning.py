"""Giving a training a date: its session is a meeting of its kind and its themes."""

from django.db import transaction

from trainings.models import TrainingSession


@transaction.atomic
def add_session(training, meeting):
    """Store ``meeting``, which says when and where, as a session of ``training``.

    Nobody reads of it before it is announced by a page of the agenda.
    """
    meeting.kind = training.kind
    meeting.is_example = training.is_example
    meeting.save()
    meeting.themes.set(training.themes.all())
    return TrainingSession.objects.create(training=training, meeting=meeting)
