"""A mail server fails in every way at every step; all mail arrives all the same.

Run as ``python -m bench.post_office sqlite`` or ``postgresql``. For each fault some
people register, their mail meets the fault twice, and one of them sends the form again
meanwhile; then the server behaves. Time is told to the portal, so nobody waits for the
minutes between attempts. A mail may be there twice only where SMTP cannot tell whether
the server took it: hung up or cut off after the whole text, before the answer. Its log
must then say so.
"""

import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from bench import ground, morning
from bench.verdict import Verdict
from tests.smtp import CUT, HANG, mail_server

PEOPLE, ROUNDS = 3, 2
STEPS = ("connect", "EHLO", "MAIL", "RCPT", "DATA", "text")
LATER = ("421 later", "450 later", "451 later", "452 later")
PATIENCE = 0.3  # seconds; twenty in production
NOBODY = 1  # a port at which nothing listens
DOUBT = {("text", HANG), ("text", CUT)}


@dataclass
class Fault:
    step: str
    answer: str
    outcomes: Counter = field(default_factory=Counter)
    copies: Counter = field(default_factory=Counter)

    @property
    def says(self):
        # Whose EHLO fails is greeted the old way.
        steps = ["EHLO", "HELO"] if self.step == "EHLO" else [self.step]
        return dict.fromkeys(steps, self.answer)

    @property
    def may_double(self):
        return (self.step, self.answer) in DOUBT


FAULTS = [
    Fault("refused", "nobody there"),
    *(Fault(step, answer) for step in STEPS for answer in (*LATER, HANG, CUT)),
]


def main(engine):
    with ground.fresh(engine, mail_port=NOBODY):
        settings.EMAIL_TIMEOUT = PATIENCE
        print(f"{engine}: {PEOPLE} people, {ROUNDS} attempts each under each fault")
        print(f"  {'step':<9} {'answer':<13} {'attempts logged':<34} mails there")
        verdict = Verdict()
        faults = [fault for fault in FAULTS if not _suffer(fault)]
        verdict.claim(
            f"{len(FAULTS)} faults: nobody's registration and no mail was lost, none "
            "queued twice, none doubled without doubt",
            not faults,
            ", ".join(f"{fault.step} {fault.answer}" for fault in faults),
        )
    verdict.exit()


def _suffer(fault):
    """Whether all went well; prints the line of the table."""
    with mail_server() as mail:
        meeting, people = _register()
        now = timezone.now()
        for _round in range(ROUNDS):
            _meet(fault, mail)
            now = _deliver(now)
            _send_the_form_again(meeting, people[0], now)
        settings.EMAIL_PORT, mail.says = mail.port, {}
        while not morning.is_silent():
            now = _deliver(now)
        fine = _is_fine(fault, meeting, mail)
    outcomes = ", ".join(f"{name} {n}" for name, n in sorted(fault.outcomes.items()))
    copies = sorted(set(_taken(fault)))
    mark = "" if fine else "  FAIL"
    print(f"  {fault.step:<9} {fault.answer:<13} {outcomes:<34} {copies}{mark}")
    return fine


def _register():
    from events import seats
    from tests.events.people import make_person

    meeting, _page, _form = morning.announce("Une matinée", seats=PEOPLE - 1)
    people = [make_person() for _ in range(PEOPLE)]
    for person in people:
        seats.register(meeting, person=person, now=timezone.now())
    return meeting, people


def _send_the_form_again(meeting, person, now):
    from events import seats

    seats.register(meeting, person=person, now=now)


def _meet(fault, mail):
    settings.EMAIL_PORT = NOBODY if fault.step == "refused" else mail.port
    mail.says = fault.says


def _deliver(now):
    """Try all mail that is due; when the next attempt is to be made."""
    from portal.core import delivery
    from portal.core.models import OutgoingMail

    while delivery.deliver_one(now=now):
        pass
    next_one = OutgoingMail.objects.waiting().order_by("due_at").first()
    return max(next_one.due_at, now + timedelta(seconds=1)) if next_one else now


def _is_fine(fault, meeting, mail):
    statuses = Counter(
        status for _email, status in morning.in_order_of_arrival(meeting)
    )
    outbox = morning.mails_about(meeting)
    mails = [one for ones in outbox.values() for one in ones]
    log = [attempt for one in mails for attempt in one.log.all()]
    fault.outcomes = Counter(attempt.outcome for attempt in log)
    fault.copies = Counter({str(one.uuid): 0 for one in mails})
    fault.copies.update(name.split("@")[0].strip("<") for name in mail.ids)
    expected = 1 + ROUNDS if fault.may_double else 1
    told = fault.outcomes["cut"] == ROUNDS * PEOPLE if fault.may_double else True
    return (
        statuses == {"confirmed": PEOPLE - 1, "waiting": 1}
        and all(len(ones) == 1 for ones in outbox.values())
        and all(one.state == "sent" for one in mails)
        and set(_taken(fault)) == {expected}
        and told
    )


def _taken(fault):
    """How often the server took each mail; a 4xx after the text is a refusal."""
    refused = ROUNDS if fault.step == "text" and fault.answer in LATER else 0
    return [copies - refused for copies in fault.copies.values()]


if __name__ == "__main__":
    main(*sys.argv[1:])
