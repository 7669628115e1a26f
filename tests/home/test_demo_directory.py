"""The services of the demonstration, as the importer puts them in."""

import json
from datetime import date

import pytest
from django.utils import timezone

from home.content.reading import HERE
from home.demo import directory, showing
from portal.core.models import Commune
from services import closing, mentions
from services.models import PrivateNote, Service, ServiceIdentifier

pytestmark = pytest.mark.django_db

FILE = HERE / "data" / "demo_services.json"
GATHERED = json.loads(FILE.read_text(encoding="utf-8"))["services"]


def called(name):
    return Service.objects.with_everything().get(identifiers__identifier=name)


def test_all_are_there_and_only_the_invented_ones_are_called_fictional(demo):
    services = {
        one.identifier: one.service
        for one in ServiceIdentifier.objects.select_related("service__organisation")
    }

    assert set(services) == {entry["id"] for entry in GATHERED}
    assert Service.objects.count() == len(GATHERED) == 61
    assert Service.objects.listed().count() == 60
    for name, service in services.items():
        assert service.live
        assert service.is_fictional == name.startswith("f-")
        assert service.organisation.is_fictional == service.is_fictional


def test_no_number_is_there_that_its_entry_does_not_give(demo):
    given = {
        entry["id"]: [phone["number"] for phone in entry["phones"]]
        for entry in GATHERED
    }

    assert given == {
        service.identifiers.all()[0].identifier: [
            phone.number for phone in service.phones.all()
        ]
        for service in Service.objects.with_everything()
    }


def test_a_delay_that_nobody_dated_is_not_shown(demo):
    today = date(2026, 11, 22)

    dated = {
        entry["id"]
        for entry in GATHERED
        if entry["wait_as_of"]
        and any(term.startswith("wait-") for term in entry["taxonomy_terms"])
    }

    assert dated == {
        one.identifier
        for one in ServiceIdentifier.objects.select_related("service")
        if one.service.shown_delay(today)
    }


def test_who_serves_etterbeek_is_told_by_the_area_and_not_by_the_address(demo):
    etterbeek = Commune.objects.get(postcode="1040")
    found = {
        service.identifiers.all()[0].identifier
        for service in Service.objects.serving(etterbeek).with_everything()
    }

    # The first sits elsewhere; the last two sit there, or are of another commune.
    assert {"f-spad", "f-mobile-2a", "f-ssm-adultes", "r-112"} <= found
    assert not {"f-cpf-wsl", "f-ssm-enfants", "r-legres"} & found


def test_the_entry_of_a_service_that_closed_leads_to_another(demo):
    closed = called("f-ferme")

    assert closed.status == "defunct"
    assert closed.final_successor == called("f-lits-crise")


def test_loading_again_changes_nothing_that_was_edited(demo):
    Service.objects.filter(identifiers__identifier="f-spad").update(name_fr="Corrigé")
    notes = PrivateNote.objects.count()

    directory.load()

    assert Service.objects.count() == 61
    assert called("f-spad").name_fr == "Corrigé"
    assert (
        PrivateNote.objects.count() == notes == sum("note" in one for one in GATHERED)
    )


def test_examples_show_a_closure_to_come_and_one_that_is_on(demo):
    today = timezone.localdate()
    told = {
        name: closing.of(service, service.closure(today), today)
        for name in showing.CLOSED
        for service in [called(name)]
    }

    assert {name: one.is_on for name, one in told.items()} == {
        "f-centre-jour": True,
        "f-lieu-liens": False,
    }
    assert all(one.words for one in told.values())


def test_only_examples_are_completed_and_one_tells_where_it_presents_itself(demo):
    names = {*showing.CLOSED, *showing.FACTS}

    assert all(called(name).is_fictional for name in names)
    (mention,) = mentions.of(called("f-mobile-2a"), timezone.now())
    assert "exemple" in mention.title.casefold()
