"""The screens of a meeting: all its facts on one, and who may change them."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.utils import timezone

from events import scheduling
from events.models import Meeting
from tests.events.people import sign_up
from tests.making import (
    announce,
    make_meeting,
    make_need,
    make_site,
    make_theme,
    make_venue,
)

pytestmark = pytest.mark.django_db
LIST = "/admin/snippets/events/meeting/"


@pytest.fixture(autouse=True)
def _site():
    make_site()


def edit_url(meeting):
    return f"{LIST}edit/{meeting.pk}/"


def form_of(client, url):
    """What the form of a screen would send, as it was opened."""
    form = BeautifulSoup(client.get(url).content, "html.parser").find(
        id="w-editor-form"
    )
    data = {}
    for field in form.select("input[name], textarea[name]"):
        if field.get("type") not in {"checkbox", "radio"} or field.has_attr("checked"):
            data.setdefault(field["name"], field.get("value", field.get_text()))
    for field in form.select("select[name]"):
        chosen = field.find("option", selected=True)
        data[field["name"]] = chosen["value"] if chosen else ""
    return data


def save(client, meeting, **changes):
    url = edit_url(meeting)
    return client.post(url, {**form_of(client, url), **changes})


def test_a_meeting_is_created_with_all_its_facts_on_one_screen(admin_client):
    theme, need, venue = make_theme(), make_need(), make_venue()
    url = f"{LIST}add/"
    facts = {
        "start_date": "2027-01-19",
        "start_time": "09:00",
        "venue": venue.pk,
        "themes": [theme.pk],
        "needs": [need.pk],
        "capacity": 60,
    }

    answer = admin_client.post(url, {**form_of(admin_client, url), **facts})

    meeting = Meeting.objects.get()
    assert answer.url == edit_url(meeting)
    assert (meeting.start_date, meeting.venue) == (date(2027, 1, 19), venue)
    assert [*meeting.themes.all(), *meeting.needs.all()] == [theme, need]


def test_moving_a_published_meeting_is_an_act_with_a_number(admin_client):
    meeting = make_meeting()
    announce(meeting)

    save(admin_client, meeting, start_date="2026-02-03", status="rescheduled")

    meeting.refresh_from_db()
    assert (meeting.sequence, meeting.previous_date) == (1, date(2026, 1, 20))


def test_fewer_places_than_taken_are_refused_with_the_reason(admin_client):
    meeting = make_meeting(capacity=60, reserved_places=57)

    answer = save(admin_client, meeting, capacity=50)

    assert "capacity" in answer.context["form"].fields
    assert answer.context["form"].errors.keys() == {"reserved_places"}
    meeting.refresh_from_db()
    assert meeting.capacity == 60


def test_a_seat_promised_while_the_room_is_made_smaller_is_kept(
    admin_client, monkeypatch
):
    meeting = make_meeting(
        start_date=timezone.localdate() + timedelta(days=20), capacity=2
    )
    # Both register after the form was found right and before it is saved.
    record = scheduling.record

    def after_two_registrations(changed, **terms):
        for _ in range(2):
            sign_up(meeting, now=timezone.now())
        return record(changed, **terms)

    monkeypatch.setattr(scheduling, "record", after_two_registrations)
    answer = save(admin_client, meeting, capacity=1)

    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {"capacity"}
    meeting.refresh_from_db()
    assert meeting.capacity == 2


def test_an_hour_that_makes_no_sense_is_refused(admin_client):
    answer = save(admin_client, make_meeting(), end_time="08:00")

    assert answer.context["form"].errors.keys() == {"end_time"}


def test_opening_a_screen_changes_nothing(admin_client):
    meeting = make_meeting()
    before = Meeting.objects.values().get()

    for url in (LIST, f"{LIST}add/", edit_url(meeting)):
        assert admin_client.get(url).status_code == 200

    assert Meeting.objects.values().get() == before


@pytest.fixture
def reader(client, django_user_model):
    """Someone who may correct meetings, and neither add them nor write pages."""
    user = django_user_model.objects.create_user("lea", password="lea")
    names = ["access_admin", "change_meeting"]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)
    return client


def test_whoever_may_not_add_sees_no_button_for_it(reader):
    meeting = make_meeting()

    assert f"{LIST}add/" not in reader.get(LIST).content.decode()
    screen = reader.get(edit_url(meeting)).content.decode()
    assert "/next/" not in screen
    assert "/page/" not in screen


def test_a_stranger_sees_nothing(client):
    assert client.get(LIST).url.startswith("/admin/login/")


@pytest.mark.parametrize(
    "name",
    [
        "events/venue",
        "events/concertation",
        "events/cycle",
        "core/theme",
        "core/bassin",
        "core/commune",
        "services/need",
    ],
)
def test_every_reference_list_has_its_screens(admin_client, name):
    for screen in ("", "add/"):
        answer = admin_client.get(f"/admin/snippets/{name}/{screen}")
        assert answer.status_code == 200


def test_the_menu_leads_to_meetings_and_to_reference_lists(admin_client):
    menu = admin_client.get("/admin/").content.decode()

    assert '"label": "Rencontres"' in menu
    assert "Référentiels" in menu.encode().decode("unicode_escape")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("start_date", "date"),
        ("end_date", "date"),
        ("previous_date", "date"),
        ("start_time", "time"),
        ("registration_opens_at", "datetime-local"),
    ],
)
def test_days_and_hours_are_inputs_of_the_browser(admin_client, name, kind):
    screen = BeautifulSoup(admin_client.get(f"{LIST}add/").content, "html.parser")

    assert screen.find("input", attrs={"name": name})["type"] == kind
