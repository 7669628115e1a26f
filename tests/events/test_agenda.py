"""The agenda shows what is announced and to come; its archive, what is over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.making import (
    announce,
    make_commune,
    make_concertation,
    make_concertation_page,
    make_meeting,
    make_site,
    make_theme,
    make_venue,
    report,
)

pytestmark = pytest.mark.django_db

AGENDA = "/fr/agenda/"
PAST = "/fr/agenda/passes/"


@pytest.fixture(autouse=True)
def _site():
    make_site()


def announced(title, days=10, **facts):
    day = timezone.localdate() + timedelta(days=days)
    meeting = make_meeting(start_date=day, **facts)
    announce(meeting, title)
    return meeting


def shown(response):
    return [line.title for line in response.context["agenda"].lines]


def test_the_agenda_shows_what_is_to_come_the_next_one_first(client):
    announced("Plus tard", days=20)
    announced("Bientôt", days=10)
    announced("Passée", days=-10)

    assert shown(client.get(AGENDA)) == ["Bientôt", "Plus tard"]


def test_the_archive_shows_what_is_over_the_latest_first(client):
    announced("À venir")
    announced("Ancienne", days=-20)
    announced("Récente", days=-10)

    lines = client.get(PAST).context["archive"].object_list

    assert [line.title for line in lines] == ["Récente", "Ancienne"]


def test_a_meeting_that_left_only_a_report_is_in_the_archive(client):
    concertation = make_concertation()
    meeting = make_meeting(concertation=concertation)
    report(meeting, make_concertation_page(concertation), "Ce qui fut dit")

    assert "Ce qui fut dit" in client.get(PAST).content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        {"theme": "sante-mentale"},
        {"type": "formation"},
        {"commune": "etterbeek"},
        {"theme": "sante-mentale", "commune": "etterbeek"},
    ],
)
def test_filters_narrow_the_agenda(client, asked):
    announced(
        "Voulue",
        themes=[make_theme(code="sante-mentale")],
        kind="formation",
        venue=make_venue(make_commune(slug="etterbeek")),
    )
    announced("Autre")

    assert shown(client.get(AGENDA, asked)) == ["Voulue"]


def test_the_theme_of_a_concertation_is_that_of_its_meetings(client):
    concertation = make_concertation(make_theme(code="prevention"))
    announced("Voulue", concertation=concertation)
    announced("Autre")

    assert shown(client.get(AGENDA, {"theme": "prevention"})) == ["Voulue"]


def test_a_month_can_be_asked_for(client):
    wanted = announced("Voulue", days=100)
    announced("Autre", days=10)

    month = f"{wanted.start_date:%Y-%m}"

    assert shown(client.get(AGENDA, {"mois": month})) == ["Voulue"]


@pytest.mark.parametrize("key", ["theme", "type", "commune", "mois"])
@pytest.mark.parametrize("value", ["rien", "'", "\x00", "2026-13", "é" * 3000])
def test_a_filter_nobody_can_read_is_named_and_everything_is_shown(client, key, value):
    announced("Toutes")

    response = client.get(AGENDA, {key: value})

    assert response.status_code == 200
    assert shown(response) == ["Toutes"]
    assert 'class="err"' in response.content.decode()


@pytest.mark.parametrize(
    "asked", [{"theme": "prevention"}, {"type": "supervision"}, {"mois": "2020-02"}]
)
def test_a_filter_that_finds_nothing_today_is_no_mistake(client, asked):
    make_theme("Prévention", code="prevention")
    announced("Autre")

    response = client.get(AGENDA, asked)

    assert shown(response) == []
    assert 'class="err"' not in response.content.decode()
    assert response.context["agenda"].filters.chosen


def test_filters_that_find_nothing_suggest_what_is_next(client):
    announced("Prochaine", kind="formation")
    announced("Intervision", kind="intervision", days=40)
    month = f"{timezone.localdate() + timedelta(days=40):%Y-%m}"

    response = client.get(AGENDA, {"type": "formation", "mois": month})

    suggestions = response.context["agenda"].suggestions
    assert [line.title for line in suggestions] == ["Prochaine", "Intervision"]


def test_the_subscription_keeps_the_filters_but_not_the_month(client):
    meeting = announced("Voulue", kind="formation")
    asked = {"type": "formation", "mois": f"{meeting.start_date:%Y-%m}"}

    feed = client.get(AGENDA, asked).context["agenda"].feed

    assert feed.url == "http://testserver/fr/agenda/calendrier.ics?type=formation"
    assert feed.webcal.startswith("webcal://")


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999", "\x00", ""])
def test_a_page_of_the_archive_that_is_none_is_still_answered(client, page):
    assert client.get(PAST, {"page": page}).status_code == 200


def test_private_and_draft_pages_are_nowhere(client):
    announced("Brouillon")
    page = announce(make_meeting(), "Retirée")
    page.unpublish()

    assert "Retirée" not in client.get(AGENDA).content.decode()
    assert "Retirée" not in client.get(PAST).content.decode()
