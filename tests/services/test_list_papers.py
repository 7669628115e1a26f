"""Lists as PDF: short ones at once, long ones on order, none kept beyond a day."""

from datetime import date, timedelta

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from services.models import DirectoryPage, PaperOrder, Phone, Service
from services.papers import listing, ordering
from tests.events.reading_papers import Paper
from tests.making import (
    make_commune,
    make_directory,
    make_need,
    make_service,
    make_site,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_site")]

NOW = timezone.make_aware(timezone.datetime(2026, 11, 22, 12))
ONLINE = "http://testserver/fr/annuaire/"


@pytest.fixture
def _site(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    make_directory(make_site())


def fill(number, **facts):
    """Services in one go: what they say does not matter here."""
    first = make_service("Service 0000", **facts)
    rows = [
        Service(
            name_fr=f"Service {rank:04}",
            slug=f"service-{rank}",
            organisation=first.organisation,
            serves_region=True,
        )
        for rank in range(1, number)
    ]
    Service.objects.bulk_create(rows)
    return list(Service.objects.order_by("name_fr").values_list("pk", flat=True))


def order(pks, title="Une liste", now=NOW):
    return ordering.order(pks, title=title, address=ONLINE, now=now)


def test_what_a_paper_says_in_french_for_want_of_dutch_is_read_out_in_french():
    french = make_service("Équipe mobile", description_fr="Vient chez vous.")
    dutch = make_service("X", name_nl="Mobiel team", description_nl="Komt bij u.")

    with translation.override("nl"):
        drawn = [
            Paper(listing.drawn([one.pk], title="Lijst", address=ONLINE, now=NOW))
            for one in (french, dutch)
        ]

    assert [paper.languages for paper in drawn] == [{"nl", "fr"}, {"nl"}]


def test_a_list_says_what_one_needs_to_go_there_with_date_pages_and_crisis():
    service = make_service(
        "Équipe #2 [mobile]",
        communes=[make_commune("Etterbeek")],
        application_process_fr="Appeler le matin.",
        delay="short",
        delay_as_of=date(2026, 11, 1),
    )
    Phone.objects.create(service=service, number="02 000 00 01")

    drawn = Paper(
        listing.drawn([service.pk], title="Ma liste", address=ONLINE, now=NOW)
    )

    assert drawn.is_tagged
    assert drawn.standards == ["pdfuaid:part", "pdfaid:part"]
    for words in (
        "Ma liste",
        "Équipe #2 [mobile]",
        "Appeler le matin.",
        "02 000 00 01",
        "1er novembre 2026",
        "22 novembre 2026",
        "Appelez le 112.",
        "Etterbeek",
        ONLINE,
        "1 / 1",
    ):
        assert words in drawn.text


def test_sixty_services_are_handed_out_at_once_and_one_more_is_ordered(client):
    pks = fill(ordering.AT_ONCE)
    address = reverse("list_paper")
    assert client.get(address)["Content-Type"] == "application/pdf"

    make_service("Un de plus")
    asked = client.get(address)

    assert "text/html" in asked["Content-Type"]
    assert not PaperOrder.objects.exists()
    ordered = client.post(address)
    assert ordered.status_code == 302
    assert PaperOrder.objects.get().total == len(pks) + 1
    assert client.post(address)["Location"] == ordered["Location"]


def test_who_waits_sees_how_far_it_is_until_the_paper_is_there(client):
    paper = order(fill(ordering.AT_ONCE + 1))
    address = reverse("paper", args=[paper.uuid])
    file = reverse("paper_file", args=[paper.uuid])

    waiting = client.get(address)
    assert waiting["Refresh"]
    assert client.get(file).status_code == 404
    assert ordering.draw_ordered(now=NOW, limit=10) == 1
    ready = client.get(address)

    assert "Refresh" not in ready
    assert file in ready.content.decode()
    content = b"".join(client.get(file).streaming_content)
    assert "Service 0060" in Paper(content).text
    assert ordering.draw_ordered(now=NOW, limit=10) == 0


def test_a_paper_is_for_whoever_may_read_the_directory(client):
    paper = order(fill(2))
    ordering.draw_ordered(now=NOW, limit=10)
    page = DirectoryPage.objects.get()
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    for name in ("paper", "paper_file"):
        answer = client.get(reverse(name, args=[paper.uuid]))
        assert answer.status_code == 302, name


def test_a_paper_half_drawn_by_who_is_gone_is_drawn_by_another(monkeypatch):
    paper = order(fill(2))
    PaperOrder.objects.update(state="drawing", begun_at=NOW - timedelta(minutes=5))
    assert ordering.draw_ordered(now=NOW, limit=10) == 0

    later = NOW + ordering.LOST_AFTER
    assert ordering.draw_ordered(now=later, limit=10) == 1
    paper.refresh_from_db()
    assert paper.is_ready


def test_a_paper_that_cannot_be_drawn_says_so_and_does_not_stand_in_the_way(
    monkeypatch, client
):
    broken = order(fill(2))

    def fails(*args, **kwargs):
        raise OSError("no more room")

    monkeypatch.setattr(default_storage, "save", fails)
    with pytest.raises(OSError, match="room"):
        ordering.draw_ordered(now=NOW, limit=10)

    broken.refresh_from_db()
    assert broken.has_failed
    assert "Refresh" not in client.get(reverse("paper", args=[broken.uuid]))
    assert ordering.draw_ordered(now=NOW, limit=10) == 0


def test_papers_are_gone_with_their_files_after_a_day():
    paper = order(fill(2))
    ordering.draw_ordered(now=NOW, limit=10)
    paper.refresh_from_db()

    assert ordering.forget_drawn(now=NOW + ordering.KEPT_FOR, limit=10) == 0
    late = NOW + ordering.KEPT_FOR + timedelta(seconds=1)
    assert ordering.forget_drawn(now=late, limit=10) == 1
    assert not default_storage.exists(paper.file)
    assert not PaperOrder.objects.exists()


def test_the_same_list_is_drawn_anew_once_something_public_has_changed():
    pks = fill(3)
    first = order(pks)
    assert order(pks) == first

    Service.objects.first().save()

    assert order(pks) != first


def test_what_nobody_prints_is_refused_in_words(client):
    assert client.get(reverse("list_paper")).status_code == 400
    with pytest.raises(ordering.TooLongError):
        order(list(range(ordering.MOST + 1)))


def test_a_list_is_narrowed_as_the_directory_is(client):
    need, commune = make_need("Domicile"), make_commune("Etterbeek", slug="etterbeek")
    make_service("Oui", needs=[need], communes=[commune])
    make_service("Autre besoin", communes=[commune])
    make_service("Ailleurs", needs=[need], communes=[make_commune("Forest")])

    query = f"besoin={need.code}&commune=etterbeek&type=unknown"
    drawn = Paper(client.get(f"{reverse('list_paper')}?{query}").content)

    assert "Oui" in drawn.text
    assert "Autre besoin" not in drawn.text
    assert "Ailleurs" not in drawn.text
