"""From draft to public: findings, review and publishing at a given hour."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import (
    GroupApprovalTask,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from events.models import EventPage
from tests.making import announce, make_meeting, make_site

pytestmark = pytest.mark.django_db
WRONG = "<p>Rendez-vous le 12/06/2026 (voir recto).</p>"


@pytest.fixture
def draft():
    make_site()
    page = announce(make_meeting(), live=False)
    page.save_revision()
    return page


def edited(page, text, **action):
    """What the form of the page sends."""
    body = streamfield([("text", rich_text(text))])
    words = {"title": page.title, "slug": page.slug, "meeting": page.meeting_id}
    empty = {name: streamfield([]) for name in ("programme", "presenters", "documents")}
    comments = {f"comments-{key}_FORMS": 0 for key in ("TOTAL", "INITIAL")}
    return nested_form_data({**words, "body": body, **empty, **comments, **action})


def save(client, page, text, headers=None, **action):
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = client.post(url, edited(page, text, **action), headers=headers)
    return [str(message) for message in get_messages(answer.wsgi_request)]


def test_saving_tells_what_to_look_at_and_saves_all_the_same(admin_client, draft):
    messages = " ".join(save(admin_client, draft, WRONG))

    for words in ("2 points", "12/06/2026", "voir recto"):
        assert words in messages
    latest = EventPage.objects.get().get_latest_revision_as_object()
    assert "12/06/2026" in str(latest.body)


def test_publishing_tells_it_once_and_publishes_all_the_same(admin_client, draft):
    messages = save(admin_client, draft, WRONG, **{"action-publish": "1"})

    assert sum("12/06/2026" in message for message in messages) == 1
    assert EventPage.objects.get().live


def test_a_good_text_passes_without_a_word(admin_client, draft):
    messages = save(admin_client, draft, "<p>Venez nombreux.</p>")

    assert "à relire" not in " ".join(messages)


def test_a_page_that_saves_itself_says_nothing(admin_client, draft):
    headers = {"accept": "application/json"}

    assert save(admin_client, draft, WRONG, headers=headers) == []


def make_people(django_user_model, page):
    """Someone who writes, someone who publishes, and the review between them."""
    people = {"redaction": ["add_page", "change_page"], "relecture": ["publish_page"]}
    for name, codes in people.items():
        group = Group.objects.create(name=name)
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        for permission in Permission.objects.filter(
            codename__in=[*codes, "change_page"]
        ):
            GroupPagePermission.objects.get_or_create(
                group=group, page=page, permission=permission
            )
        django_user_model.objects.create_user(name).groups.add(group)
    task = GroupApprovalTask.objects.create(name="Relire")
    task.groups.add(Group.objects.get(name="relecture"))
    workflow = Workflow.objects.create(name="Relecture")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=page)


def test_a_page_goes_online_once_a_second_reader_agrees(
    client, draft, django_user_model
):
    make_people(django_user_model, draft.get_parent())
    client.force_login(django_user_model.objects.get(username="redaction"))
    save(client, draft, "<p>Venez.</p>", **{"action-submit": "1"})
    assert not EventPage.objects.get().live

    client.force_login(django_user_model.objects.get(username="relecture"))
    agree = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    save(client, draft, "<p>Venez.</p>", **agree)

    assert EventPage.objects.get().live


def test_a_page_goes_online_at_the_hour_it_was_given(draft):
    draft.go_live_at = timezone.now() - timedelta(minutes=1)
    draft.save_revision(approved_go_live_at=draft.go_live_at)

    call_command("publish_scheduled")

    assert EventPage.objects.get().live
