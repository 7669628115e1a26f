"""Taking in what somebody says is wrong: kept for the team, nothing is changed."""

from django.utils import timezone

from services.correcting import facts
from services.models import Correction

Origin = Correction.Origin


def propose(
    service, *, said, origin, now, note="", email="", language="fr", number=None
):
    """Keep a proposal; the ``Correction``, or None where nothing is proposed.

    ``said`` maps keys of facts to what is right, a text or a text and a last day. What
    is as it stands already is left out; the same ``number`` twice is one proposal.
    """
    known = facts.by_key(service, timezone.localdate(now))
    proposals = [
        _proposal(known[key], *_parts(right))
        for key, right in said.items()
        if key in known
    ]
    proposals = [one for one in proposals if _is_another(one)]
    if not proposals and not note:
        return None
    told = {
        "service": service,
        "origin": origin,
        "proposals": proposals,
        "note": note,
        "email": email if origin == Origin.READER else "",
        "language": language,
    }
    if number is None:
        return _once(told, now)
    correction, _is_new = Correction.objects.get_or_create(
        number=number, defaults={**told, "sent_at": now}
    )
    return correction


def _once(told, now):
    """The same proposal that waits already, or a new one."""
    waiting = Correction.objects.waiting().filter(
        service=told["service"], origin=told["origin"], note=told["note"]
    )
    for correction in waiting:
        if correction.proposals == told["proposals"]:
            return correction
    return Correction.objects.create(**told, sent_at=now)


def _parts(right):
    return (right, None) if isinstance(right, str) else right


def _proposal(fact, after, until):
    proposal = {"key": fact.key, "before": fact.stored, "after": after.strip()}
    if until:
        proposal["until"] = until.isoformat()
    return proposal


def _is_another(proposal):
    return proposal["after"] != proposal["before"] or "until" in proposal
