"""What fictional services show beside what their file holds, once, counted from today.

A closure that is announced and one that lasts, how full a service is, what it does not
do, and a meeting it presents itself at.
"""

from datetime import timedelta

from events.models import Meeting, Presentation
from home.content.identity import identity
from home.content.typography import typeset
from services.models import Service, TemporaryClosure

# From which day to which, and why.
CLOSED = {
    "f-centre-jour": (-2, 5, "Congés d'équipe (exemple fictif)"),
    "f-lieu-liens": (8, 12, "Travaux dans les locaux (exemple fictif)"),
}
FACTS = {
    "f-mobile-2a": {
        "not_offered_fr": (
            "Pas d'intervention urgente dans l'heure, ni de suivi de longue durée. "
            "(Exemple fictif.)"
        ),
        "refer_elsewhere_fr": (
            "Danger immédiat : le 112. Suivi au-delà de quelques semaines : une équipe "
            "mobile de suivi. (Exemple fictif.)"
        ),
    },
    "f-ssm-adultes": {"saturation": "high"},
    "f-spad": {"saturation": "moderate"},
}
PRESENTED = ("exemple-concertation-sante-mentale", ["f-mobile-2a", "f-spad"])


def complete(names, today):
    """Complete the services called ``names``, which were just put in."""
    for name in names & {*CLOSED, *FACTS}:
        service = _called(name)
        for field, value in typeset(FACTS.get(name, {})).items():
            setattr(service, field, value)
        if service.saturation:
            service.saturation_as_of = today
        if name in CLOSED:
            service.closures.add(_closure(*CLOSED[name], today))
        service.save_revision().publish()
    _present(names)


def _closure(first, last, reason, today):
    return TemporaryClosure(
        from_date=today + timedelta(days=first),
        to_date=today + timedelta(days=last),
        reason_fr=typeset(reason),
    )


def _present(names):
    meeting_name, presenting = PRESENTED
    meeting = Meeting.objects.get(uuid=identity("meeting", meeting_name))
    for rank, name in enumerate(presenting):
        if name in names:
            Presentation.objects.create(
                meeting=meeting, service=_called(name), sort_order=rank
            )


def _called(name):
    return Service.objects.get(identifiers__identifier=name)
