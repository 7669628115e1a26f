"""Whom to call now: on every page, with languages, and both meanings of « 107 »."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.translation import override

from services import crisis, needs
from services.models import Phone
from tests.making import (
    make_directory,
    make_language,
    make_need,
    make_service,
    make_site,
    make_term,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def home():
    home = make_site()
    make_directory(home)
    return home


def make_line(name, code, *numbers, **facts):
    term = make_term(code=code, name=code)
    service = make_service(name, service_types=[term], **facts)
    for number in numbers:
        Phone.objects.create(service=service, number=number)
    return service


def test_lines_and_mobile_teams_stand_apart_with_their_languages(client, home):
    make_line("Télé-Écoute", "type-helpline", "107", languages=[make_language()])
    make_line("Équipe de crise", "type-mobile-2a", "02 000 00 20", "02 000 00 21")
    make_line("Sans numéro", "type-crisis-centre")
    make_line("Ligne fermée", "type-emergency-number", "199", status="defunct")

    groups = crisis.groups(TODAY)

    assert [[str(card.name) for card in group.cards] for group in groups] == [
        ["Télé-Écoute"],
        ["Équipe de crise"],
    ]
    with override("fr"):
        address = reverse("crisis")
    shown = client.get(address).content.decode()
    assert 'href="tel:107"' in shown
    assert shown.count("tel:+322000002") == 2
    assert "français" in shown.casefold()
    assert address in client.get(home.url).content.decode()


def test_the_front_page_leads_to_the_directory_by_each_need(client, home):
    need, other = make_need("Être écouté·e"), make_need("Travailler")
    make_service(needs=[need])
    make_service(needs=[need], live=False)

    found = [(one.name, one.count) for one in needs.entrances()]

    assert found == [(need.name, 1), (other.name, 0)]
    assert need.code in client.get(home.url).content.decode()
