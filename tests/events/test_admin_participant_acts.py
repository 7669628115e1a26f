"""What the team does for people on screen: asked first, posted, and nothing lost."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from events.models import Registration, RegistrationNote
from tests.events.people import make_morning, now_is, sign_up
from tests.making import make_site

pytestmark = pytest.mark.django_db
MEETINGS = "/admin/snippets/events/meeting/"


@pytest.fixture(autouse=True)
def _site():
    make_site()


@pytest.fixture
def morning():
    return soon(20, capacity=2)


def soon(days, **facts):
    return make_morning(start_date=timezone.localdate() + timedelta(days=days), **facts)


def join(meeting, **facts):
    return sign_up(meeting, now=timezone.now(), **facts)


def act(client, registration, name, **facts):
    """Fill in the form of an act as it was opened, and post it."""
    url = f"{MEETINGS}registration/{registration.pk}/{name}/"
    return client.post(url, {**fields_of(client, url), **facts})


def fields_of(client, url):
    page = BeautifulSoup(client.get(url).content, "html.parser")
    form = page.select_one(f"form[action='{url}']")
    inputs = form.select("input[name]:not([type=radio], [type=checkbox])")
    fields = {field["name"]: field.get("value", "") for field in inputs}
    for area in form.select("textarea[name]"):
        fields[area["name"]] = area.text.lstrip("\n")
    for chosen in form.select("input[checked]"):
        fields[chosen["name"]] = chosen["value"]
    return fields


def add(client, meeting, **facts):
    url = f"{MEETINGS}{meeting.pk}/participants/add/"
    person = {"given_name": "Monique", "family_name": "Peeters", "organisation": "CPAS"}
    fields = {**fields_of(client, url), **person, **facts}
    return client.post(url, fields), fields


def errors(response):
    return response.context["form"].errors.keys()


def test_who_has_no_address_is_registered_by_phone(admin_client, morning):
    response, fields = add(admin_client, morning, note="tél. de lundi")

    registration = Registration.objects.get()
    assert response["Location"] == f"{MEETINGS}registration/{registration.pk}/"
    assert (registration.source, registration.email) == ("team", "")
    assert registration.notes.get().text == "tél. de lundi"

    admin_client.post(f"{MEETINGS}{morning.pk}/participants/add/", fields)
    assert Registration.objects.count() == 1


def test_when_it_is_full_the_form_asks_and_keeps_what_was_typed(admin_client, morning):
    for _ in range(2):
        join(morning)

    response, fields = add(admin_client, morning, note="urgent")

    assert errors(response) == {"may_wait"}
    assert "Monique" in response.content.decode()
    assert Registration.objects.count() == 2

    url = f"{MEETINGS}{morning.pk}/participants/add/"
    admin_client.post(url, {**fields, "may_wait": "on"})
    assert Registration.objects.waiting().get().given_name == "Monique"


def test_who_is_there_already_is_not_registered_twice(admin_client, morning):
    known = join(morning)

    response, _fields = add(admin_client, morning, email=known.email.upper())

    assert errors(response) == {"email"}


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"given_name": ""}, "given_name"),
        ({"family_name": "x" * 81}, "family_name"),
        ({"email": "pas une adresse"}, "email"),
        ({"organisation": "a\x00b"}, "organisation"),
        ({"note": "n" * 301}, "note"),
        ({"language": "xx"}, "language"),
    ],
)
def test_a_mistake_is_told_beside_its_field(admin_client, morning, facts, wrong):
    response, _fields = add(admin_client, morning, **facts)

    assert errors(response) == {wrong}


def test_nobody_is_registered_for_what_is_over(admin_client):
    response, _fields = add(admin_client, soon(-20))

    assert errors(response) == {"__all__"}


def test_a_mistyped_address_is_corrected(admin_client, morning):
    registration = join(morning, question="Et le soir ?", role="infirmière")

    act(admin_client, registration, "correct", email="juste@essai.example")

    registration.refresh_from_db()
    assert registration.email == "juste@essai.example"
    assert (registration.question, registration.role) == ("Et le soir ?", "infirmière")


def test_somebody_is_moved_to_a_meeting_that_has_a_seat(admin_client, morning):
    registration, other = join(morning), soon(30)

    act(admin_client, registration, "move", meeting=other.pk, note="préfère le 30")

    registration.refresh_from_db()
    assert registration.meeting == other


@pytest.mark.parametrize("capacity", [1, 5])
def test_nobody_is_moved_to_a_full_or_a_past_meeting(admin_client, morning, capacity):
    registration = join(morning)
    other = soon(30 if capacity == 1 else -30, capacity=capacity)
    if capacity == 1:
        join(other)

    response = act(admin_client, registration, "move", meeting=other.pk, note="essai")

    assert errors(response) <= {"__all__", "meeting"}
    assert errors(response)
    assert response.context["form"]["note"].value() == "essai"


def test_a_seat_is_given_back_once_it_was_asked(admin_client, morning):
    registration = join(morning)

    act(admin_client, registration, "cancel", note="malade")

    assert now_is(registration) == "cancelled"


def test_a_seat_of_a_past_meeting_is_not_given_back(admin_client, morning):
    registration = join(morning)
    type(morning).objects.update(over_at=timezone.now())

    response = act(admin_client, registration, "cancel")

    assert errors(response) == {"__all__"}
    assert not RegistrationNote.objects.exists()


def test_the_message_is_sent_again_and_the_links_revoked(admin_client, morning):
    registration = join(morning)
    stamp = registration.link_stamp

    act(admin_client, registration, "send")
    act(admin_client, registration, "revoke")

    registration.refresh_from_db()
    assert registration.link_stamp != stamp
    assert registration.notes.count() == 2


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 40])
def test_a_form_that_was_tampered_with_sends_nothing(admin_client, morning, seen):
    registration = join(morning)

    response = act(admin_client, registration, "send", seen=seen)

    assert response.status_code in {200, 302}
    assert not registration.notes.exists()


def test_erased_people_have_a_screen_without_acts(admin_client, morning):
    registration = join(morning, given_name="Monique")

    act(admin_client, registration, "erase")

    page = admin_client.get(f"{MEETINGS}registration/{registration.pk}/")
    assert "Monique" not in page.content.decode()
    assert "/cancel/" not in page.content.decode()


def test_a_note_is_kept_and_an_empty_one_is_not(admin_client, morning):
    registration = join(morning)
    url = f"{MEETINGS}registration/{registration.pk}/note/"

    kept = admin_client.post(url, {"note": "vient avec un interprète"})
    refused = admin_client.post(url, {"note": " "})

    assert kept.status_code == 302
    assert errors(refused) == {"note"}
    assert registration.notes.get().text == "vient avec un interprète"


def test_somebody_who_does_not_exist_is_not_found(admin_client, morning):
    for url in ("registration/999/", "registration/999/cancel/", "999/participants/"):
        response = admin_client.get(f"{MEETINGS}{url}", follow=True)
        assert response.status_code == 404, url
    retry = f"{MEETINGS}mail/999/retry/"
    assert admin_client.post(retry, follow=True).status_code == 404
