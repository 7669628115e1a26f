"""Seeing who comes, acting for them, exporting and editing pages are given apart."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from events import exports
from events.models import AccessNeed, Registration, RegistrationNote
from home.content.roles import ADMINISTRATION, COMMUNICATION, DRAFTING, RECEPTION
from portal.core.models import OutgoingMail
from tests.events.people import make_morning, sign_up

pytestmark = pytest.mark.django_db
MEETINGS = "/admin/snippets/events/meeting/"
# What each screen asks for, and whether it is opened or posted to.
SCREENS = {
    "{meeting}/participants/": "view",
    "{meeting}/participants/mail/": "view",
    "{meeting}/participants/add/": "add",
    "{meeting}/participants/export/": "export",
    "{meeting}/participants/communes/": "change",
    "registration/{person}/": "view",
    "registration/{person}/correct/": "change",
    "registration/{person}/move/": "change",
    "registration/{person}/cancel/": "change",
    "registration/{person}/send/": "change",
    "registration/{person}/revoke/": "change",
    "registration/{person}/erase/": "change",
    "registration/{person}/note/": "change",
    "mail/undelivered/": "view",
    "mail/{mail}/retry/": "change",
}
MAY = {
    DRAFTING: set(),
    RECEPTION: set(),
    COMMUNICATION: {"view", "add", "change", "export"},
    ADMINISTRATION: {"view", "add", "change", "export"},
}
EVERY_VERB = ("view", "add", "change", "export", "check_in")


@pytest.fixture
def registration():
    morning = make_morning(start_date=timezone.localdate() + timedelta(days=3))
    registration = sign_up(morning, now=timezone.now(), given_name="Samira")
    OutgoingMail.objects.update(state="failed")
    return registration


@pytest.fixture
def sign_in(client, django_user_model):
    def as_member(role=None, verbs=()):
        user = django_user_model.objects.create_user(f"{role}-{'-'.join(verbs)}")
        codenames = [f"{verb}_registration" for verb in verbs] + ["access_admin"]
        if role:
            user.groups.add(Group.objects.get(name=role))
        else:
            allowed = Permission.objects.filter(codename__in=codenames)
            user.user_permissions.set(allowed)
        client.force_login(user)
        return client

    return as_member


def address(screen, registration):
    mail = OutgoingMail.objects.first()
    return MEETINGS + screen.format(
        meeting=registration.meeting_id, person=registration.pk, mail=mail.pk
    )


def is_refused(response):
    # Who may only check in is led to the door, others to their first screen.
    led_to = {"/admin/", reverse("door")}
    return response.status_code == 302 and response["Location"] in led_to


def state_of_everything():
    return (
        list(Registration.objects.values()),
        list(RegistrationNote.objects.values()),
        list(OutgoingMail.objects.values("key", "state")),
    )


@pytest.mark.parametrize("role", MAY)
def test_each_role_opens_the_screens_that_are_its_own(
    starter, sign_in, registration, role
):
    client = sign_in(role)

    for screen, verb in SCREENS.items():
        url = address(screen, registration)
        refused = is_refused(client.get(url))
        assert refused == (verb not in MAY[role]), screen


@pytest.mark.parametrize("verb", EVERY_VERB)
def test_one_permission_opens_no_other_door(sign_in, registration, verb):
    client = sign_in(verbs=[verb])

    for screen, asked in SCREENS.items():
        url = address(screen, registration)
        assert is_refused(client.get(url)) == (asked != verb), screen


@pytest.mark.parametrize("role", [DRAFTING, RECEPTION])
def test_who_may_not_act_changes_nothing_by_posting(
    starter, sign_in, registration, role
):
    client, before = sign_in(role), state_of_everything()

    for screen in SCREENS:
        url = address(screen, registration)
        fields = {"note": "x", "seen": "1", "words": "samira", "kind": "csv"}
        response = client.post(url, {**fields, "which": "all", "columns": ["email"]})
        assert is_refused(response), screen

    assert state_of_everything() == before
    assert not exports.noted(registration.meeting)


@pytest.mark.parametrize("screen", SCREENS)
def test_a_stranger_is_asked_who_they_are(client, registration, screen):
    response = client.get(address(screen, registration))

    assert "/login/" in response["Location"]


def test_a_need_for_access_is_read_by_who_may_act_on_it(sign_in, registration):
    AccessNeed.objects.create(registration=registration, text="boucle auditive")
    url = address("registration/{person}/", registration)

    seen = {
        verbs: b"boucle" in sign_in(verbs=verbs).get(url).content
        for verbs in (("view",), ("view", "change"))
    }

    assert seen == {("view",): False, ("view", "change"): True}


def test_a_need_for_access_is_exported_by_who_may_act_on_it(sign_in, registration):
    AccessNeed.objects.create(registration=registration, text="boucle auditive")
    url = address("{meeting}/participants/export/", registration)
    asked = {"which": "all", "columns": ["access_need"], "kind": "csv"}

    answers = [
        sign_in(verbs=verbs).post(url, asked).content
        for verbs in (("export",), ("export", "change"))
    ]

    assert [b"boucle" in answer for answer in answers] == [False, True]


@pytest.mark.parametrize("role", [DRAFTING, RECEPTION])
def test_who_may_not_see_people_sees_no_figure_of_them(
    starter, sign_in, registration, role
):
    html = sign_in(role).get("/admin/").content.decode()

    assert "participants/" not in html
    assert "mail/undelivered/" not in html
