"""What the veille, the actions, a report and the synthesis cost, on a real database.

Run as ``python -m bench.memory sqlite`` (or ``postgresql``). Each page is asked of the
whole portal in this process, middleware included, with its cache of drawn pages emptied
before. Times are printed beside their target and are not judged; that a thousand
reports need no more queries than a hundred is.
"""

import statistics
import sys

from bench.asking import get
from bench.ground import fresh
from bench.memory_ground import FIRST_DAY, LAST_DAY, OBSERVATIONS, fill

SIZES = (100, 1_000)
TURNS = 5
TARGET = 300  # ms
# Nothing here sends any.
NO_MAIL = 9


def main(engine):
    figures = {}
    with fresh(engine, mail_port=NO_MAIL):
        for size in SIZES:
            report = fill(size)
            figures[size] = {
                name: _measure(address) for name, address in _addresses(report)
            }
    wrong = _print(engine, figures)
    sys.exit(1 if wrong else 0)


def _addresses(report):
    """What is measured, by its name."""
    from django.urls import reverse
    from django.utils import translation

    from events.models import ActionsPage, Observation, WatchPage
    from events.watch_form import WatchFilter
    from portal.core.models import Bassin

    with translation.override("fr"):
        watch, form = WatchPage.objects.live().get().url, WatchFilter()
        most = Observation.objects.with_recurrence().most_heard_first().first()
        bassin = Bassin.objects.order_by("pk").first().code
        yield "veille", watch
        yield "veille, a bassin", f"{watch}?{form.add_prefix('bassin')}={bassin}"
        yield "veille, words", f"{watch}?{form.add_prefix('words')}=logement"
        yield f"observation, {most.meetings_count} meetings", f"{watch}{most.pk}/"
        yield "actions", ActionsPage.objects.live().get().url
        yield "report", report.url
        yield "synthesis, a year", reverse("synthesis")
        yield "synthesis, all of it", f"{reverse('synthesis')}?{_period()}"


def _period():
    from django.utils import timezone
    from django.utils.http import urlencode

    from home.synthesis.forms import SynthesisForm

    form = SynthesisForm(today=timezone.localdate())
    since, until = form.add_prefix("since"), form.add_prefix("until")
    return urlencode({since: FIRST_DAY.isoformat(), until: LAST_DAY.isoformat()})


def _measure(address):
    # The menu and the words are there, as they are for anybody but the first reader.
    get(address)
    answers = [get(address) for _turn in range(TURNS)]
    return (
        statistics.median(answer.milliseconds for answer in answers),
        max(answer.queries for answer in answers),
    )


def _print(engine, figures):
    """The figures side by side; whether some page asks more where there is more."""
    few, many = SIZES
    print(f"{engine}, {OBSERVATIONS} observations{few:>13,}{many:>12,}   target")
    wrong = False
    rows = zip(figures[few].items(), figures[many].items(), strict=True)
    for (_, (ms, asked)), (name, (ms_of_many, asked_of_many)) in rows:
        grows = asked_of_many > asked
        wrong |= grows
        print(f"  {name:32}{ms:>9.0f} ms{ms_of_many:>9.0f} ms   {TARGET} ms")
        queries = f"  {'queries':32}{asked:>12}{asked_of_many:>12}"
        print(f"{queries}   {'WRONG: not flat' if grows else 'flat'}")
    return wrong


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "sqlite")
