"""Services as HSDS 3.1 writes them, and the command that takes files in."""

import json

import pytest
from django.core.management import CommandError, call_command

from portal.core.models import Bassin
from services.importing import plan as planning
from services.importing import reading
from services.models import Service
from tests.making import make_commune, make_language, make_need, make_term
from tests.services.importing.files import as_csv, imported, line, planned

pytestmark = pytest.mark.django_db

UUID = "ac148810-d857-441c-9679-408f346de14b"


def full(**others):
    """A service with every part the portal keeps."""
    return {
        "id": UUID,
        "name": "Écoute",
        "status": "active",
        "description": "On écoute.",
        "minimum_age": 12,
        "assured_date": "2026-09-15",
        "organization": {
            "id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610",
            "name": "Association",
            "description": "",
        },
        "phones": [{"number": "107", "type": "voice", "languages": [{"code": "fr"}]}],
        "schedules": [
            {
                "freq": "WEEKLY",
                "byday": "TH,FR",
                "opens_at": "10:00Z",
                "closes_at": "18:00:00",
            }
        ],
        "service_areas": [{"name": "Etterbeek"}, {"name": "Bassin Sud"}],
        "languages": [{"code": "fr", "name": "français"}],
        "attributes": [
            {"taxonomy_term": {"code": "need-crisis"}},
            {"taxonomy_term": {"code": "wait-none"}, "value": "2026-09-01"},
        ],
        "cost_options": [{"option": "Appel", "amount": 0, "valid_from": "2026-01-01"}],
        "required_documents": [{"document": "Aucun"}],
        "service_at_locations": [
            {
                "location": {
                    "location_type": "physical",
                    "latitude": 50.836,
                    "longitude": 4.39,
                    "addresses": [
                        {
                            "address_1": "rue Une 1",
                            "postal_code": "1040",
                            "city": "Etterbeek",
                            "country": "BE",
                        }
                    ],
                    "accessibility": [{"description": "De plain-pied"}],
                }
            }
        ],
        **others,
    }


@pytest.fixture
def words():
    """What the terms, areas and languages of the file refer to."""
    make_commune("Etterbeek")
    Bassin.objects.create(code="bassin-sud", name_fr="Bassin Sud")
    make_language("fr")
    need = make_need()
    need.code = "need-crisis"
    need.save()


def test_a_service_of_hsds_comes_in_whole_and_again_without_a_change(words):
    data = json.dumps({"contents": [full()]}).encode()
    imported(data)

    service = Service.objects.with_everything().get()
    assert str(service.uuid) == UUID
    assert [str(commune) for commune in service.communes.all()] == ["Etterbeek"]
    assert [bassin.code for bassin in service.bassins.all()] == ["bassin-sud"]
    assert [need.code for need in service.needs.all()] == ["need-crisis"]
    assert (service.delay, str(service.delay_as_of)) == ("none", "2026-09-01")
    assert str(service.schedules.all()[0]) == "TH,FR 10:00-18:00"
    assert service.phones.all()[0].languages.all()[0].code == "fr"
    location = service.service_at_locations.all()[0].location
    assert location.coordinates == (50.836, 4.39)
    assert location.accessibility_fr == "De plain-pied"

    assert len(planned(data).unchanged) == 1


@pytest.mark.parametrize(
    "odd",
    [
        {"name": {"fr": "Écoute"}},
        {"name": None},
        {"status": "open"},
        {"id": "abc"},
        {"organization": "Association"},
        {"phones": "107"},
        {"phones": [107]},
        {"phones": [{"number": None}]},
        {"schedules": [{"freq": "MONTHLY", "byday": "1MO"}]},
        {"service_areas": [{"name": "Paris"}]},
        {"attributes": [{"taxonomy_term": {"code": "inconnu"}}]},
        {"cost_options": [{"option": "Appel", "amount": 1, "currency": "GBP"}]},
        {"cost_options": [{"option": "Appel", "amount": 1e400}]},
        {"service_at_locations": [{"location": [1]}]},
        {"attributes": [{"taxonomy_term": "need-crisis"}]},
        {"minimum_age": [1]},
        {"url": "ftp:/x"},
    ],
)
def test_an_odd_service_is_refused_by_its_rank_and_nothing_comes_in(words, odd):
    good, bad = full(), full(**{"id": None, "name": "Autre", **odd})

    plan = planned(json.dumps([good, bad]).encode())

    assert {refusal.line for refusal in plan.refusals} == {2}
    assert not Service.objects.exists()


def test_the_command_says_what_it_would_do_then_does_it(tmp_path, capsys):
    make_term(code="type-ssm")
    file = tmp_path / "services.csv"
    file.write_bytes(as_csv(line(name_fr="Un service", service_types="type-ssm")))

    call_command("import_services", file, "--dry-run")
    assert "+ Un service" in capsys.readouterr().out
    assert not Service.objects.exists()

    call_command("import_services", file)
    assert Service.objects.get().service_types.get().code == "type-ssm"

    file.write_bytes(as_csv(line(name_fr="Un service", service_types="type-magie")))
    with pytest.raises(CommandError):
        call_command("import_services", file)
    assert "type-magie" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("import_services", tmp_path / "absent.csv")


def test_a_plan_costs_the_same_queries_for_one_entry_and_for_many(
    django_assert_max_num_queries,
):
    imported(as_csv(*(line(name_fr=f"Service {rank}") for rank in range(60))))
    data = as_csv(*(line(name_fr=f"Service {rank}", email="") for rank in range(60)))

    with django_assert_max_num_queries(45):
        plan = planning.of(*reading.read(data))
    assert len(plan.unchanged) == 60
