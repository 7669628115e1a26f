"""One of several processes in which people register on a SQLite file at once.

Run as ``python -m tests.events.crowd FILE MEETING BOOKING COUNT``: COUNT people
register at the same instant, and those of the other processes too; BOOKING is of a form
that each process posts. It says how many got an answer, or ends with an exception.
"""

import os
import sys
import uuid
from functools import partial

import django
from django.conf import settings


def main(file, meeting, booking, count):
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"
    settings.DATABASES["default"]["NAME"] = file
    django.setup()

    from django.utils import timezone

    from events import notices, seats
    from events.models import Meeting
    from tests.events.at_once import at_once
    from tests.events.people import Told, make_person

    notices.tell = Told()
    meeting = Meeting.objects.get(pk=meeting)
    shared = {"booking": uuid.UUID(booking), "email": "le-meme@essai.example"}
    people = [make_person(**shared)]
    for _ in range(int(count)):
        people.append(make_person(email=f"{uuid.uuid4().hex}@essai.example"))
    now = timezone.now()
    answers = at_once(
        *(partial(seats.register, meeting, person=person, now=now) for person in people)
    )
    for answer in answers:
        if isinstance(answer, Exception):
            raise answer
    sys.stdout.write(str(len(answers)))


if __name__ == "__main__":
    main(*sys.argv[1:])
