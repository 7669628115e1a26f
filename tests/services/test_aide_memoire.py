"""What an aide-mémoire lists, what an edition keeps, and what changed since."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.core.models import Bassin
from services.aide_memoire import changes, freezing, sections
from services.models import (
    AideMemoireIndexPage,
    AideMemoireNeed,
    AideMemoirePage,
    AideMemoireService,
    Phone,
    Service,
    TemporaryClosure,
)
from services.papers import aide_memoire as paper
from tests.events.reading_papers import Paper
from tests.making import (
    make_commune,
    make_location,
    make_need,
    make_service,
    make_site,
    make_term,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


@pytest.fixture
def need():
    return make_need("Être accompagné·e à domicile")


@pytest.fixture
def bassin():
    return Bassin.objects.create(code="sud-est", name_fr="Bassin Sud-Est")


@pytest.fixture
def memo(need, bassin):
    home = make_site()
    index = AideMemoireIndexPage(title="Aide-mémoire", slug="aide-memoire")
    home.add_child(instance=index)
    found = AideMemoirePage(
        title="Santé mentale",
        slug="sante-mentale",
        summary="Par besoin.",
        bassin=bassin,
    )
    index.add_child(instance=found)
    return found


def listed(memo, **asked):
    found = sections.living(memo, TODAY, **asked)
    return {section.name: [line.name for line in section.lines] for section in found}


def test_more_services_are_frozen_than_a_database_takes_conditions(memo, need):
    first = make_service("Un", needs=[need], serves_region=True)
    many = Service.objects.bulk_create(
        Service(
            name_fr=f"Service {rank}",
            slug=f"s-{rank}",
            organisation=first.organisation,
            serves_region=True,
        )
        for rank in range(1_200)
    )
    through = Service.needs.through
    through.objects.bulk_create(through(service=one, need=need) for one in many)

    content = freezing.content_of(memo, TODAY)

    [section] = [one for one in content["sections"] if one["code"] == need.code]
    assert sum(len(group["lines"]) for group in section["groups"]) == 1_201


def test_a_need_lists_the_services_that_work_in_the_bassin_wherever_they_sit(
    memo, need, bassin
):
    here, there = make_commune("Etterbeek"), make_commune("Forest")
    here.bassin = bassin
    here.save()
    for name, facts in {
        "commune": {"communes": [here], "at": make_location(there)},
        "bassin": {"bassins": [bassin]},
        "pays": {"serves_country": True},
        "ailleurs": {"communes": [there], "at": make_location(here, street="rue 2")},
    }.items():
        make_service(name, needs=[need], **facts)
    make_service("inactif", needs=[need], bassins=[bassin], status="inactive")
    make_service("autre besoin", bassins=[bassin])

    assert set(listed(memo)[need.name]) == {"commune", "bassin", "pays"}


def test_a_need_nobody_answers_is_shown_all_the_same(memo, need):
    assert listed(memo) == {need.name: []}


def test_a_closure_is_on_its_line_while_it_lasts_and_kept_in_what_is_frozen(memo, need):
    service = make_service("Congés", needs=[need], serves_region=True)
    TemporaryClosure.objects.create(service=service, from_date=TODAY, to_date=TODAY)

    def said(day):
        (section,) = sections.living(memo, day)
        return section.lines[0].closed

    assert said(TODAY).startswith("Fermé")
    assert said(TODAY + timedelta(days=1)) == ""
    frozen = sections.thawed(freezing.content_of(memo, TODAY))
    (changed,) = changes.since(frozen, sections.living(memo, TODAY + timedelta(days=1)))
    assert changed.changed[0].differences[0].after == ""


def test_services_stand_by_mode_and_those_nobody_vouches_for_come_last(memo, need):
    home, remote = make_term("modes", name="À domicile"), make_term("modes")
    for name, mode, assured in (
        ("ancien", home, TODAY - timedelta(days=400)),
        ("jamais", home, None),
        ("récent", home, TODAY),
        ("à distance", remote, TODAY),
    ):
        make_service(
            name, needs=[need], modes=[mode], serves_region=True, assured_date=assured
        )
    make_service("sans mode", needs=[need], serves_region=True, assured_date=TODAY)

    [section] = sections.living(memo, TODAY)

    assert [[line.name for line in group.lines] for group in section.groups] == [
        ["récent", "ancien", "jamais"],
        ["à distance"],
        ["sans mode"],
    ]
    doubtful = {line.name for line in section.lines if line.is_doubtful}
    assert doubtful == {"ancien", "jamais"}


def test_the_editor_settles_the_needs_their_notes_and_the_first_services(memo, need):
    last = make_need("Trouver de l’entraide")
    services = {
        name: make_service(name, needs=[need, last], serves_region=True)
        for name in ("a", "b", "c")
    }
    memo.chosen_needs = [
        AideMemoireNeed(need=last, note="Une note.", sort_order=0),
        AideMemoireNeed(need=need, sort_order=1),
    ]
    memo.chosen_services = [
        AideMemoireService(service=services["c"], sort_order=0),
        AideMemoireService(service=services["a"], is_left_out=True, sort_order=1),
    ]
    memo.save_revision().publish()
    memo = AideMemoirePage.objects.get(locale__language_code="fr")

    assert listed(memo) == {last.name: ["c", "b"], need.name: ["c", "b"]}
    assert sections.living(memo, TODAY)[0].note == "Une note."
    assert list(listed(memo, needs=[need])) == [need.name]


def test_many_services_cost_the_queries_of_one(memo, need, django_assert_num_queries):
    def fill(number):
        for rank in range(number):
            service = make_service(
                f"Service {rank}",
                needs=[need],
                serves_region=True,
                service_types=[make_term()],
            )
            Phone.objects.create(service=service, number=f"02 000 00 {rank:02}")

    fill(1)
    with CaptureQueriesContext(connection) as one:
        listed(memo)
    fill(5)
    with django_assert_num_queries(len(one)):
        listed(memo)


def test_an_edition_holds_nothing_that_was_said_after_its_day(memo, need):
    facts = {"delay": "short", "assured_date": TODAY, "serves_region": True}
    make_service("tard", needs=[need], delay_as_of=TODAY, **facts)
    make_service("tôt", needs=[need], delay_as_of=TODAY - timedelta(days=40), **facts)

    edition = freezing.freeze(memo, day=TODAY - timedelta(days=30), title="Matinée")

    lines = {line.name: line for line in sections.thawed(edition.content)[0].lines}
    assert lines["tard"].delay == ""
    assert lines["tôt"].delay
    assert {line.standing for line in lines.values()} == {"never"}


def test_an_edition_says_for_ever_what_it_said_and_one_day_has_one(memo, need):
    service = make_service("avant", needs=[need], serves_region=True)
    edition = freezing.freeze(memo, day=TODAY)
    service.name_fr = "après"
    service.save()
    edition.refresh_from_db()

    assert [line.name for line in sections.thawed(edition.content)[0].lines] == [
        "avant"
    ]
    assert listed(memo) == {need.name: ["après"]}
    with pytest.raises(ValidationError):
        freezing.freeze(memo, day=TODAY)


def test_what_changed_since_is_told_service_by_service(memo, need):
    facts = {"needs": [need], "serves_region": True}
    same, moved, closed = (make_service(name, **facts) for name in ("a", "b", "c"))
    other = make_service("d", **facts)
    frozen = sections.thawed(freezing.freeze(memo, day=TODAY).content)
    Phone.objects.create(service=moved, number="02 000 00 01")
    same.assured_date = TODAY
    same.save()
    closed.status, closed.successor = "defunct", moved
    closed.save()
    other.needs = []
    other.save()
    make_service("e", **facts)

    [told] = changes.since(frozen, sections.living(memo, TODAY))

    assert [line.name for line in told.added] == ["e"]
    [changed] = told.changed
    assert changed.line.name == "b"
    [difference] = changed.differences
    assert (difference.before, difference.after) == ("", "02 000 00 01")
    gone = {one.line.name: one for one in told.gone}
    assert set(gone) == {"c", "d"}
    assert gone["c"].successor == moved
    assert gone["d"].successor is None


def test_nothing_is_told_where_nothing_changed(memo, need):
    make_service("a", needs=[need], serves_region=True)
    frozen = sections.thawed(freezing.freeze(memo, day=TODAY).content)

    assert changes.since(frozen, sections.living(memo, TODAY)) == []


def test_the_paper_is_accessible_dated_and_leads_back_to_the_page(memo, need):
    helpline = make_term(code="type-helpline", name="Ligne d’écoute")
    line = make_service("Télé-Écoute", serves_country=True, service_types=[helpline])
    Phone.objects.create(service=line, number="107")
    make_service("Équipe #1 *mobile*", needs=[need], serves_region=True)
    noon = timezone.make_aware(timezone.datetime(2026, 11, 22, 12))

    drawn = Paper(paper.living(memo, (), now=noon))

    assert drawn.is_tagged
    assert drawn.standards == ["pdfuaid:part", "pdfaid:part"]
    assert drawn.language.startswith("fr")
    assert drawn.title == "Santé mentale"
    for words in (
        "Équipe #1 *mobile*",
        "107",
        "Appelez le 112.",
        "22 novembre 2026",
        "/aide-memoire/sante-mentale/",
        "1 / 1",
    ):
        assert words in drawn.text


def test_each_address_of_the_page_answers_and_no_day_is_invented(memo, need, client):
    make_service("Équipe mobile", needs=[need], serves_region=True)
    edition = freezing.freeze(memo, day=TODAY, title="Matinée")
    url = memo.get_url()

    assert "Équipe mobile" in client.get(url).content.decode()
    assert "Matinée" in client.get(f"{url}2026-11-22/").content.decode()
    for address in (f"{url}pdf/", f"{url}pdf/?need=nothing", f"{url}2026-11-22/pdf/"):
        assert client.get(address)["Content-Type"] == "application/pdf"
    for address in ("2026-11-21/", "2026-13-01/", "2026-11-21/pdf/"):
        assert client.get(url + address).status_code == 404
    assert edition.url == f"{url}2026-11-22/"


def test_the_team_freezes_an_edition_that_nobody_changes_afterwards(
    memo, need, admin_client
):
    make_service("Équipe mobile", needs=[need], serves_region=True)
    screen = "/admin/snippets/services/aidememoireedition/"
    answers = {
        "page": memo.pk,
        "day": "2026-11-22",
        "title": "Matinée",
        "needs": need.pk,
    }

    assert admin_client.get(f"{screen}add/").status_code == 200
    admin_client.post(f"{screen}add/", answers)

    edition = memo.editions.get()
    [section] = sections.thawed(edition.content)
    assert [line.name for line in section.lines] == ["Équipe mobile"]
    assert admin_client.get(screen).status_code == 200
    assert admin_client.get(f"{screen}inspect/{edition.pk}/").status_code == 200
    changed = admin_client.post(f"{screen}edit/{edition.pk}/", {"title": "Autre"})
    assert changed.status_code == 302
    edition.refresh_from_db()
    assert edition.title == "Matinée"
