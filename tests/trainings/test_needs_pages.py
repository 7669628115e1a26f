"""What readers see of needs and trainings: in order, true now, nothing that is not."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.home.reading import every_row
from tests.making import (
    announce,
    make_concertation,
    make_concertation_page,
    make_meeting,
    make_organisation,
    make_theme,
    report,
)
from tests.trainings.stories import (
    make_need,
    make_session,
    make_training,
    open_doors,
    rank,
    speak,
)
from trainings.models import TrainingNeedsPage, TrainingsPage

pytestmark = pytest.mark.django_db
SECRET = "loutre-violette"


@pytest.fixture(autouse=True)
def home():
    return open_doors()


def text(client, name, *args, **query):
    caches["pages"].clear()
    answer = client.get(reverse(name, args=args), query)
    assert answer.status_code == 200
    page = BeautifulSoup(answer.content, "html.parser")
    return " ".join(page.main.get_text(" ").replace("\u00a0", " ").split())


def test_a_need_says_when_it_was_answered_and_how_many_came(client):
    need = make_need("Syndrome de Diogène")
    past = {"start_date": date(2025, 11, 25), "participants": 16}
    make_session(make_training(needs=[need]), **past)

    assert "Répondu le 25 novembre 2025 (16)" in text(client, "training_needs")
    assert "16 professionnel·les" in text(client, "training_need", need.slug)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (None, "Pas d’offre à ce jour"),
        ({"is_on_demand": True}, "À la demande"),
        ({"url": "https://partenaire.example/"}, "Proposé par un partenaire"),
    ],
)
def test_a_need_says_what_there_is_without_a_date(client, facts, words):
    need = make_need()
    if facts:
        make_training(needs=[need], **facts)

    assert words in text(client, "training_needs")


def test_a_session_to_come_is_said_once_it_is_announced(client):
    need = make_need()
    day = timezone.localdate() + timedelta(days=40)
    session = make_session(
        make_training(needs=[need]), is_announced=False, start_date=day
    )

    assert "Pas d’offre à ce jour" in text(client, "training_needs")
    announce(session.meeting)

    assert f"Session à venir le {day.day}" in text(client, "training_needs")


def test_a_session_called_off_answers_nothing(client):
    need = make_need()
    training = make_training(needs=[need])
    make_session(training, start_date=date(2025, 11, 25), status="cancelled")

    assert "Pas d’offre à ce jour" in text(client, "training_needs")


def test_ranks_of_several_meetings_are_compared_with_links_to_them(client):
    need, concertation = make_need(), make_concertation()
    page = make_concertation_page(concertation)
    for day, number in ((date(2025, 1, 7), 3), (date(2025, 5, 6), 1)):
        meeting = make_meeting(concertation=concertation, start_date=day)
        report(meeting, page)
        rank(need, meeting, number, votes=20 + number)

    board, own = (
        text(client, "training_needs"),
        text(client, "training_need", need.slug),
    )

    assert "Rangs, de rencontre en rencontre : 3, 1" in board
    assert "rang 1" in own
    assert "mardi 6 mai 2025 1 21" in own
    assert "mardi 7 janvier 2025 3 23" in own


def test_what_is_not_public_is_nowhere(client):
    shown, hidden = make_need("Visible"), make_need(SECRET, is_public=False)
    planned = make_meeting(start_date=date(2025, 5, 6))
    rank(shown, planned, 1)
    training = make_training(SECRET, needs=[shown], is_public=False)
    make_session(training)
    make_training("Ouverte", needs=[shown, hidden])

    for name, *args in (
        ("training_needs",),
        ("trainings",),
        ("training_need", shown.slug),
        ("training", "ouverte"),
    ):
        assert SECRET not in text(client, name, *args)
    assert "6 mai 2025" not in text(client, "training_need", shown.slug)
    for name, slug in (("training_need", hidden.slug), ("training", training.slug)):
        assert client.get(reverse(name, args=[slug])).status_code == 404
    assert client.get(reverse("voice_form", args=[hidden.slug])).status_code == 404


def test_who_may_not_read_the_page_reads_none_of_its_records(client):
    make_training(SECRET)
    make_need(f"besoin {SECRET}")
    page = TrainingsPage.objects.get()
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    for address in ("trainings", "training_needs"):
        assert client.get(reverse(address)).status_code == 302
    assert client.get(reverse("training", args=[SECRET])).status_code == 302
    assert (
        client.get(reverse("voice_form", args=[f"besoin-{SECRET}"])).status_code == 302
    )
    assert SECRET not in client.get("/fr/").content.decode()


@pytest.mark.parametrize("page_type", [TrainingsPage, TrainingNeedsPage])
def test_without_its_page_there_is_nothing(client, page_type):
    make_training("Une")
    make_need("Un")
    page_type.objects.get().unpublish()
    name = "trainings" if page_type is TrainingsPage else "training_needs"

    assert client.get(reverse(name)).status_code == 404


def test_what_is_public_is_in_the_map_for_search_engines_and_nothing_else(client):
    make_training("Une")
    make_training(SECRET, is_public=False)
    make_need("Un")
    make_need(f"besoin {SECRET}", is_public=False)

    said = client.get("/sitemap.xml").content.decode()

    assert "/fr/formations/une/" in said
    assert "/fr/formations/besoins/un/" in said
    assert SECRET not in said


def test_the_catalogue_is_narrowed_by_its_address(client):
    theme, need = make_theme(code="exil"), make_need("Exil")
    make_training("Gratuite", is_free=True, themes=[theme])
    make_training("Demande", kind="intervision", is_on_demand=True, needs=[need])
    make_session(make_training("Datée"), start_date=date(2090, 1, 3))

    found = {
        "type=intervision": "Demande",
        "theme=exil": "Gratuite",
        "besoin=exil": "Demande",
        "quand=on-demand": "Demande",
        "quand=upcoming": "Datée",
        "cout=free": "Gratuite",
    }
    for query, title in found.items():
        name, value = query.split("=")
        page = text(client, "trainings", **{name: value})
        assert "1 offre" in page, query
        assert title in page, query


@pytest.mark.parametrize("value", ["\x00", "é" * 500, "'", "-1", "😀", "nope"])
def test_whatever_is_asked_of_the_catalogue_has_an_answer(client, value):
    make_training("Une")

    for key in ("type", "theme", "besoin", "quand", "cout", "page"):
        answer = client.get(reverse("trainings"), {key: value})
        assert answer.status_code in {200, 400}


def test_a_training_says_for_whom_how_much_and_when(client):
    training = make_training(
        "Une formation",
        partner=make_organisation("PsyBru"),
        amount="45.50",
        audience_fr="Les infirmier·es",
        prerequisites_fr="Aucun",
        url="https://partenaire.example/",
    )
    make_session(training, start_date=date(2090, 1, 3), capacity=10)
    page = text(client, "training", training.slug)

    for words in ("PsyBru", "45,50 €", "Les infirmier·es", "Aucun", "3 janvier 2090"):
        assert words in page
    assert "S’inscrire" in page


def test_reading_writes_nothing(client):
    need, training = make_need(), make_training()
    before = every_row()

    for name, *args in (
        ("training_needs",),
        ("trainings",),
        ("training_need", need.slug),
        ("training", training.slug),
        ("voice_form", need.slug),
        ("suggestion",),
    ):
        text(client, name, *args)

    assert every_row() == before


def many(count):
    concertation = make_concertation()
    page = make_concertation_page(concertation)
    meeting = make_meeting(concertation=concertation, start_date=date(2025, 5, 6))
    report(meeting, page)
    for number in range(count):
        need = make_need(f"Besoin {number}", source=meeting)
        rank(need, meeting, number + 1)
        speak(need, f"p{number}@essai.example")
        training = make_training(f"Formation {number}", needs=[need])
        make_session(training, start_date=date(2025, 11, 4))
        make_session(training, start_date=date(2090, 1, 3))


@pytest.mark.parametrize("name", ["training_needs", "trainings"])
def test_pages_cost_the_same_queries_for_many_as_for_few(client, name):
    def queries():
        caches["pages"].clear()
        with CaptureQueriesContext(
            connection,
        ) as captured:
            text(client, name)
        return len(captured)

    many(3)
    text(client, name)
    few = queries()
    many(12)

    assert queries() == few
