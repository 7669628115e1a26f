"""From a meeting, editors begin its page, its report and the next meeting, by POST."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from events.models import AgendaPage, EventPage, Meeting, ReportPage
from tests.making import (
    announce,
    make_concertation,
    make_concertation_page,
    make_meeting,
    make_site,
    report,
)

pytestmark = pytest.mark.django_db
STEPS = ["page", "report", "next"]


@pytest.fixture
def meeting():
    make_site()
    meeting = make_meeting(concertation=make_concertation())
    make_concertation_page(meeting.concertation)
    return meeting


@pytest.fixture
def editor(client, django_user_model):
    """Someone who may change meetings, and whatever a test adds."""
    user = django_user_model.objects.create_user("lea", password="lea")
    allow(user, "access_admin", "change_meeting")
    client.force_login(user)
    client.user = user
    return client


def allow(user, *names):
    user.user_permissions.add(*Permission.objects.filter(codename__in=names))


def let_write_under(user, page):
    group = user.groups.create(name="Rédaction")
    permission = Permission.objects.get(
        content_type__app_label="wagtailcore", codename="add_page"
    )
    GroupPagePermission.objects.create(group=group, page=page, permission=permission)


def step_url(meeting, step):
    return f"/admin/snippets/events/meeting/{meeting.pk}/{step}/"


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def steps_shown(client, meeting):
    """The addresses of the buttons and of the links above the form."""
    url = f"/admin/snippets/events/meeting/edit/{meeting.pk}/"
    screen = BeautifulSoup(client.get(url).content, "html.parser")
    steps = screen.find("section", attrs={"aria-labelledby": "next-steps"})
    if steps is None:
        return [], []
    links = [a["href"] for a in steps("a")]
    return [f["action"] for f in steps("form")], links


def on_the_day(meeting):
    return [step_url(meeting, step) for step in ("check-in", "papers")]


def test_a_meeting_offers_its_page_its_report_and_the_next_one(admin_client, meeting):
    buttons, links = steps_shown(admin_client, meeting)

    assert buttons == [step_url(meeting, step) for step in STEPS]
    notes = step_url(meeting, "report/notes")
    assert links == [notes, *on_the_day(meeting)]


def test_what_exists_already_is_a_link_to_it(admin_client, meeting):
    pages = [announce(meeting), report(meeting, meeting.concertation.pages.get())]

    buttons, links = steps_shown(admin_client, meeting)

    assert buttons == [step_url(meeting, "next")]
    others = [link for link in links if "/kit/" not in link]
    assert others == [*map(edit_url, pages), *on_the_day(meeting)]


def test_a_published_page_offers_what_partners_need(admin_client, meeting):
    page = announce(meeting)

    _buttons, links = steps_shown(admin_client, meeting)

    assert f"/fr/agenda/{page.slug}/kit/" in links


def test_a_page_nobody_may_read_has_nothing_for_partners(admin_client, meeting):
    announce(meeting).unpublish()

    _buttons, links = steps_shown(admin_client, meeting)

    assert not [link for link in links if "/kit/" in link]


@pytest.mark.parametrize(
    ("step", "kind"), [("page", EventPage), ("report", ReportPage)]
)
def test_a_button_begins_a_draft_and_opens_it(admin_client, meeting, step, kind):
    answer = admin_client.post(step_url(meeting, step))

    page = kind.objects.get()
    assert answer.url == edit_url(page)
    assert not page.live
    assert admin_client.get(answer.url).status_code == 200


def test_a_button_pressed_twice_opens_the_same_page(admin_client, meeting):
    urls = {admin_client.post(step_url(meeting, "page")).url for _ in range(2)}

    assert len(urls) == EventPage.objects.count() == 1


def test_the_next_meeting_opens_to_be_dated(admin_client, meeting):
    answer = admin_client.post(step_url(meeting, "next"))

    following = Meeting.objects.exclude(pk=meeting.pk).get()
    assert answer.url == f"/admin/snippets/events/meeting/edit/{following.pk}/"


@pytest.mark.parametrize("step", STEPS)
def test_following_a_link_begins_nothing(admin_client, meeting, step):
    before = Page.objects.count(), Meeting.objects.count()

    assert admin_client.get(step_url(meeting, step)).status_code == 405

    assert (Page.objects.count(), Meeting.objects.count()) == before


@pytest.mark.parametrize("step", STEPS)
def test_a_button_is_signed(meeting, step, admin_user, client):
    client.handler.enforce_csrf_checks = True
    client.force_login(admin_user)

    assert client.post(step_url(meeting, step)).status_code == 403


def test_no_report_without_a_concertation_page_and_the_reason_is_said(admin_client):
    make_site()
    meeting = make_meeting()

    answer = admin_client.post(step_url(meeting, "report"))

    assert answer.url == f"/admin/snippets/events/meeting/edit/{meeting.pk}/"
    [message] = get_messages(answer.wsgi_request)
    assert "concertation" in str(message)
    assert not ReportPage.objects.exists()


@pytest.mark.parametrize("step", STEPS)
def test_whoever_may_not_begin_sees_no_button_and_is_refused(editor, meeting, step):
    assert steps_shown(editor, meeting) == ([], [])

    # Wagtail sends whoever is refused back to the front of its screens.
    assert editor.post(step_url(meeting, step)).url == "/admin/"
    assert (EventPage.objects.count(), ReportPage.objects.count()) == (0, 0)
    assert Meeting.objects.count() == 1


def test_whoever_may_write_under_the_agenda_may_begin_the_page(editor, meeting):
    let_write_under(editor.user, AgendaPage.objects.get())

    assert steps_shown(editor, meeting)[0] == [step_url(meeting, "page")]
    assert editor.post(step_url(meeting, "page")).url == edit_url(
        EventPage.objects.get()
    )


def test_whoever_may_add_meetings_may_begin_the_next(editor, meeting):
    allow(editor.user, "add_meeting")

    assert steps_shown(editor, meeting)[0] == [step_url(meeting, "next")]
    editor.post(step_url(meeting, "next"))
    assert Meeting.objects.count() == 2
