"""People are checked in at the door, on a phone, by someone who may do only that."""

from contextlib import suppress
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import timezone

from events import corrections, reception, seats
from events.models import AccessNeed, Registration
from home.content.roles import RECEPTION
from tests.events.people import make_morning, now_is, sign_up
from tests.making import announce, make_site

pytestmark = pytest.mark.django_db
NAMES = "wagtailsnippets_events_meeting"
MEETING_SCREENS = ["check_in", "papers", "sheet", "sheet_pdf", "badges"]


@pytest.fixture(autouse=True)
def _site():
    make_site()


@pytest.fixture
def meeting():
    """A meeting of today, about to begin."""
    meeting = make_morning(start_date=timezone.localdate())
    announce(meeting, title="Focus sur l’ambulatoire")
    return meeting


def signed_in(client, django_user_model, *permissions):
    user = django_user_model.objects.create_user("personne", password="personne")
    wanted = Permission.objects.filter(codename__in=["access_admin", *permissions])
    user.user_permissions.add(*wanted)
    client.force_login(user)
    return client


@pytest.fixture
def door(client, django_user_model):
    return signed_in(client, django_user_model, "check_in_registration")


@pytest.fixture
def office(client, django_user_model):
    return signed_in(
        client, django_user_model, "check_in_registration", "view_registration"
    )


def url(name, meeting):
    return reverse(f"{NAMES}:{name}", args=[meeting.pk])


