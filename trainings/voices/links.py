"""The links mailed to who said « moi aussi »: one confirms, the other leads out."""

from datetime import timedelta

from portal.core import signing
from trainings.models import NeedVoice

CONFIRM, OWN = "training-voice-confirm", "training-voice"
# What is not confirmed by then is erased.
CONFIRMED_WITHIN = timedelta(days=7)


class StaleLinkError(Exception):
    """The link was good once: the voice is gone, or a newer link was made."""


def to_confirm(voice):
    return signing.token(CONFIRM, voice.pk, stamp=voice.stamp)


def own(voice):
    return signing.token(OWN, voice.pk, stamp=voice.stamp)


def voice_to_confirm(text):
    """The voice a link asks to confirm.

    Raises StaleLinkError, or LinkRefusedError when it was never ours.
    """
    try:
        return _voice(*signing.read(CONFIRM, text, max_age=CONFIRMED_WITHIN))
    except signing.LinkExpiredError as error:
        raise StaleLinkError from error


def own_voice(text):
    """The voice of whoever holds the link; the same errors."""
    return _voice(*signing.read(OWN, text))


def _voice(pk, stamp):
    found = NeedVoice.objects.select_related("need").filter(pk=pk).first()
    if found is None or found.stamp != stamp or not found.email:
        raise StaleLinkError
    return found
