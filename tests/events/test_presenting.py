"""Who presented their offer where: one list, read from both sides."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from events import presenting
from events.models import Presentation
from services import mentions, organisations
from services.models import DirectoryPage
from tests.making import (
    announce,
    brussels,
    make_directory,
    make_meeting,
    make_organisation,
    make_service,
    make_site,
)

pytestmark = pytest.mark.django_db

NOW = brussels(2026, 6, 1, 10)


@pytest.fixture(autouse=True)
def home():
    home = make_site()
    make_directory(home)
    return home


def presented(service, **facts):
    meeting = make_meeting(**facts)
    Presentation.objects.create(meeting=meeting, service=service)
    return meeting


def test_a_service_says_where_it_presents_itself_as_far_as_anybody_may_know():
    service = make_service()
    past = announce(presented(service, start_date=date(2026, 1, 20)), "Passée")
    announce(presented(service, start_date=date(2026, 9, 1)), "À venir")
    cancelled = presented(service, start_date=date(2026, 9, 2), status="cancelled")
    announce(cancelled, "Annulée")
    presented(service, start_date=date(2026, 9, 3))
    announce(make_meeting(start_date=date(2026, 9, 4)), "Une autre")

    found = mentions.of(service, NOW)

    assert [(one.title, one.is_past) for one in found] == [
        ("À venir", False),
        ("Passée", True),
    ]
    assert found[1].url == past.url


def test_the_page_of_a_service_says_before_how_many_it_presented_itself(client):
    service = make_service()
    counted = {"presenters": 3, "participants": 52, "walk_ins": 2}
    past = presented(service, start_date=date(2026, 1, 20), **counted)
    coming = presented(service, start_date=date(2099, 9, 1), participants=40)
    announce(past), announce(coming)

    found = {one.on: one.attendance for one in mentions.of(service, NOW)}
    html = client.get(reverse("service", args=[service.slug])).content.decode()

    assert found == {past.start_date: 57, coming.start_date: None}
    assert "(57 personnes présentes)" in html


def test_a_meeting_names_only_services_anybody_may_read(client):
    meeting = presented(make_service("Service public"))
    for facts in ({"live": False}, {"status": "inactive"}):
        hidden = make_service("Service caché", **facts)
        Presentation.objects.create(meeting=meeting, service=hidden)
    page = announce(meeting)

    assert [str(one.name) for one in presenting.presenters(meeting)] == [
        "Service public"
    ]
    assert "Service public" in client.get(page.url).content.decode()

    PageViewRestriction.objects.create(
        page=DirectoryPage.objects.get(), restriction_type="login"
    )
    assert presenting.presenters(meeting) == []


def test_the_form_suggests_organisations_of_the_directory(client):
    make_service(organisation=make_organisation("Maison <réelle>"))
    example = make_organisation("Association exemple", is_fictional=True)
    make_service(organisation=example)
    make_organisation("Sans service")
    page = announce(make_meeting(start_date=date(2027, 1, 20), needs_registration=True))

    assert organisations.names() == ["Maison <réelle>"]
    with override("fr"):
        form = client.get(reverse("registration_form", args=[page.slug]))
    assert '<option value="Maison &lt;réelle&gt;">' in form.content.decode()
