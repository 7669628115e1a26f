"""Two hundred people register at the same instant for fifty-seven seats.

Run as ``python -m bench.storm sqlite`` or ``postgresql``. Everybody opens the form,
fills it in within the three seconds that the portal asks for at least, sends it and
reads the confirmation, without cookies. With ``--no-pause`` they send it at once, which
the portal takes for robots and refuses outside of a bench. Then the database and the
mail that arrived must agree with what each person read; what is meant by « in order of
arrival » is said in ``bench.verdict``. The figures are printed beside their targets,
and are not judged: machines differ.
"""

import asyncio
import sys
import time

from bench import figures, ground, morning, people, rehearsal
from bench.browser import Browser
from bench.server import Server, cpu, eventually
from bench.verdict import (
    Verdict,
    judge_answers,
    judge_mails,
    judge_order,
    judge_seats,
)
from tests.smtp import mail_server

PEOPLE, SEATS = 200, 57
PLAIN_PAGES = 100


def main(engine, *options):
    with mail_server() as mail, ground.fresh(engine, mail_port=mail.port) as folder:
        rehearsed = rehearsal.announce()
        meeting, page, form = morning.announce("Une matinée très demandée", seats=SEATS)
        words = morning.headings()
        ground.leave_the_database()
        server = Server(folder)
        try:
            visitors = people.named("essai", PEOPLE)
            print(f"{engine}, load before: {figures.load()}")
            rehearsal.rehearse(server, rehearsed)
            plain = _plain_page(server, page)
            _storm(server, visitors, form, words, plain, _pause(options))
            verdict = _judge(server, meeting, visitors, mail)
        finally:
            server.stop()
    verdict.exit()


def _pause(options):
    if "--no-pause" in options:
        return 0
    # Settings are known now that the ground is made.
    from portal.core.form_stamp import READING_TIME

    return READING_TIME.total_seconds()


def _plain_page(server, page):
    """Seconds of processor for a page of the agenda, read by one person."""

    async def read():
        browser = Browser(server.port)
        answers = [await browser.get(page) for _ in range(PLAIN_PAGES)]
        browser.close()
        return [answer.seconds for answer in answers]

    before = cpu(server.web)
    seconds = asyncio.run(read())
    each = (cpu(server.web) - before) / PLAIN_PAGES
    figures.say("a plain page, alone", figures.spread(seconds))
    figures.say("  processor of the server", f"{1000 * each:.1f} ms")
    return each


def _storm(server, visitors, form, words, plain, pause):
    web, beside = server.web, server.beside
    idle_before, all_before = figures.machine()
    before = cpu(web), cpu(beside), time.process_time(), time.monotonic()
    asyncio.run(people.register_at_once(visitors, server.port, form, words, pause))
    after = cpu(web), cpu(beside), time.process_time(), time.monotonic()
    idle, everything = figures.machine()
    ours, mails, bench, wall = (b - a for a, b in zip(before, after, strict=True))
    answers = [answer for visitor in visitors for answer in visitor.answers]
    target = "median < 0.3 s, 95 % within 2 s"
    figures.say("each request", figures.spread([a.seconds for a in answers]), target)
    for name, chosen in _kinds(visitors):
        figures.say(f"  {name}", figures.spread(chosen))
    figures.say("each person", figures.spread([v.seconds for v in visitors if v.told]))
    each = ours / len(visitors)
    figures.say("server, per registration", f"{1000 * each:.1f} ms", "60 ms at most")
    figures.say("  in plain pages", f"{each / plain:.1f}")
    figures.say("  in yardsticks", f"{each / figures.yardstick():.2f}")
    figures.say("worker beside, meanwhile", f"{mails:.2f} s")
    figures.say("the bench itself", f"{bench:.2f} s")
    figures.say("all of it", f"{wall:.2f} s, load {figures.load()}")
    share = (idle - idle_before) / (everything - all_before)
    figures.say("processors idle meanwhile", f"{100 * share:.0f} %")


def _kinds(visitors):
    told = [visitor.answers for visitor in visitors if len(visitor.answers) == 3]
    for number, name in enumerate(("form", "sending", "confirmation")):
        if told:
            yield name, [answers[number].seconds for answers in told]


def _judge(server, meeting, visitors, mail):
    verdict = Verdict()
    judge_answers(verdict, visitors)
    judge_seats(verdict, meeting, visitors, seats=SEATS)
    judge_order(verdict, meeting, visitors)
    eventually(morning.is_silent, patience=300)
    judge_mails(verdict, meeting, rehearsal.counted(mail.mails))
    verdict.claim("the server had nothing to complain of", not server.complaints())
    return verdict


if __name__ == "__main__":
    main(*sys.argv[1:])
