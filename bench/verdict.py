"""What must be true once everybody has registered, whatever the figures say.

The order of arrival is the order in which the portal got to serve people: it cannot be
seen from outside among those who ask at the same time. It is checked twice. Inside:
seats went to the first who arrived, the rest wait, and the places that the mails tell
are 1, 2, 3… without gap or double. Outside: whoever had their answer before somebody
else sent the form is before them on the list.
"""

import re
from collections import Counter
from itertools import permutations

from bench import morning
from bench.people import SEATED, WAITS

RANK = re.compile(r"\b(\d+)(?:re|e)\b")


class Verdict:
    """Sentences that are true or not, printed as they are found."""

    def __init__(self):
        self.failed = False

    def claim(self, sentence, is_true, detail=""):
        self.failed |= not is_true
        mark = "ok  " if is_true else "FAIL"
        print(f"  {mark} {sentence}{f': {detail}' if detail else ''}", flush=True)

    def exit(self):
        raise SystemExit(1 if self.failed else 0)


def judge_seats(verdict, meeting, visitors, *, seats):
    """Who sits and who waits, by the database and by what each person read."""
    rows = morning.in_order_of_arrival(meeting)
    held, people = dict(rows), len(visitors)
    counts = Counter(held.values())
    wanted = {SEATED: seats, WAITS: people - seats}
    verdict.claim(f"{wanted}", counts == wanted, "" if counts == wanted else counts)
    told = {visitor.email: visitor.told for visitor in visitors}
    verdict.claim("each person holds what their page said", told == held)
    by_order = [status for _email, status in rows]
    first = by_order == [SEATED] * seats + [WAITS] * (people - seats)
    verdict.claim("the seats went to those who arrived first", first)


def judge_answers(verdict, visitors):
    statuses = Counter(a.status for visitor in visitors for a in visitor.answers)
    failures = Counter(visitor.failure for visitor in visitors if visitor.failure)
    told = sum(bool(visitor.told) for visitor in visitors)
    verdict.claim("everybody has an answer", told == len(visitors), failures or told)
    no_fault = not any(status >= 500 for status in statuses)
    verdict.claim("no answer is an error", no_fault, dict(statuses))


def judge_order(verdict, meeting, visitors):
    """Whoever was answered before another asked is before them on the list."""
    rows = morning.in_order_of_arrival(meeting)
    place = {email: number for number, (email, _status) in enumerate(rows)}
    pairs = [
        place.get(first.email, -1) < place.get(then.email, -1)
        for first, then in permutations((v for v in visitors if v.posted), 2)
        if first.posted.had_at < then.posted.asked_at
    ]
    verdict.claim(
        "nobody passed somebody who had their answer before",
        all(pairs),
        f"{len(pairs)} pairs compared",
    )


def judge_mails(verdict, meeting, letters, *, may_repeat=0):
    """One mail for each registration, with the place it tells; ``letters`` came."""
    outbox = morning.mails_about(meeting)
    ones = all(len(mails) == 1 for mails in outbox.values())
    verdict.claim("one mail was written for each registration", ones)
    sent = [mail for mails in outbox.values() for mail in mails]
    came = Counter(letter["Message-ID"].split("@")[0].strip("<") for letter in letters)
    missing = [mail for mail in sent if str(mail.uuid) not in came]
    verdict.claim("every mail arrived", not missing, f"{len(missing)} missing")
    again = sum(came[str(mail.uuid)] - 1 for mail in sent if str(mail.uuid) in came)
    verdict.claim(f"sent again: at most {may_repeat}", again <= may_repeat, again)
    ranks = [rank for mail in sent if (rank := mail.facts["rank"])]
    count = len([mail for mail in sent if mail.facts["status"] == WAITS])
    verdict.claim(f"places told are 1 to {count}", ranks == list(range(1, count + 1)))
    verdict.claim("each letter tells its own place", _told(letters) == _promised(sent))


def _promised(mails):
    return {(mail.to, mail.facts["rank"]) for mail in mails}


def _told(letters):
    return {(letter["To"], _rank_in(letter)) for letter in letters}


def _rank_in(letter):
    found = RANK.search(letter.get_body("plain").get_content())
    return int(found[1]) if found else None
