"""Before a meeting changes, its editor sees what is told and to whom."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from events import reception, seats
from events.models import Meeting
from tests.events.people import make_morning, make_person, sign_up
from tests.events.post import send_all
from tests.events.test_admin_meetings import edit_url, form_of, save
from tests.making import make_site

pytestmark = pytest.mark.django_db
SCREEN = "Avant d’enregistrer ce changement"


@pytest.fixture
def morning():
    make_site()
    day = timezone.localdate() + timedelta(days=30)
    return make_morning(start_date=day, capacity=1)


@pytest.fixture
def person(morning):
    registration = sign_up(morning, now=timezone.now())
    send_all(timezone.now())
    return registration


def stored():
    return Meeting.objects.get()


def later(meeting):
    return (meeting.start_date + timedelta(days=7)).isoformat()


def press(client, meeting, screen, step):
    """What the browser sends from the screen, with one of its buttons."""
    form = BeautifulSoup(screen.content, "html.parser").find(id="telling")
    data = {}
    for field in form.select("input[type=hidden]"):
        data.setdefault(field["name"], []).append(field["value"])
    return client.post(edit_url(meeting), {**data, "telling-step": step})


def text_of(answer):
    soup = BeautifulSoup(answer.content, "html.parser")
    return " ".join(soup.find("main").get_text(" ").replace("\u00a0", " ").split())


def test_a_change_that_nobody_needs_to_hear_of_is_saved_at_once(admin_client, morning):
    answer = save(admin_client, morning, start_date=later(morning))

    assert answer.url == edit_url(morning)
    assert stored().start_date != morning.start_date


def test_what_is_not_told_is_saved_at_once(admin_client, morning, person):
    answer = save(admin_client, morning, capacity="5")

    assert answer.url == edit_url(morning)


def test_a_change_shows_old_and_new_and_whom_it_tells(admin_client, morning, person):
    sign_up(morning, now=timezone.now())
    send_all(timezone.now())

    answer = save(admin_client, morning, start_time="10:00")

    text = text_of(answer)
    assert SCREEN in text
    assert "Heures : de 9 h à 13 h → de 10 h à 13 h" in text
    assert "1 personne qui a une place" in text
    assert "1 personne sur la liste d’attente" in text
    assert stored().start_time == morning.start_time, "nothing is saved yet"


def test_who_has_no_address_must_be_called(admin_client, morning):
    person = make_person(email="")
    reception.register_by_team(morning, person=person, now=timezone.now())

    text = text_of(save(admin_client, morning, start_time="10:00"))

    assert "1 personne est inscrite sans adresse e-mail" in text
    assert "Personne." in text


@pytest.mark.parametrize(("step", "minutes"), [("later", 30), ("now", 0)])
def test_confirming_saves_and_tells(admin_client, morning, person, step, minutes):
    screen = save(admin_client, morning, start_time="10:00", capacity="7")

    answer = press(admin_client, morning, screen, step)

    assert answer.url == edit_url(morning)
    assert (stored().start_time.hour, stored().capacity) == (10, 7)
    delay = stored().tell_changes_at - stored().changed_at
    assert delay == timedelta(minutes=minutes)
    assert "annoncé par e-mail" in text_of(admin_client.get(edit_url(morning)))


def test_going_back_keeps_what_was_typed(admin_client, morning, person):
    note = "La salle est « prise » & fermée"
    changes = {"start_time": "10:00", "status_note_fr": note, "to_confirm": "on"}
    screen = save(admin_client, morning, **changes)

    answer = press(admin_client, morning, screen, "back")

    form = BeautifulSoup(answer.content, "html.parser").find(id="w-editor-form")
    assert form.find(attrs={"name": "start_time"})["value"] == "10:00"
    assert form.find(attrs={"name": "status_note_fr"})["value"] == note
    assert form.find(attrs={"name": "to_confirm"}).has_attr("checked")
    assert stored().start_time == morning.start_time


def test_a_record_that_changed_meanwhile_is_shown_anew(admin_client, morning, person):
    screen = save(admin_client, morning, start_time="10:00")
    seats.change_capacity(morning, capacity=9, now=timezone.now())

    answer = press(admin_client, morning, screen, "later")

    assert SCREEN in text_of(answer)
    assert stored().start_time == morning.start_time


def test_taking_a_change_back_in_time_asks_nothing(admin_client, morning, person):
    screen = save(admin_client, morning, start_time="10:00")
    press(admin_client, morning, screen, "later")

    answer = save(admin_client, morning, start_time="09:00")

    assert answer.url == edit_url(morning)


@pytest.mark.parametrize("step", ["", "x" * 5000, '’"<', "now\x00"])
def test_a_strange_answer_shows_the_screen_again(admin_client, morning, person, step):
    data = form_of(admin_client, edit_url(morning))
    data |= {"start_time": "10:00", "telling-step": step, "telling-seen": "yesterday"}

    answer = admin_client.post(edit_url(morning), data)

    assert SCREEN in text_of(answer)
    assert stored().start_time == morning.start_time


def test_an_error_comes_before_the_question(admin_client, morning, person):
    answer = save(admin_client, morning, start_time="10:00", end_time="08:00")

    assert answer.context["form"].errors.keys() == {"end_time"}


def test_keeping_and_reminding_are_bounded(admin_client, morning):
    answer = save(admin_client, morning, kept_months="13", reminder_days="21")

    assert answer.context["form"].errors.keys() == {"kept_months", "reminder_days"}


def test_the_next_meeting_keeps_and_reminds_alike(admin_client, morning):
    Meeting.objects.update(kept_months=6, reminder_days=3)

    admin_client.post(f"/admin/snippets/events/meeting/{morning.pk}/next/")

    following = Meeting.objects.latest("pk")
    assert following.start_date > morning.start_date
    assert (following.kept_months, following.reminder_days) == (6, 3)
