"""The whole server is killed in the middle of the storm, and started again.

Run as ``python -m bench.killed sqlite`` or ``postgresql``. Once enough people have read
a confirmation, and while the mail server holds back its answer to a mail, SIGKILL ends
the listening process, the web workers and the mail worker at the same instant. The
server is started again; whoever had no answer sends the form they have in hand once
more, or asks for one. Then every confirmation that was read must hold, nothing may be
there twice, and of all mail only the one in delivery may have been sent again.
"""

import asyncio
import sys
import threading

from bench import ground, morning, people, rehearsal
from bench.server import Server, eventually
from bench.verdict import Verdict, judge_mails, judge_seats
from tests.smtp import mail_server

PEOPLE, SEATS = 200, 57
# Confirmations read before the end comes, and the mail whose answer is held back.
READ, IN_DELIVERY = 80, 4


def main(engine):
    with mail_server() as mail, ground.fresh(engine, mail_port=mail.port) as folder:
        rehearsed = rehearsal.announce()
        meeting, _page, form = morning.announce(
            "Une matinée très demandée", seats=SEATS
        )
        words = morning.headings()
        ground.leave_the_database()
        visitors = people.named("essai", PEOPLE)
        server = Server(folder)
        rehearsal.rehearse(server, rehearsed)
        asyncio.run(_until_killed(server, visitors, mail, form, words))
        promised = {v.email: v.told for v in visitors if v.told}
        letters = len(rehearsal.counted(mail.mails))
        print(
            f"{engine}: {len(promised)} had read a confirmation, {letters} mails left"
        )
        server = Server(folder)
        try:
            asyncio.run(_come_again(visitors, server.port, form, words))
            verdict = _judge(meeting, visitors, mail, promised)
        finally:
            server.stop()
    verdict.exit()


async def _until_killed(server, visitors, mail, form, words):
    killed = _hold_back(mail, len(mail.texts) + IN_DELIVERY)
    storm = asyncio.create_task(
        people.register_at_once(visitors, server.port, form, words)
    )
    while sum(bool(v.told) for v in visitors) < READ or not mail.hanging.is_set():
        await asyncio.sleep(0.005)
    server.kill()
    killed.set()
    mail.says = {}
    await storm


def _hold_back(mail, number):
    """No answer to that mail until the event that is given back."""
    killed = threading.Event()

    def answer():
        if len(mail.texts) == number:
            mail.hanging.set()
            killed.wait()
        return "250 taken"

    mail.says = {"text": answer}
    return killed


async def _come_again(visitors, port, form, words):
    left = [visitor for visitor in visitors if not visitor.told]
    await people.register_at_once(left, port, form, words)


def _judge(meeting, visitors, mail, promised):
    verdict = Verdict()
    told = {visitor.email: visitor.told for visitor in visitors}
    held = dict(morning.in_order_of_arrival(meeting))
    verdict.claim("it fell in the middle", 0 < len(promised) < len(visitors))
    kept = all(held.get(email) == status for email, status in promised.items())
    verdict.claim("every confirmation read before holds", kept)
    verdict.claim("everybody has an answer in the end", all(told.values()))
    judge_seats(verdict, meeting, visitors, seats=SEATS)
    eventually(morning.is_silent, patience=300)
    letters = rehearsal.counted(mail.mails)
    judge_mails(verdict, meeting, letters, may_repeat=1)
    return verdict


if __name__ == "__main__":
    main(*sys.argv[1:])
