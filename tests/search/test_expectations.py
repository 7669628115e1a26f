"""What professionals type finds what they mean, in the demonstration.

Both checks of each expectation; nothing in the search knows of any of them.
"""

import csv
from html import unescape
from pathlib import Path

import pytest
from django.utils.html import strip_tags

from home.content import reading, trainings
from search import results
from services.models import Service

pytestmark = pytest.mark.django_db

FIRST = 5
SOUTH_EAST = {"zone-wsl", "zone-wsp", "zone-etterbeek", "zone-auderghem"}
EXPECTATIONS = Path(__file__).parent / "expectations.csv"


def expectations(kind):
    with EXPECTATIONS.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["kind"] == kind]


def terms_of_services():
    """What each service of the demonstration carries, by its name in the file."""
    carried = {}
    for said in reading.terms("demo_services")["services"]:
        terms = {*said["taxonomy_terms"], *said["service_areas"]}
        carried[said["id"]] = terms | SOUTH_EAST if "zone-sud-est" in terms else terms
    return carried


def names_in_the_file():
    rows = Service.objects.values_list("identifiers__identifier", "name_fr", "name_nl")
    return {name: known for known, *names in rows for name in names}


def first_of(found, kind):
    """Titles of the first results of ``kind``, as they follow on the page."""
    groups = [group for group in found.groups if group.kind.name == kind]
    shown = [result for group in groups for result in group.results]
    return [unescape(strip_tags(result.title)) for result in shown][:FIRST]


def fails(row, first, carried):
    """Why an expectation is not met; nothing where it is."""
    if not set(first) & set(row["expect_any_ids"].split(";")):
        return f"{row['query']}: none of them in {first}"
    wanted = set(row["expect_terms"].split(";"))
    right = [key for key in first if carried[key] & wanted]
    return "" if len(right) >= min(3, len(first)) else f"{row['query']}: {first}"


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_services_are_found_as_they_are_asked_for(indexed_demo, language):
    names, carried = names_in_the_file(), terms_of_services()
    rows = expectations("service")

    failures = [
        failure
        for row in rows
        for found in [results.search(row["query"], language=language)]
        if (
            failure := fails(
                row, [names[title] for title in first_of(found, "service")], carried
            )
        )
    ]

    assert len(rows) == 38
    assert not failures


def test_a_training_is_found_by_what_it_is_about(indexed_demo):
    (row,) = expectations("training")
    names = {
        trainings.TITLES["fr"]: "training-diogene",
        trainings.FIRST_SESSION_PAGE["title"]: "evt-2025-11-25",
    }

    found = results.search(row["query"], language="fr")

    shown = [
        unescape(strip_tags(result.title))
        for group in found.groups
        for result in group.results
    ]
    assert {names.get(title) for title in shown[:FIRST]} & set(
        row["expect_any_ids"].split(";")
    )


def test_no_expectation_is_left_out():
    kinds = ("service", "report", "training")

    assert sum(len(expectations(kind)) for kind in kinds) == 40


def test_a_report_is_found_by_its_day(indexed_demo):
    (row,) = expectations("report")

    found = results.search(row["query"], language="fr")

    assert found.groups[0].kind.name == "report"
    assert found.groups[0].results[0].date == "10 octobre 2025"


def test_107_finds_the_listening_line_and_the_mobile_teams_first(indexed_demo):
    names = names_in_the_file()

    found = results.search("107", language="fr")

    first = [names[title] for title in first_of(found, "service")]
    assert set(first[:3]) == {"r-107", "f-mobile-2a", "f-mobile-2b"}
