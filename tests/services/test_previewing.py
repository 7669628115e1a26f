"""Editors see an entry as readers would, before anybody else does."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from home.content.roles import COMMUNICATION, DRAFTING, SUPPORT
from services.models import PrivateNote, Service
from tests.making import make_need, make_organisation, make_service

pytestmark = pytest.mark.django_db

SERVICES = "wagtailsnippets_services_service"
ORGANISATIONS = "wagtailsnippets_services_organisation"


@pytest.fixture
def sign_in(client, starter, django_user_model):
    def signed_in(role):
        user = django_user_model.objects.create_user(role, f"{role}@essai.example")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)

    return signed_in


def form_of(client, url):
    shown = client.get(url).content.decode()
    return querydict_from_html(shown, form_id="w-editor-form")


def previewed(client, form_url, preview_url, language="fr", **changed):
    """What the panel shows of a form with these answers."""
    answers = form_of(client, form_url)
    answers.update(changed)
    sent = client.post(preview_url, answers)
    assert sent.json() == {"is_valid": True, "is_available": True}
    return client.get(preview_url, {"mode": language, "in_preview_panel": "true"})


def test_a_change_is_seen_on_the_page_before_it_is_saved(client, sign_in):
    sign_in(DRAFTING)
    service = make_service("Avant", needs=[make_need("Être écouté·e")])
    PrivateNote.objects.create(service=service, text="Ne pas montrer")
    edit = reverse(f"{SERVICES}:edit", args=[service.pk])
    preview = reverse(f"{SERVICES}:preview_on_edit", args=[service.pk])

    shown = previewed(client, edit, preview, name_fr="Après")

    text = shown.content.decode()
    assert "<span>Après</span>" in text
    assert "Être écouté·e" in text
    assert "Ne pas montrer" not in text
    assert Service.objects.get().name_fr == "Avant"
    assert shown.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "unsafe" not in shown.headers["Content-Security-Policy"]


def test_a_new_entry_is_seen_before_there_is_one_in_each_language(client, sign_in):
    sign_in(COMMUNICATION)
    answers = {
        "organisation": make_organisation().pk,
        "name_fr": "Nouveau",
        "description_fr": "Un texte.",
        "name_nl": "Nieuw",
    }
    add, preview = (reverse(f"{SERVICES}:{name}") for name in ("add", "preview_on_add"))

    text = previewed(client, add, preview, "nl", **answers).content.decode()

    assert '<html lang="nl">' in text
    assert "<span>Nieuw</span>" in text
    assert '<p class="phead__lead" lang="fr">Un texte.</p>' in text
    assert not Service.objects.exists()


def test_the_name_of_an_organisation_is_seen_with_its_services(client, sign_in):
    sign_in(COMMUNICATION)
    service = make_service("Écoute", organisation=make_organisation("Avant"))
    at = [service.organisation.pk]
    edit = reverse(f"{ORGANISATIONS}:edit", args=at)
    preview = reverse(f"{ORGANISATIONS}:preview_on_edit", args=at)

    text = previewed(client, edit, preview, name_fr="Après").content.decode()

    assert "<h1>Après</h1>" in text
    assert '<p class="note">Après</p>' in text


def test_who_may_not_change_an_entry_sees_no_draft_of_it(client, sign_in):
    sign_in(SUPPORT)
    service = make_service()
    preview = reverse(f"{SERVICES}:preview_on_edit", args=[service.pk])

    for answer in (client.get(preview), client.post(preview)):
        assert answer.status_code in {302, 403}
        assert "Service d’essai" not in answer.content.decode()
