"""Ways into the directory: questions, who does what, communes, a selection."""

import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.models import PageViewRestriction

from portal.core.models import Bassin
from services.models import CostOption, Service, TypeProfile
from services.orientation import comparison, coverage, matrix, selection, tiles
from tests.making import (
    make_commune,
    make_directory,
    make_location,
    make_need,
    make_service,
    make_site,
    make_term,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
LINK = re.compile(r'href="([^"]+)"')


@pytest.fixture
def _site():
    make_directory(make_site())


def links(response):
    return [unescape(link) for link in LINK.findall(response.content.decode())]


class TestCoverage(TestCase):
    @settings(max_examples=15, deadline=None)
    @given(
        st.lists(
            st.tuples(*[st.booleans()] * 7),
            min_size=1,
            max_size=6,
        )
    )
    def test_every_crossing_counts_what_the_directory_would_list(self, drawn):
        bassin = Bassin.objects.create(code="b", name_fr="Bassin")
        here, there = make_commune("Etterbeek"), make_commune("Forest")
        here.bassin = bassin
        here.save()
        need, kind, mode = make_need(), make_term(), make_term("modes")
        for region, named, by_bassin, needs, types, modes, active in drawn:
            make_service(
                serves_region=region,
                communes=[here] if named else [],
                bassins=[bassin] if by_bassin else [],
                needs=[need] if needs else [],
                service_types=[kind] if types else [],
                modes=[mode] if modes else [],
                at=make_location(there, street=f"rue {Service.objects.count()}"),
                status="active" if active else "inactive",
            )

        known = coverage.here()

        for commune in (here, there):
            expected = (
                Service.objects.listed()
                .serving(commune)
                .filter(needs=need, service_types=kind, modes=mode)
                .count()
            )
            counted = known.count(need=need, type_=kind, mode=mode, commune=commune)
            assert counted == expected
            there = Service.objects.listed().serving(commune).count()
            assert known.count(commune=commune) == there
        assert known.count() == Service.objects.listed().count()


@pytest.mark.usefixtures("_site")
def test_three_taps_lead_to_the_directory_narrowed_by_need_commune_and_mode(client):
    need, commune = make_need("À domicile"), make_commune("Etterbeek", slug="etterbeek")
    mode = make_term("modes", code="mode-home", name="À domicile")
    make_service(needs=[need], communes=[commune], modes=[mode])

    first = links(client.get(reverse("guide")))
    [second] = [link for link in first if link.endswith(f"={need.code}")]
    [third] = [link for link in links(client.get(second)) if "etterbeek" in link]
    [found] = [link for link in links(client.get(third)) if "mode-home" in link]

    path, query = found.split("?")
    assert path == "/fr/annuaire/"
    assert set(query.split("&")) == {
        f"besoin={need.code}",
        "commune=etterbeek",
        "mode=mode-home",
    }


@pytest.mark.usefixtures("_site")
def test_a_person_who_asked_for_nothing_is_an_answer_too(client):
    need, commune = make_need("À domicile"), make_commune("Etterbeek", slug="etterbeek")
    unasked = make_term("conditions", code="cond-no-request", name="Sans demande")
    make_service(needs=[need], communes=[commune], conditions=[unasked])
    make_service("Sur demande", needs=[need], communes=[commune])

    asked = f"{reverse('guide')}?besoin={need.code}&commune=etterbeek"
    [found] = [link for link in links(client.get(asked)) if "no-request" in link]

    assert found.startswith("/fr/annuaire/?")
    assert "acces=cond-no-request" in found
    cards = client.get(found).context_data["directory"].cards
    assert [card.service.name_fr for card in cards] == ["Service d’essai"]


@pytest.mark.usefixtures("_site")
def test_each_question_may_be_left_open_and_no_address_breaks_the_guide(client):
    make_commune("Etterbeek", slug="etterbeek")
    make_term("modes", code="mode-home")
    address = reverse("guide")

    anything = client.get(f"{address}?besoin=-&commune=-")

    assert "/fr/annuaire/?mode=mode-home" in links(anything)
    assert "/fr/annuaire/" in links(anything)
    for query in ("besoin=nothing", "commune=etterbeek", "besoin=%FF&commune=-", "a=1"):
        assert client.get(f"{address}?{query}").status_code == 200


def test_types_are_compared_on_the_same_lines_and_what_nobody_wrote_is_empty():
    ssm, cpf = make_term(name="SSM"), make_term(name="CPF")
    TypeProfile.objects.create(
        term=ssm, for_whom_fr="Adultes", is_compared_first=True, source="Un guide"
    )
    make_service(service_types=[ssm])

    chosen, first = comparison.of([cpf, ssm]), comparison.of(None)

    assert [row.label for row in chosen.rows] == [str(v) for _n, v in comparison.LINES]
    assert [cell.text for cell in chosen.rows[0].cells] == ["", "Adultes"]
    assert {cell.text for row in chosen.rows[1:] for cell in row.cells} == {""}
    assert [column.count for column in chosen.columns] == [0, 1]
    assert [column.term for column in first.columns] == [ssm]


def test_the_matrix_counts_by_the_area_served_and_names_what_is_missing():
    bassin = Bassin.objects.create(code="sud-est", name_fr="Sud-Est")
    here, there = make_commune("Etterbeek"), make_commune("Auderghem")
    for commune in (here, there):
        commune.bassin = bassin
        commune.save()
    make_commune("Forest")
    ssm, cpf, none = (make_term(name=name) for name in ("SSM", "CPF", "Absent"))
    make_service(service_types=[ssm], bassins=[bassin])
    make_service(service_types=[cpf], communes=[here], at=make_location(there))

    found = matrix.of(bassin)

    assert [commune.name for commune in found.communes] == ["Auderghem", "Etterbeek"]
    counts = {row.term: [one.count for one in row.crossings] for row in found.rows}
    assert counts == {ssm: [1, 1], cpf: [0, 1]}
    assert found.absent == [none]
    urls = {row.term: [one.url for one in row.crossings] for row in found.rows}
    assert urls[cpf][0] == ""
    assert f"type={ssm.code}" in urls[ssm][0]


def test_each_commune_of_today_has_one_tile_and_no_two_share_a_place(starter):
    found = tiles.drawn(tiles.of())
    places = [(tile.column, tile.row) for tile in found]

    assert len(found) == len(set(places)) == 19
    assert all(tile.commune.is_commune for tile in found)


@pytest.mark.usefixtures("_site")
def test_pages_hold_no_address_of_another_party(client):
    for name in ("guide", "who_does_what", "directory_map", "selection"):
        html = client.get(reverse(name)).content.decode()
        loaded = re.findall(r'(?:src|srcset)="(https?:)?//', html)
        assert not loaded


@pytest.mark.usefixtures("_site")
def test_only_the_page_of_the_map_may_ask_for_tiles_and_only_of_their_host(
    client, settings
):
    def images(name):
        policy = client.get(reverse(name)).headers["Content-Security-Policy"]
        return re.search(r"img-src ([^;]*)", policy).group(1).split()

    assert images("directory_map") == ["'self'", "data:"]
    settings.MAP_TILES_URL = "https://tiles.example:8443/{z}/{x}/{y}.png"

    assert images("directory_map") == ["'self'", "data:", "https://tiles.example:8443"]
    assert images("guide") == ["'self'", "data:"]


@pytest.mark.usefixtures("_site")
def test_a_selection_is_what_the_address_says_in_its_order_and_nothing_else(client):
    services = [make_service(name) for name in ("Un", "Deux", "Trois")]
    draft = make_service("Brouillon", live=False)
    slugs = [services[2].slug, draft.slug, "inconnu", services[0].slug]
    query = "&".join(f"service={slug}" for slug in slugs)

    html = client.get(f"{reverse('selection')}?{query}").content.decode()

    assert html.index("Trois") < html.index('value="un"')
    assert "Deux" not in html
    assert "Brouillon" not in html


@pytest.mark.usefixtures("_site")
def test_the_private_note_has_no_name_no_form_and_no_way_out(client):
    service = make_service()
    address = f"{reverse('selection')}?service={service.slug}"

    html = client.get(address).content.decode()
    note = re.search(r"<textarea[^>]*data-private-note[^>]*>", html).group()
    forms = re.findall(r"<form.*?</form>", html, re.DOTALL)

    assert "name=" not in note
    assert "form=" not in note
    assert not any("data-private-note" in form for form in forms)


def test_a_selection_is_read_in_four_languages_from_the_data_with_fallback_marked():
    service = make_service(
        "Équipe mobile",
        name_nl="Mobiel team",
        description_fr="Bref",
        eligibility_description_fr="Adultes du quartier",
    )
    CostOption.objects.create(
        service=service, option_fr="Séance", amount=11, as_of=date(2026, 1, 1)
    )

    with translation.override("nl"):
        [sheet] = selection.sheets([service], TODAY)
    versions = {version.code: version.url for version in selection.versions([service])}

    assert (sheet.line.name, sheet.line.language) == ("Mobiel team", "")
    assert (sheet.description.text, sheet.description.lang) == ("Bref", "fr")
    assert sheet.line.publics == "Adultes du quartier"
    assert sheet.line.publics_language == "fr"
    assert "2026" in sheet.costs[0]
    assert list(versions) == ["fr", "nl", "en", "es"]
    assert all(service.slug in url for url in versions.values())


def test_sixty_sheets_cost_the_queries_of_one(django_assert_num_queries):
    services = [make_service(f"Service {rank}") for rank in range(6)]
    with CaptureQueriesContext(connection) as one:
        selection.sheets(services[:1], TODAY)
    with django_assert_num_queries(len(one)):
        selection.sheets(services, TODAY)


def test_who_may_not_read_the_directory_gets_nothing_of_it_here(client):
    door = make_directory(make_site())
    service = make_service("Secret")
    PageViewRestriction.objects.create(page=door, restriction_type="login")
    query = f"?service={service.slug}"

    for name in ("guide", "who_does_what", "directory_map", "selection", "list_paper"):
        with translation.override("es"):
            addresses = [reverse(name)]
        for address in [*addresses, reverse(name)]:
            answer = client.get(address + query)
            assert answer.status_code == 302
            assert "Secret" not in answer.content.decode()
