"""The table of the directory comes out whole and harmless, and comes in as it was."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from services.exporting import table
from services.importing import plan, reading, writing
from services.models import (
    Contact,
    CostOption,
    Location,
    Organisation,
    Phone,
    Schedule,
    Service,
    ServiceAtLocation,
    ServiceIdentifier,
)
from tests.making import (
    make_commune,
    make_language,
    make_location,
    make_need,
    make_organisation,
    make_service,
    make_term,
)

pytestmark = pytest.mark.django_db
TABLE, PACKAGE = "/api/directory/services.csv", "/api/directory/datapackage.json"
DAY = date(2026, 11, 22)
SIGNS = st.sampled_from(
    [
        "=1+1",
        "+32",
        "-",
        "@x",
        "'",
        '"',
        ";",
        "|",
        "\\",
        "\n",
        "é·",
        "\t",
        " ",
        "a=b",
        "，",
    ]
)
TEXTS = st.lists(
    SIGNS
    | st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=6
    ),
    max_size=5,
).map("".join)
ENTRIES = st.fixed_dictionaries(
    {
        "name_fr": TEXTS.map(lambda text: f"N{text}".strip()),
        "description_nl": TEXTS,
        "option": TEXTS.map(lambda text: f"O{text}".strip()),
        "reason": TEXTS,
        "amount": st.none() | st.decimals(0, 999, places=2),
        "places": st.integers(0, 3),
        "days": st.none() | st.integers(0, 900),
        "age": st.none() | st.integers(0, 120),
    }
)


def exported():
    return b"".join(table.csv_lines())


def imported(data):
    made = plan.of(*reading.read(data))
    assert not made.refusals
    writing.write(made)
    return made


def rows_of(data):
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def make_entry(told, rank, codes):
    organisation = make_organisation(
        f"Organisation {rank}", website="https://a.example/"
    )
    day = None if told["days"] is None else DAY - timedelta(days=told["days"])
    service = make_service(
        told["name_fr"],
        organisation=organisation,
        description_nl=told["description_nl"],
        minimum_age=told["age"],
        delay="short" if day else "",
        delay_as_of=day,
        assured_date=day,
        **codes,
    )
    for number in range(told["places"]):
        place = make_location(street=f"rue {number}", organisation=organisation)
        ServiceAtLocation.objects.create(
            service=service, location=place, sort_order=number
        )
        Schedule.objects.create(
            service=service,
            location=place,
            byday="MO,FR",
            opens_at="09:00",
            closes_at="12:30",
        )
    phone = Phone.objects.create(
        service=service, number="+32 2 123 45 67", description_fr=told["reason"].strip()
    )
    phone.languages.set(codes["languages"])
    phone.save()
    CostOption.objects.create(
        service=service, option_fr=told["option"], amount=told["amount"], as_of=DAY
    )
    ServiceIdentifier.objects.create(service=service, scheme="x", identifier=str(rank))


def empty():
    Service.objects.all().delete()
    Location.objects.all().delete()
    Organisation.objects.all().delete()


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.reuse, Phase.generate],
)
@given(st.lists(ENTRIES, min_size=1, max_size=3))
def test_what_comes_out_comes_in_again_byte_for_byte(told):
    with transaction.atomic():
        codes = {
            "needs": [make_need()],
            "modes": [make_term("modes")],
            "languages": [make_language()],
            "communes": [make_commune()],
        }
        for rank, entry in enumerate(told):
            make_entry(entry, rank, codes)
        once = exported()

        over_itself = plan.of(*reading.read(once))
        assert not over_itself.refusals
        assert not over_itself.updates
        assert not over_itself.creations
        empty()
        imported(once)
        assert exported() == once
        transaction.set_rollback(True)


def test_the_table_holds_what_is_public_and_no_formula(client):
    service = make_service("=HYPERLINK(1)", at=make_location(street="+1"))
    make_service("Brouillon secret", live=False)
    closed = make_service("Fermé", status="defunct")
    Service.objects.filter(pk=closed.pk).update(
        successor=Service.objects.get(name_fr="Brouillon secret")
    )
    Contact.objects.create(service=service, name="Nadia Secrète", email="n@secret.test")

    answer = client.get(TABLE)
    data = b"".join(answer)

    assert answer["Content-Type"].startswith("text/csv")
    assert "secr" not in data.decode("utf-8-sig").lower()
    rows = rows_of(data)
    assert {row["name_fr"] for row in rows} == {"'=HYPERLINK(1)", "Fermé"}
    assert not [
        cell for row in rows for cell in row.values() if cell.startswith(tuple("=+-@"))
    ]
    assert {row["successor_id"] for row in rows} == {""}
    again = client.get(TABLE, headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304


def test_the_data_package_describes_each_column_by_its_type(client):
    make_service(
        "Un",
        minimum_age=12,
        delay="short",
        delay_as_of=DAY,
        at=make_location(latitude="50.8", longitude="4.3"),
    )
    package = client.get(PACKAGE).json()
    (resource,) = package["resources"]
    (row,) = rows_of(b"".join(client.get(f"/api/directory/{resource['path']}")))

    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    assert list(fields) == list(row)
    reads = {
        "integer": int,
        "number": float,
        "date": date.fromisoformat,
        "boolean": {"1": True, "0": False}.__getitem__,
        "string": str,
    }
    for name, cell in row.items():
        assert not cell or reads[fields[name]["type"]](cell) is not None
    assert fields["minimum_age"]["type"] == "integer"
    assert fields["delay_as_of"]["type"] == "date"
    assert fields["location_latitude"]["type"] == "number"
    assert fields["serves_region"]["type"] == "boolean"


def test_a_longer_table_costs_no_more_queries(django_assert_max_num_queries):
    for rank in range(4):
        make_service(f"Service {rank}", at=make_location(street=f"rue {rank}"))

    with django_assert_max_num_queries(35):
        exported()
