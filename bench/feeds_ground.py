"""A portal of its own, filled with as many meetings as wanted."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from datetime import time as hour
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
PORT = 8712
ADDRESS = f"http://127.0.0.1:{PORT}"
PORTION = 500
SUMMARY = "Une matinée pour se connaître et mieux orienter. " * 4
# Seconds to start in, on a machine that has other things to do.
PATIENCE = 120


@contextmanager
def prepared():
    """This process has the portal at hand, its database is new."""
    with TemporaryDirectory(prefix="bench-feeds-") as folder:
        os.environ.update(
            DJANGO_SETTINGS_MODULE="bench.feeds_settings",
            VAR_DIR=folder,
            HOST="127.0.0.1",
            PORT=str(PORT),
        )
        import django

        django.setup()
        from django.core.management import call_command

        call_command("prepare", verbosity=0)
        yield Path(folder)


@contextmanager
def served():
    """A real server with two workers; the value is the keys of its processes."""
    command = [sys.executable, "manage.py", "serve", "--prepared"]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        _wait_for(server)
        yield _children(server.pid)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def fill(count):
    """Let there be ``count`` announced meetings, each day one, with all there is."""
    from django.db import transaction

    from events import entries
    from events.models import Meeting

    with transaction.atomic():
        for start in range(Meeting.objects.count(), count, PORTION):
            _announce(range(start, min(count, start + PORTION)))
    while entries.write_stale(now=None, limit=PORTION):
        pass


def _announce(numbers):
    from django.contrib.contenttypes.models import ContentType
    from django.utils import timezone
    from wagtail.models import Page

    from events.models import AgendaPage, CalendarEntry, EventPage, Meeting

    today = timezone.localdate()
    agenda = AgendaPage.objects.get()
    kind = ContentType.objects.get_for_model(EventPage)
    meetings = [
        Meeting(
            start_date=today + timedelta(days=1 + number % 2000),
            start_time=hour(9),
            end_time=hour(12, 30),
            concertation=_concertation(),
            venue=_venue(),
        )
        for number in numbers
    ]
    for meeting in meetings:
        meeting.over_at = meeting.ending()
    meetings = Meeting.objects.bulk_create(meetings)
    CalendarEntry.objects.bulk_create(
        CalendarEntry(meeting=meeting, language="fr") for meeting in meetings
    )
    pages = Page.objects.bulk_create(
        Page(
            path=EventPage._get_path(agenda.path, agenda.depth + 1, number + 1),
            depth=agenda.depth + 1,
            slug=f"rencontre-{number}",
            url_path=f"{agenda.url_path}rencontre-{number}/",
            title=f"Rencontre nº {number} des acteur·rices du réseau",
            draft_title="",
            locale=agenda.locale,
            content_type=kind,
            live=True,
        )
        for number in numbers
    )
    words = [
        EventPage(page_ptr_id=page.pk, meeting=meeting, summary=SUMMARY)
        for page, meeting in zip(pages, meetings, strict=True)
    ]
    # Rows of a page type alone, which bulk_create does not make.
    fields = EventPage._meta.local_concrete_fields
    EventPage._base_manager._insert(words, fields=fields, using="default")
    Page.objects.filter(pk=agenda.pk).update(numchild=numbers[-1] + 1)


def _concertation():
    from events.models import Concertation

    return Concertation.objects.select_related("theme").first()


def _venue():
    from events.models import Venue
    from portal.core.models import Commune

    facts = {"street": "rue de l’Essai 1", "commune": Commune.objects.first()}
    where = {"latitude": "50.836", "longitude": "4.394"}
    return Venue.objects.get_or_create(name_fr="Salle", defaults=facts | where)[0]


def _wait_for(server):
    give_up = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < give_up:
        try:
            urllib.request.urlopen(f"{ADDRESS}/robots.txt")
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("The server does not start.")


def _children(pid):
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in listed.split()]
