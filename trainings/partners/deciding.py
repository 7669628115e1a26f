"""The team takes an announcement into the catalogue, or leaves it out."""

from django.db import transaction

from trainings.models import FeedEntry, Training

State = FeedEntry.State


@transaction.atomic
def take(entry):
    """The training made of it, which is not public yet; the same when taken twice."""
    entry = FeedEntry.objects.select_for_update().get(pk=entry.pk)
    if entry.training is None:
        entry.training = _training(entry)
    entry.state = State.TAKEN
    entry.save()
    return entry.training


def leave_out(entry):
    """Keep it from coming back; a training made of it stays as it is."""
    FeedEntry.objects.filter(pk=entry.pk).update(state=State.LEFT_OUT)


def _training(entry):
    feed = entry.feed
    training = Training.objects.create(
        kind=feed.kind,
        title_fr=entry.title,
        summary_fr=entry.summary,
        url=entry.url,
        partner=feed.partner,
        partner_name="" if feed.partner else feed.organisation,
    )
    if feed.theme:
        training.themes.set([feed.theme])
        training.save()
    return training
