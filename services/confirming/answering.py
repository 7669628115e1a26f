"""What a service answers: the rest is confirmed at once, what is wrong is proposed."""

from django.db import transaction
from django.utils import timezone

from services import verifying
from services.correcting import facts, proposing
from services.freshness import Family
from services.models import Correction, Service, Verification

METHOD = Verification.Method.OWN
DATED = {"delay": Family.DELAY, "saturation": Family.SATURATION}


@transaction.atomic
def answer(correspondent, answers, *, language, now):
    """Take in ``answers``: of each service, what is right by the keys of its facts.

    A fact that is not named is still as it was. Answering again the same day says the
    same thing once.
    """
    for service, said in answers:
        correction = None
        if said:
            correction = proposing.propose(
                service,
                said=said,
                origin=Correction.Origin.OWN,
                language=language,
                now=now,
            )
        corrected = [one["key"] for one in correction.proposals] if correction else []
        confirm(service, corrected, today=timezone.localdate(now))
    correspondent.answered_at = now
    correspondent.save(update_fields=["answered_at"])


def confirm(service, corrected, *, today):
    """Enter in the log that all but the facts ``corrected`` are still right."""
    wrong = {facts.family_of(key) for key in corrected}
    families = sorted(set(Family.values) - wrong - {Family.ENTRY}) if wrong else []
    same = Verification.objects.filter(service=service, on=today, method=METHOD)
    if not any(check.families == families for check in same):
        verifying.verify(service, on=today, method=METHOD, families=families)
    _date_again(service, set(DATED) - set(corrected), today)


def _date_again(service, names, today):
    """A delay that is still right is said anew today, and no longer asked again."""
    said = [name for name in sorted(names) if getattr(service, name)]
    if not said:
        return
    dates = {f"{name}_as_of": today for name in said}
    for name in said:
        again = getattr(service, f"{name}_ask_again_on")
        if again and again <= today:
            dates[f"{name}_ask_again_on"] = None
    if service.has_unpublished_changes:
        # The draft stays as it is; what is public is confirmed all the same.
        Service.objects.filter(pk=service.pk).update(**dates)
        return
    fresh = Service.objects.get(pk=service.pk)
    if all(getattr(fresh, name) == value for name, value in dates.items()):
        return
    for name, value in dates.items():
        setattr(fresh, name, value)
    fresh.save_revision(log_action=True).publish()
