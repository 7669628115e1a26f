"""The CSV of services: what it may look like, what it changes, why it is refused."""

import json
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.core import edition, searchable, spreadsheets
from services.importing import cells, csv_file, portrait, reading, writing
from services.importing.csv_file import UnreadableFileError
from services.importing.lines import HEADINGS
from services.importing.lines import of as lines_of
from services.models import Location, Organisation, Service
from tests.making import (
    make_commune,
    make_language,
    make_need,
    make_service,
    make_term,
)
from tests.services.importing.files import all_columns, as_csv, imported, line, planned

pytestmark = pytest.mark.django_db


def reasons(plan):
    return [(refusal.line, refusal.reason) for refusal in plan.refusals]


def test_a_line_makes_a_service_and_the_same_line_again_changes_nothing():
    make_term(code="type-ssm")
    make_language("fr")
    make_commune("Etterbeek")
    commune = make_commune("Forest")
    data = as_csv(
        line(
            service_types="type-ssm",
            communes=commune.postcode,
            serves_region="non",
            delay="short",
            delay_as_of="2026-09-01",
            minimum_age="18",
            phones="02 000 00 11 | description_fr=Accueil \\| jour | languages=fr",
            schedules="MO,TU | opens_at=09:00 | closes_at=17:00\nSA",
            cost_options="Consultation | amount=12.5 | as_of=2026-01-01",
            assured_date="2026-09-15",
            location_address_1="rue de l’Essai 1",
            location_postal_code=commune.postcode,
        )
    )

    assert len(imported(data).creations) == 1
    service = Service.objects.with_everything().get()
    assert service.slug == "service"
    assert (service.delay, str(service.assured_date)) == ("short", "2026-09-15")
    phone = service.phones.all()[0]
    assert (phone.description_fr, phone.digits) == ("Accueil | jour", "3220000011")
    assert [str(hours) for hours in service.schedules.all()] == [
        "MO,TU 09:00-17:00",
        "SA",
    ]
    assert str(service.cost_options.all()[0].amount) == "12.50"
    assert service.service_at_locations.all()[0].location.commune == commune
    assert service.verifications.get().method == "import"

    again = imported(data)
    assert (len(again.creations), len(again.updates), len(again.unchanged)) == (0, 0, 1)
    assert Location.objects.count() == Organisation.objects.count() == 1


def test_only_what_the_file_says_changes_and_the_plan_says_it_first():
    service = make_service("Service", email="avant@example.org", delay="long")
    before = edition.current().number
    told = {"id": str(service.uuid), "email": "apres@example.org", "url": ""}

    plan = planned(as_csv(told))
    (update,) = plan.updates
    assert [
        (change.column, change.before, change.after) for change in update.changes
    ] == [("email", "avant@example.org", "apres@example.org")]
    assert edition.current().number == before

    writing.write(plan)
    service = Service.objects.get()
    assert (service.email, service.delay) == ("apres@example.org", "long")
    assert edition.current().number > before
    # The history holds both states, and the new one is what is public.
    assert service.revisions.count() == 2
    assert service.live_revision == service.latest_revision
    assert not service.has_unpublished_changes


def test_the_lines_of_one_service_are_its_places():
    plan = planned(
        as_csv(
            line(email="a@example.org", location_address_1="rue Une 1"),
            line(email="", location_address_1="rue Deux 2"),
        )
    )
    writing.write(plan)

    streets = [
        at.location.address_1 for at in Service.objects.get().service_at_locations.all()
    ]
    assert streets == ["rue Une 1", "rue Deux 2"]


