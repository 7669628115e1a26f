"""What a file that changes many entries leaves behind, and what writing it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.core import searchable
from services.columns import CODES
from services.importing import writing
from services.models import Service
from tests.making import make_commune, make_language, make_term
from tests.services.importing.files import as_csv, imported, line, planned

pytestmark = pytest.mark.django_db

BEFORE = {
    "phones": "02 000 00 11 | description_fr=Accueil | languages=fr, nl\n112",
    "schedules": "MO,TU | opens_at=09:00 | closes_at=17:00\nSA",
    "cost_options": "Consultation | amount=12.5 | as_of=2026-01-01",
    "required_documents": "Carte d’identité",
    "service_types": "type-ssm, type-cpf",
    "languages": "fr",
    "location_address_1": "rue Une 1",
    "assured_date": "2026-09-15",
}
AFTER = {
    "organization_description_fr": "Une association.",
    "alternate_name_fr": "Le service",
    "minimum_age": "18",
    "phones": "02 000 00 22 | languages=nl, fr\n112\n02 000 00 33",
    "schedules": "SU",
    "cost_options": "Consultation | amount=13.5 | as_of=2026-02-01",
    "required_documents": "",
    "service_types": "type-cpf",
    "languages": "nl, fr",
    "location_address_1": "rue Deux 2",
    "assured_date": "2026-10-01",
}


@pytest.fixture(autouse=True)
def words():
    make_term(code="type-ssm")
    make_term(code="type-cpf")
    make_language("fr")
    make_language("nl")
    make_commune("Etterbeek")


# Of the record, whatever a revision of it says; moments are kept less exactly.
OF_THE_RECORD = {
    "created_at",
    "changed_at",
    "assured_date",
    "latest_revision",
    "live_revision",
}


def said(service):
    """All that ``service`` says; its terms stand in no order."""
    return {
        name: sorted(value) if name in CODES else value
        for name, value in service.serializable_data().items()
        if name not in OF_THE_RECORD
    }


def test_the_history_of_an_entry_says_what_it_said_and_what_it_says():
    imported(as_csv(line(**BEFORE)))
    was = said(Service.objects.get())

    imported(as_csv(line(**AFTER)))

    service = Service.objects.get()
    before, after = service.revisions.order_by("pk")
    assert said(before.as_object()) == was
    assert said(after.as_object()) == said(service)
    assert (service.latest_revision, service.live_revision) == (after, after)
    assert service.phones.all()[0].digits == "3220000022"
    assert str(service.assured_date) == "2026-10-01"


def test_changing_forty_entries_asks_no_more_than_changing_two():
    def cost(label, count):
        names = [f"{label} {rank}" for rank in range(count)]
        imported(as_csv(*(line(name_fr=name, **BEFORE) for name in names)))
        plan = planned(as_csv(*(line(name_fr=name, **AFTER) for name in names)))
        assert len(plan.updates) == count
        with CaptureQueriesContext(connection) as queries:
            writing.write(plan)
        return len(queries)

    cost("Premier", 1)
    few, many = cost("Peu", 2), cost("Plus", 42)
    assert many - few < 40


def test_the_search_is_told_of_a_service_whose_organisation_the_file_describes():
    imported(as_csv(line(name_fr="Autre")))
    other = Service.objects.get(name_fr="Autre")
    imported(as_csv(line(name_fr="Service")))
    told = []

    def hear(sender, keys, **_signal):
        told.extend(keys)

    searchable.changed.connect(hear)
    try:
        imported(
            as_csv(
                line(
                    name_fr="Service",
                    email="a@example.org",
                    organization_alternate_name_fr="A.S.B.L.",
                )
            )
        )
    finally:
        searchable.changed.disconnect(hear)
    assert str(other.uuid) in told
