"""The page about privacy says what the portal goes by, and what is still missing."""

import pytest
from bs4 import BeautifulSoup

from events import treatments
from events.models import Meeting
from events.models.keeping import USUAL_MONTHS
from portal.core import outbox, retention

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(starter, client):
    """The entries of the record, by their headings."""
    page = BeautifulSoup(client.get(starter["vie-privee"].url).content, "html.parser")
    return {
        heading.get_text(): heading.find_next("dl").get_text(" ").replace("\u00a0", " ")
        for heading in page.select("main h3")
    }


def test_the_record_says_how_long_as_it_is_done(record):
    assert Meeting().kept_months == USUAL_MONTHS
    registrations = record["Inscriptions à une rencontre"]
    assert f"{USUAL_MONTHS} mois après la rencontre" in registrations
    assert f"{outbox.KEPT_FOR.days} jours" in record["E-mails du portail"]


def test_every_treatment_has_its_entry(record):
    titles = {str(treatment.title) for treatment in retention.record()}

    assert record.keys() == titles


def test_a_basis_that_nobody_gave_is_marked(record):
    needs = record["Besoins pour participer"]

    assert "À compléter par l’équipe" in record["Inscriptions à une rencontre"]
    assert "Votre accord explicite" in needs
    assert "À compléter" not in needs


def test_another_room_adds_an_entry_in_one_call(monkeypatch):
    monkeypatch.setattr(retention, "TREATMENTS", {})

    retention.declare("attestations", treatments.WAITING)

    assert retention.record() == [treatments.WAITING]
