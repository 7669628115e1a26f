"""The synthesis counts what its reports say, no more and no less."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from events.models import ConcertationIndexPage
from home.models import SynthesisPage
from home.synthesis import drafting, gathering, telling
from home.synthesis.gathering import Scope
from portal.core.models import Bassin, Commune
from tests.events.memory_stories import decided, observed, told
from tests.making import (
    brussels,
    make_commune,
    make_concertation,
    make_concertation_page,
    make_meeting,
    make_need,
    make_site,
    make_theme,
    report,
)

pytestmark = pytest.mark.django_db
NOW = brussels(2026, 11, 30, 10)
YEAR = Scope(date(2025, 1, 1), date(2025, 12, 31))
URL = "/fr/synthese/?du=2025-01-01&au=2025-12-31"


@pytest.fixture
def concertation():
    make_site()
    concertation = make_concertation()
    concertation.page = make_concertation_page(concertation)
    return concertation


def held(concertation, day, *sections, **facts):
    """A meeting of ``concertation`` with a published report."""
    meeting = make_meeting(concertation=concertation, start_date=day, **facts)
    page = report(meeting, concertation.page, sections=list(sections))
    page.save_revision().publish()
    return meeting


def gathered(scope=YEAR):
    return gathering.gather(scope, NOW)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    meetings=st.lists(
        st.tuples(
            st.integers(0, 700),
            st.none() | st.integers(0, 90),
            st.sets(st.integers(0, 2)),
        ),
        max_size=5,
    )
)
def test_the_totals_are_the_sum_of_the_reports(concertation, meetings):
    with transaction.atomic():
        said = [observed(f"constat {number}") for number in range(3)]
        expected = []
        for days, present, heard in meetings:
            day = date(2024, 7, 1) + timedelta(days=days)
            held(
                concertation,
                day,
                *[told(said[n]) for n in heard][:1],
                participants=present,
            )
            if date(2025, 1, 1) <= day <= date(2025, 12, 31):
                expected.append((present, min(len(heard), 1)))

        found = gathered()

        assert len(found.lines) == len(expected)
        assert found.attendance == sum(present or 0 for present, _told in expected)
        assert sum(one.heard for one in found.needs_heard) == sum(
            told_once for _present, told_once in expected
        )
        transaction.set_rollback(True)


def test_two_halves_of_a_year_hold_what_the_year_holds(concertation):
    for month in (2, 6, 7, 11):
        held(concertation, date(2025, month, 3), participants=month)
    first = Scope(date(2025, 1, 1), date(2025, 6, 30))
    second = Scope(date(2025, 7, 1), date(2025, 12, 31))

    halves = [gathered(first), gathered(second)]

    assert sum(half.attendance for half in halves) == gathered().attendance == 26
    assert sum(len(half.lines) for half in halves) == len(gathered().lines) == 4


def test_what_another_theme_or_bassin_heard_is_not_counted(concertation):
    other = make_concertation(theme=make_theme("Prévention"))
    other.page = make_concertation_page(other)
    mine, theirs = observed("ici"), observed("ailleurs")
    held(concertation, date(2025, 3, 3), told(mine))
    held(other, date(2025, 3, 3), told(theirs))

    by_theme = gathered(Scope(YEAR.first, YEAR.last, concertation.theme))
    by_bassin = gathered(Scope(YEAR.first, YEAR.last, None, (concertation.bassin,)))

    assert by_theme.needs_heard == by_bassin.needs_heard == [mine]


def test_a_meeting_nobody_may_read_about_is_not_counted(concertation):
    make_meeting(concertation=concertation, start_date=date(2025, 3, 3), participants=9)

    assert gathered().lines == []


def test_a_cancelled_meeting_did_not_take_place(concertation):
    held(concertation, date(2025, 3, 3), status="cancelled")

    assert gathered().lines == []


def test_actions_are_those_of_its_meetings_by_state(concertation):
    meeting = held(concertation, date(2025, 3, 3))
    decided("À l’étude", meeting=meeting)
    decided("Fini", meeting=meeting, state="done", ended_on=date(2025, 5, 5))
    decided("Secret", meeting=meeting, is_public=False)

    states = {state.label: len(state.actions) for state in gathered().actions}

    assert states == {"À l’étude": 1, "Réalisée": 1}


def test_leads_are_those_its_reports_tell(concertation):
    leads = ("leads", {"leads": ["<p>Une <b>permanence</b></p>"]})
    held(concertation, date(2025, 3, 3), leads)

    assert [lead.words for lead in gathered().leads] == ["Une permanence"]


def test_the_page_marks_the_needs_no_meeting_was_about(concertation, client):
    make_need("Trouver de l’entraide")
    held(concertation, date(2025, 3, 3))

    text = client.get(URL).content.decode()

    assert "Trouver de l’entraide" in text
    assert "compare__gap" in text


def test_a_commune_shared_between_bassins_is_in_the_synthesis_of_all(concertation):
    bassin = Bassin.objects.create(code="est", name_fr="Bassin Est")
    shared, own = make_commune("Bruxelles"), make_commune("Watermael")
    Commune.objects.filter(pk=own.pk).update(bassin=bassin)

    assert gathering.communes_of([]) == [own, shared]
    assert gathering.communes_of([bassin]) == [own]


@pytest.mark.parametrize(
    "query",
    [
        "du=hier&au=%F0%9F%98%80",
        "du=2025-12-31&au=2025-01-01",
        "theme='; drop table&bassin=x&bassin=y",
        "du=0001-01-01&au=9999-12-31",
    ],
)
def test_an_address_nobody_can_read_still_has_an_answer(concertation, client, query):
    for name in ("synthesis", "synthesis_table", "synthesis_paper"):
        assert client.get(f"{reverse(name)}?{query}").status_code == 200


def test_the_table_opens_in_a_spreadsheet_and_holds_every_part(concertation, client):
    meeting = held(concertation, date(2025, 3, 3), told(observed("=SUM(A1)")))
    decided("Relire la liste", meeting=meeting)

    content = client.get(URL.replace("?", "table.csv?")).content

    text = content.decode("utf-8-sig")
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Relire la liste" in text
    assert ";=SUM" not in text


def test_the_paper_is_tagged_and_says_the_same(concertation, client, tmp_path):
    held(concertation, date(2025, 3, 3), told(observed("La saturation")))

    path = tmp_path / "synthese.pdf"
    path.write_bytes(client.get(URL.replace("?", "paper.pdf?")).content)

    paper = PdfReader(path)
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "saturation" in paper.pages[0].extract_text()


def test_a_draft_is_begun_once_and_says_only_what_was_counted(concertation, admin_user):
    held(
        concertation, date(2025, 3, 3), told(observed("La saturation")), participants=9
    )

    page = drafting.begin(gathered(), [], user=admin_user)
    again = drafting.begin(gathered(), [], user=admin_user)

    text = " ".join(str(block.value) for block in page.body)
    assert (page.pk, page.live) == (again.pk, False)
    assert "1 rencontre" in text
    assert "La saturation (1 rencontre)" in text


def test_an_editor_begins_the_report_from_the_admin(concertation, admin_client):
    url = f"{reverse('synthesis_admin')}?du=2025-01-01&au=2025-12-31"

    assert admin_client.get(url).status_code == 200
    answer = admin_client.post(url)

    page = SynthesisPage.objects.get()
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert page.first_day == date(2025, 1, 1)


def test_a_published_synthesis_counts_its_figures_each_time(concertation, client):
    page = SynthesisPage(
        title="Synthèse 2025",
        slug="synthese-2025",
        first_day=YEAR.first,
        last_day=YEAR.last,
    )
    ConcertationIndexPage.objects.get().add_child(instance=page)
    held(concertation, date(2025, 3, 3), participants=41)

    assert "41" in client.get(page.url).content.decode()


def test_it_costs_the_same_queries_with_two_meetings_and_with_twenty(concertation):
    said = [observed(f"constat {number}") for number in range(3)]
    for day in range(1, 3):
        held(concertation, date(2025, 1, day), told(said[0]))
    few = _queries()
    for day in range(3, 21):
        held(concertation, date(2025, 1, day), told(said[day % 3]))

    assert _queries() == few


def _queries():
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        Client().get(URL)
    return len(queries)


def test_the_title_says_what_it_is_of(concertation):
    scope = Scope(YEAR.first, YEAR.last, concertation.theme)

    assert telling.title(scope).startswith("Synthèse – Santé mentale, du 1")


def test_in_the_demonstration_the_first_need_is_answered(demo, client):
    page = client.get("/fr/concertations/").content.decode()
    text = client.get("/fr/synthese/?du=2024-09-01&au=2026-11-30").content.decode()

    assert "Répondu le 25 novembre 2025 (16)" in " ".join(text.split())
    assert "synthèse de 2025" in page