def text_of(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    return " ".join(page.select_one("main").get_text(" ", strip=True).split())


def count_on(answer):
    """The figures of « 12 sur 57 arrivé·es »."""
    page = BeautifulSoup(answer.content, "html.parser")
    return [
        int(n) for n in page.select_one(".door-count").get_text().split() if n.isdigit()
    ]


def without_seat_on(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    return [button["value"] for button in page.select("[name=let_in]")]


def press(client, meeting, act, registration, query=""):
    return client.post(url("check_in", meeting) + query, {act: registration.pk})


def arrived(registration):
    return Registration.objects.get(pk=registration.pk).checked_in_at


def comes(meeting, **facts):
    return sign_up(meeting, now=timezone.now() - timedelta(days=2), **facts)


@pytest.mark.parametrize(
    ("permissions", "screens"),
    [
        ([], []),
        (["check_in_registration"], ["check_in"]),
        (["view_registration"], ["papers", "sheet", "sheet_pdf", "badges"]),
        (["change_registration", "export_registration", "change_meeting"], []),
    ],
)
def test_each_screen_is_for_those_who_were_given_it(
    client, django_user_model, meeting, permissions, screens
):
    signed_in(client, django_user_model, *permissions)

    opened = [
        name
        for name in MEETING_SCREENS
        if client.get(url(name, meeting)).status_code == 200
    ]

    assert opened == screens


@pytest.mark.parametrize("name", ["check_in", "walk_in", "attestations"])
def test_who_may_not_changes_nothing(client, django_user_model, meeting, name):
    registration = comes(meeting)
    signed_in(client, django_user_model, "change_meeting")

    client.post(url(name, meeting), {"arrive": registration.pk})

    assert not arrived(registration)


def test_a_stranger_is_asked_to_sign_in(client, meeting):
    assert "/admin/login/" in client.get(url("check_in", meeting))["Location"]


def test_a_tick_says_who_is_there_and_leads_back_to_their_line(door, meeting):
    registration = comes(meeting)

    answer = press(door, meeting, "arrive", registration, "?q=essai")

    assert arrived(registration)
    assert answer["Location"].endswith(f"/check-in/?q=essai#person-{registration.pk}")
    assert count_on(door.get(url("check_in", meeting))) == [1, 1]


def test_two_phones_that_tick_the_same_person_agree(door, meeting):
    registration = comes(meeting)

    press(door, meeting, "arrive", registration)
    first = arrived(registration)
    answer = press(door, meeting, "arrive", registration)

    assert answer.status_code == 302
    assert arrived(registration) == first


def test_a_tick_is_undone_as_often_as_one_likes(door, meeting):
    registration = comes(meeting)
    press(door, meeting, "arrive", registration)

    assert press(door, meeting, "undo", registration).status_code == 302
    assert press(door, meeting, "undo", registration).status_code == 302

    assert not arrived(registration)


@pytest.mark.parametrize("query", ["ELODIE", "gerard elo", "élodie", "ssm d’ixelles"])
def test_a_person_is_found_by_any_part_of_the_name_without_accents(
    door, meeting, query
):
    comes(
        meeting,
        given_name="Élodie",
        family_name="Gérard",
        organisation="S.S.M. D'Ixelles" if "ssm" not in query else "SSM d'Ixelles",
    )
    comes(meeting, family_name="Autre")

    page = text_of(door.get(url("check_in", meeting), {"q": query}))

    assert "Gérard" in page
    assert "Autre" not in page


def test_the_door_shows_names_and_organisations_and_nothing_else(door, meeting):
    registration = comes(
        meeting, role="Psychiatre", question="Une question ?", access_need="Rampe"
    )
    assert AccessNeed.objects.exists()

    page = door.get(url("check_in", meeting)).content.decode()

    assert registration.family_name in page
    for secret in (
        registration.email,
        registration.reference,
        "Psychiatre",
        "Une question",
        "Rampe",
    ):
        assert secret not in page


def test_who_waits_is_told_apart_and_let_in_where_a_chair_is_free(door):
    meeting = make_morning(start_date=timezone.localdate(), capacity=1)
    seated, waiting = comes(meeting), comes(meeting, family_name="Attend")

    page = door.get(url("check_in", meeting))
    refused = press(door, meeting, "arrive", waiting)

    assert without_seat_on(page) == [str(waiting.pk)]
    assert "Sur la liste d’attente" in text_of(page)
    assert refused.status_code == 409
    assert not arrived(waiting)

    seats.cancel(seated, now=timezone.now() - timedelta(days=1))
    press(door, meeting, "let_in", waiting)
    assert arrived(waiting)


def test_a_full_room_says_so_and_keeps_what_was_typed(door):
    meeting = make_morning(start_date=timezone.localdate(), capacity=1)
    reception.check_in(comes(meeting), now=timezone.now())
    facts = {"given_name": "Zoé", "family_name": "Vient", "organisation": "Ici"}

    answer = door.post(url("walk_in", meeting), facts)

    assert answer.status_code == 409
    assert 'value="Vient"' in answer.content.decode()
    assert "door-refusal" in answer.content.decode()
    assert meeting.registrations.count() == 1


def test_who_gave_up_their_seat_and_comes_is_seated_once_more(door, meeting):
    registration = seats.cancel(comes(meeting), now=timezone.now() - timedelta(days=1))

    press(door, meeting, "let_in", registration)

    back = meeting.registrations.present().get()
    assert (back.name, back.email) == (registration.name, registration.email)
    assert now_is(registration) == "cancelled"
    page = door.get(url("check_in", meeting))
    assert registration.family_name in text_of(page)
    assert not without_seat_on(page)


def test_who_had_not_registered_is_written_down_in_one_line(door, meeting):
    facts = {"given_name": "Zoé", "family_name": "Vient", "organisation": "SSM"}

    answer = door.post(url("walk_in", meeting), facts)

    came = meeting.registrations.get()
    assert (came.source, came.name, came.email) == ("walk_in", "Zoé Vient", "")
    assert came.checked_in_at
    assert answer["Location"].endswith(f"#person-{came.pk}")


def test_a_walk_in_without_a_name_is_asked_for_it(door, meeting):
    answer = door.post(url("walk_in", meeting), {"given_name": "Zoé"})

    assert answer.status_code == 422
    assert 'value="Zoé"' in answer.content.decode()
    assert not meeting.registrations.exists()


@pytest.mark.parametrize(
    "pressed",
    [
        {},
        {"arrive": "x"},
        {"arrive": "9" * 30},
        {"undo": "-1"},
        {"arrive": "😀"},
        {"let_in": "0"},
    ],
)
def test_a_press_that_names_nobody_is_told_so(door, meeting, pressed):
    assert door.post(url("check_in", meeting), pressed).status_code == 409


def test_nobody_of_another_meeting_is_ticked(door, meeting):
    elsewhere = comes(make_morning(start_date=timezone.localdate()))

    assert press(door, meeting, "arrive", elsewhere).status_code == 409
    assert not arrived(elsewhere)


def test_who_was_erased_is_counted_and_not_named(door, meeting):
    came = reception.check_in(comes(meeting), now=timezone.now())
    corrections.erase(came, now=timezone.now())

    assert count_on(door.get(url("check_in", meeting))) == [1, 1]
    assert press(door, meeting, "undo", came).status_code == 409


def test_the_people_of_far_away_meetings_are_not_for_the_door(door, meeting):
    far = make_morning(start_date=timezone.localdate() + timedelta(days=30))
    registration = comes(far)

    assert door.get(url("check_in", far)).status_code == 302
    press(door, far, "arrive", registration)
    assert not arrived(registration)
    page = text_of(door.get(reverse("door")))
    assert "Focus sur l’ambulatoire" in page
    assert far.day_words.lower() not in page.lower()


def test_the_office_may_tick_whenever_it_copies_a_sheet(office):
    long_ago = make_morning(start_date=timezone.localdate() - timedelta(days=60))

    assert office.get(url("check_in", long_ago)).status_code == 200


def test_a_large_list_costs_no_more_queries(door, meeting):
    comes(meeting)
    few = _queries(door, meeting)
    for _ in range(20):
        comes(meeting)

    assert _queries(door, meeting) <= few


def _queries(door, meeting):
    with CaptureQueriesContext(connection) as queries:
        door.get(url("check_in", meeting))
    return len(queries)


@pytest.fixture
def receptionist(starter, client, django_user_model):
    user = django_user_model.objects.create_user("accueil", password="accueil")
    user.groups.add(user.groups.model.objects.get(name=RECEPTION))
    client.force_login(user)
    return client


def addresses_of_the_admin(resolver, spaces=()):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            inner = (pattern.namespace,) if pattern.namespace else ()
            yield from addresses_of_the_admin(pattern, spaces + inner)
        elif pattern.name:
            with suppress(NoReverseMatch):
                yield reverse(":".join([*spaces, pattern.name]))


def test_the_group_of_the_door_reaches_nothing_else(receptionist):
    addresses = {
        address
        for address in addresses_of_the_admin(get_resolver())
        # Leaving forgets who asks.
        if address.startswith("/admin/") and "logout" not in address
    }

    opened = {
        one for one in sorted(addresses) if receptionist.get(one).status_code == 200
    }

    assert len(addresses) > 100
    assert opened == {
        "/admin/account/",
        "/admin/door/",
        "/admin/jsi18n/",
        "/admin/sprite/",
    }


def test_the_admin_begins_at_the_door_for_who_only_checks_in(receptionist):
    home = receptionist.get("/admin/", follow=True)

    assert home.redirect_chain == [(reverse("door"), 302)]
    assert "/admin/reports/" not in home.content.decode()


def test_who_does_more_than_check_in_has_the_whole_admin(office):
    assert office.get("/admin/").status_code == 200
