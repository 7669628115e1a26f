"""Telling who asked for it that a session opened: one mail per person and session.

A session opens when its meeting is announced and one may register, or wait for a seat.
Several needs of one person that it answers are in the same mail; the key of the mail
makes a second one impossible.
"""

from collections import defaultdict

from django.utils.crypto import salted_hmac

from events.models import Meeting
from events.models.places import RegistrationState
from portal.core import outbox
from trainings import sessions
from trainings.models import NeedVoice, TrainingNeed, TrainingSession
from trainings.voices import letters
from trainings.voices.saying import NEWS

OPEN = {
    RegistrationState.FREE,
    RegistrationState.OPEN,
    RegistrationState.FEW,
    RegistrationState.FULL,
}


def tell_sessions(*, now, limit=None):
    """Write of the sessions that are open and untold; how many mails were put."""
    told = 0
    for session in _untold(now):
        for voices in _people(session).values():
            if limit is not None and told >= limit:
                return told
            told += _tell(session, voices, now=now)
        session.told_at = now
        session.save(update_fields=["told_at"])
    return told


def write_session_news(facts, *, now):
    """The letter; none once the session is off, or the person hears no more."""
    sessions_there = TrainingSession.objects.filter(
        pk=facts["session"], training__is_public=True
    )
    session = sessions_there.select_related("training").first()
    voices = NeedVoice.objects.to_tell().filter(pk__in=facts["voices"])
    voices = list(voices.select_related("need"))
    if session is None or not voices:
        return None
    told = sessions.lines(Meeting.objects.filter(pk=session.meeting_id), now)
    if not any(_is_open(line) for line in told):
        return None
    letter = letters.session(told[0], session.training, voices)
    return outbox.Words(letter.subject, letter.text, letter.html)


def _untold(now):
    """Those to tell of now: of a public training, announced, and open to coming."""
    untold = TrainingSession.objects.filter(
        told_at=None, training__is_public=True, meeting__over_at__gt=now
    )
    by_meeting = {
        session.meeting_id: session
        for session in untold.select_related("training", "meeting")
    }
    told = sessions.lines(Meeting.objects.filter(pk__in=by_meeting), now)
    return [by_meeting[line.meeting.pk] for line in told if _is_open(line)]


def _is_open(line):
    return line.event_page is not None and line.registration in OPEN


def _people(session):
    """The voices for what it answers, by the address of who gave them."""
    needs = TrainingNeed.objects.public().filter(trainings=session.training_id)
    voices = NeedVoice.objects.to_tell().filter(need__in=needs)
    people = defaultdict(list)
    for voice in voices.order_by("pk"):
        people[voice.email.lower()].append(voice)
    return people


def _tell(session, voices, *, now):
    first = voices[0]
    mail = outbox.put(
        key=outbox.key(NEWS, session.meeting_id, _fingerprint(first.email)),
        to=first.email,
        language=first.language,
        writer=write_session_news.__name__,
        facts={"session": session.pk, "voices": [voice.pk for voice in voices]},
        now=now,
        until=session.meeting.beginning(),
    )
    return mail is not None


def _fingerprint(email):
    """Who it is to, for a key that is kept when the address is not."""
    digest = salted_hmac("trainings.news", email.lower(), algorithm="sha256")
    return digest.hexdigest()[:32]
