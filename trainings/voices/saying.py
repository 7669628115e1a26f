"""Saying « moi aussi », confirming it, and taking it back.

Nothing on a screen tells whether an address was known: the mail does. What counts in
public makes a new edition of the site.
"""

from django.db import transaction

from portal.core import edition, outbox
from portal.core.models import OutgoingMail
from trainings.models import NeedVoice
from trainings.voices import letters

# What the keys of mail about voices, and of mail about sessions, begin with.
VOICE, NEWS = "training-voice", "training-news"


@transaction.atomic
def say(need, *, email, language, wants_news, number, now):
    """Take in that somebody needs it too, and mail them the link that confirms it.

    The same form (``number``) writes once. An address that is known already is sent
    its link again, and what it said before stays as it was once confirmed.
    """
    voice, is_new = NeedVoice.objects.get_or_create(
        need=need,
        email=email.lower(),
        defaults={
            "language": language,
            "wants_news": wants_news,
            "created_at": now,
        },
    )
    if not is_new and not voice.is_confirmed:
        # It begins anew: the link it gets holds as long as the first one did.
        voice.language, voice.wants_news = language, wants_news
        voice.created_at = now
        voice.save(update_fields=["language", "wants_news", "created_at"])
    letter = letters.known(voice) if voice.is_confirmed else letters.confirm(voice)
    outbox.put(
        key=outbox.key(VOICE, voice.pk, number),
        to=voice.email,
        language=voice.language,
        words=outbox.Words(letter.subject, letter.text, letter.html),
        now=now,
    )
    return voice


@transaction.atomic
def confirm(voice, *, now):
    """Count it from now on; confirming twice is the same as once."""
    counted = NeedVoice.objects.unconfirmed().filter(pk=voice.pk)
    if counted.update(confirmed_at=now):
        voice.confirmed_at = now
        edition.advance(now)


def hear(voice, *, wants_news):
    """Write to this person of the sessions that open, or of none any more."""
    said = NeedVoice.objects.confirmed().of(voice.email)
    if wants_news:
        said = said.filter(pk=voice.pk)
    said.update(wants_news=wants_news)


@transaction.atomic
def withdraw(voice):
    """Take one voice back, with the mail about it."""
    outbox.forget(OutgoingMail.objects.about(VOICE, voice.pk))
    _delete(NeedVoice.objects.filter(pk=voice.pk))


@transaction.atomic
def erase(voice):
    """Take back all that this person said, and blank every mail about it."""
    for name in (VOICE, NEWS):
        mails = OutgoingMail.objects.about(name)
        outbox.forget(mails.filter(to__iexact=voice.email))
    _delete(NeedVoice.objects.of(voice.email))


def _delete(voices):
    were_counted = voices.confirmed().exists()
    voices.delete()
    if were_counted:
        edition.advance()
