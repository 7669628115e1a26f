"""What a person is promised by a change: a letter says it as it was then."""

TELL_THE_RANK = {"waiting", "moved"}


def promised(registration, reason, *, rank=None):
    tells_the_rank = reason in TELL_THE_RANK
    return {
        "registration": registration.pk,
        "reason": str(reason),
        # A link that is revoked before the mail leaves is no good in it either.
        "stamp": registration.link_stamp,
        "sequence": registration.meeting.sequence,
        "status": registration.status,
        "offer_until": _text(registration.offer_until),
        "rank": (rank or _rank(registration)) if tells_the_rank else None,
    }


def _text(moment):
    return moment.isoformat() if moment else None


def _rank(registration):
    """The place in the queue, 1 being the next to be served."""
    queue = registration.meeting.registrations.waiting()
    return queue.filter(arrived_at__lt=registration.arrived_at).count() + 1