@pytest.mark.parametrize(
    ("cell", "part_of_the_reason"),
    [
        ({"name_fr": ""}, "name_fr"),
        ({"status": "ouvert"}, "ouvert"),
        ({"email": "pas une adresse"}, "email"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"minimum_age": "dix"}, "minimum_age"),
        ({"minimum_age": "18", "maximum_age": "12"}, ""),
        ({"needs": "need-magic"}, "need-magic"),
        ({"delay_as_of": "2026-09-01"}, ""),
        ({"delay": "short", "delay_as_of": "31/02/2026"}, "delay_as_of"),
        ({"serves_region": "peut-être"}, "peut-être"),
        ({"phones": "appelez"}, "number"),
        ({"phones": "112 | couleur=rouge"}, "couleur"),
        ({"schedules": "LU | opens_at=09:00 | closes_at=10:00"}, "byday"),
        ({"schedules": "MO | opens_at=09:00"}, ""),
        ({"closures": "2026-01-02 | to_date=2026-01-01"}, ""),
        ({"cost_options": "Séance | amount=12"}, "as_of"),
        ({"id": "12"}, "12"),
        (
            {
                "successor_id": "7c1cfa09-0000-4000-8000-000000000000",
                "status": "defunct",
            },
            "",
        ),
        ({"location_latitude": "50"}, ""),
        ({"location_latitude": "95", "location_longitude": "4"}, "latitude"),
        ({"name_fr": "x" * 256}, "name_fr"),
    ],
)
def test_what_a_file_may_not_say_is_refused_with_its_line_and_changes_nothing(
    cell, part_of_the_reason
):
    data = as_csv(line(name_fr="Bon"), line(**cell))
    plan = planned(data)
    refused = plan.refusals
    if plan.is_sound:
        with pytest.raises(writing.RefusedFileError) as error:
            writing.write(plan)
        refused = error.value.refusals

    assert {refusal.line for refusal in refused} == {3}
    assert any(part_of_the_reason in refusal.reason for refusal in refused)
    assert not Service.objects.exists()
    assert not Organisation.objects.exists()


def test_a_draft_that_waits_is_not_written_over():
    service = make_service("Service", email="a@example.org")
    draft = Service.objects.get()
    draft.email = "brouillon@example.org"
    draft.save_revision()

    plan = planned(as_csv({"id": str(service.uuid), "email": "b@example.org"}))

    assert [number for number, _reason in reasons(plan)] == [2]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_any_program_may_have_written_it(coding, delimiter):
    data = as_csv(
        line(name_fr="L’été, à « l’œuvre »"), delimiter=delimiter, coding=coding
    )

    assert planned(data).creations[0].name == "L’été, à « l’œuvre »"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\r\n\r\n",
        b"\x00\x01\x02",
        b"\xff\xfe\x00",
        b"name_fr;name_fr\r\na;b",
        b"name_fr;couleur\r\na;b",
        b'name_fr\r\n"jamais ferm\xc3\xa9',
        b"name_fr\r\n" + b"x" * 200_000,
        b"{",
        b"[" * 100_000,
        b'{"rien": 1}',
        b"PK\x03\x04\x00\x00",
    ],
)
def test_a_file_that_is_no_table_of_services_says_so(data):
    with pytest.raises(UnreadableFileError) as refused:
        reading.read(data)
    assert refused.value.message


def test_a_formula_is_text_on_the_way_in_and_on_the_way_out():
    formula = '=HYPERLINK("http://example.org")'
    imported(as_csv(line(name_fr=formula, description_fr="+32 2 000 00 00")))
    (entry,) = portrait.of_many(Service.objects.all()).values()

    sent = spreadsheets.as_csv(HEADINGS, lines_of(entry))

    assert b"'=HYPERLINK" in sent
    assert len(planned(sent).unchanged) == 1


def test_a_hundred_thousand_lines_are_refused_at_once_and_not_worked_through():
    data = b"name_fr\r\n" + b"Service\r\n" * 100_000

    with pytest.raises(UnreadableFileError) as refused:
        reading.read(data)
    assert str(csv_file.LONGEST_FILE_LINES) in refused.value.message.replace(
        "\u202f", ""
    )


@pytest.mark.parametrize("form", ['{"name": "S"}', '{"service": {"name": "S"}}'])
def test_a_hundred_thousand_entries_in_json_are_refused_too(form):
    data = f'{{"services": [{",".join([form] * 100_000)}]}}'.encode()

    with pytest.raises(UnreadableFileError):
        reading.read(data)


def test_a_file_of_one_name_for_all_gives_each_an_address_of_its_own():
    lines = (line(id=str(uuid4()), name_fr="Permanence") for _each in range(12))
    imported(as_csv(*lines))

    slugs = set(Service.objects.values_list("slug", flat=True))
    assert slugs == {"permanence", *(f"permanence-{rank}" for rank in range(2, 13))}


def test_a_line_more_costs_less_than_a_question_more():
    def cost(data):
        plan = planned(data)
        with CaptureQueriesContext(connection) as queries:
            writing.write(plan)
        return len(queries)

    def lines(label, count):
        names = (f"{label} {rank}" for rank in range(count))
        places = {"location_address_1": "rue Une 1", "phones": "112"}
        return [line(name_fr=name, **places) for name in names]

    imported(as_csv(*lines("Premier", 1)))
    few, many = cost(as_csv(*lines("Peu", 2))), cost(as_csv(*lines("Plus", 42)))
    assert many - few < 40


