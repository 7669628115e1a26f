"""People who register, and what they are told, for the tests of seats."""

from datetime import date, time
from itertools import count

from events import seats
from events.models import Registration
from events.person import Person
from tests.making import brussels, make_meeting

numbers = count(1)
# A Monday, two weeks before the meeting.
NOW = brussels(2026, 1, 5, 10)
START = brussels(2026, 1, 20, 9)
LAST_DAY = brussels(2026, 1, 19, 12)


class Told(list):
    """The mails that were asked for, instead of those that would be sent."""

    def __call__(self, registration, reason, *, now, rank=None):
        self.append((registration.pk, str(reason)))

    def of(self, registration):
        """What this person was told, in order."""
        return [reason for pk, reason in self if pk == registration.pk]


def make_morning(**facts):
    facts.setdefault("start_date", date(2026, 1, 20))
    return make_meeting(start_time=time(9), end_time=time(13), **facts)


def make_person(**facts):
    number = next(numbers)
    return Person(
        **{
            "given_name": "Samira",
            "family_name": f"Essai {number}",
            "email": f"samira{number}@essai.example",
            "organisation": f"Service {number}",
            **facts,
        }
    )


def sign_up(meeting, *, now=NOW, **facts):
    """The registration of somebody new."""
    person = make_person(**facts)
    return seats.register(meeting, person=person, now=now).registration


def sign_up_many(meeting, number, **facts):
    return [sign_up(meeting, **facts) for _ in range(number)]


def now_is(registration):
    """What has become of it."""
    return Registration.objects.get(pk=registration.pk).status


def statuses(*registrations):
    return [now_is(registration) for registration in registrations]