def test_an_entry_that_changed_since_the_plan_was_made_is_not_written_over():
    service = make_service("Service", email="a@example.org")
    plan = planned(as_csv({"id": str(service.uuid), "email": "b@example.org"}))
    service.url = "https://example.org/"
    service.save()

    with pytest.raises(writing.RefusedFileError):
        writing.write(plan)
    service.refresh_from_db()
    assert (service.email, service.url) == ("a@example.org", "https://example.org/")
    assert not service.revisions.exists()


def test_a_draft_begun_since_the_plan_was_made_is_not_written_over():
    service = make_service("Service", email="a@example.org")
    plan = planned(as_csv({"id": str(service.uuid), "email": "b@example.org"}))
    Service.objects.get().save_revision()

    with pytest.raises(writing.RefusedFileError):
        writing.write(plan)
    assert Service.objects.get().email == "a@example.org"


def test_what_the_file_leaves_as_it_was_is_not_written_again():
    service = make_service("Service", email="a@example.org", needs=[make_need()])
    phone = service.phones.create(number="112")
    (entry,) = portrait.of_many([service]).values()
    told = dict(zip(HEADINGS, lines_of(entry)[0], strict=True))

    imported(as_csv(told | {"email": "b@example.org"}))

    service.refresh_from_db()
    assert service.email == "b@example.org"
    assert service.phones.get().pk == phone.pk
    assert service.needs.count() == 1


def test_the_search_is_told_of_what_came_in():
    told = []

    def hear(sender, keys, **_signal):
        told.extend(keys)

    searchable.changed.connect(hear)
    try:
        imported(as_csv(line()))
    finally:
        searchable.changed.disconnect(hear)
    assert told == [str(Service.objects.get().uuid)]


def test_more_cells_than_columns_and_two_words_for_one_service_are_told():
    lines = ("organization_name_fr;name_fr;email", "A;S;a@b.be;x", "A;T;a@b.be")
    data = "\r\n".join([*lines, "A;T;c@d.be"]).encode()

    assert [number for number, _reason in reasons(planned(data))] == [2, 4]


def test_two_lines_may_not_tell_one_organisation_apart():
    first = line(organization_email="a@example.org")
    plan = planned(
        as_csv(first, line(name_fr="Deux", organization_email="b@example.org"))
    )

    assert [number for number, _reason in reasons(plan)] == [3]


texts = st.text(
    st.characters(exclude_categories=["C"], exclude_characters="'"), max_size=20
).map(str.strip)
rows = st.lists(
    st.fixed_dictionaries({"number": texts.filter(bool), "type": texts}), max_size=3
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows)
def test_rows_in_a_cell_are_read_as_they_were_written(told):
    written = cells.cell_of_rows(told, "number")
    said = [{name: text for name, text in row.items() if text} for row in told]

    assert cells.rows_in(written, "number") == said


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    name=texts.filter(bool),
    words=st.lists(texts, min_size=4, max_size=4),
    ages=st.none() | st.integers(0, 60),
    street=texts,
    phone=texts,
)
def test_what_is_exported_comes_in_again_without_a_change(
    name, words, ages, street, phone
):
    service = make_service(
        name,
        description_fr=words[0],
        alert_nl=words[1],
        fees_description_en=words[2],
        area_note_es=words[3],
        minimum_age=ages,
        at=Location.objects.create(address_1=street),
    )
    service.phones.create(number="112", description_fr=phone)
    entry = portrait.of_many([service])[service.pk]

    plan = planned(all_columns(lines_of(entry)))

    assert (plan.refusals, plan.updates, len(plan.unchanged)) == ([], [], 1)


def test_the_way_entries_are_gathered_in_is_read_too_and_odd_ones_are_refused():
    good = {
        "id": "x-1",
        "organization": {"name": "Association"},
        "service": {"name": "Service", "status": "active"},
        "taxonomy_terms": ["wait-short"],
        "wait_as_of": None,
    }
    document = {"services": [good, {"service": None}, 3]}

    plan = planned(json.dumps(document).encode())

    assert [entry.name for entry in plan.creations] == ["Service"]
    assert plan.creations[0].facts["delay_as_of"] is None
    assert [number for number, _reason in reasons(plan)] == [2, 3]
