"""What services say is read again once they changed, and only then."""

import pytest

from services import text_search
from services.models import Phone
from services.text_search import found
from tests.making import make_organisation, make_service

# What is kept rests on what is written for good.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch):
    monkeypatch.setattr(text_search, "OWN_TEXTS", text_search.OwnTexts())


@pytest.fixture
def read_again(monkeypatch):
    """The keys of the services whose texts were read, one list a time."""
    asked, read = [], text_search._texts_of

    def reading(services, keys):
        asked.append(list(keys))
        return read(services, keys)

    monkeypatch.setattr(text_search, "_texts_of", reading)
    return asked


def test_a_service_is_found_by_what_it_says_now():
    service, other = make_service("Équipe mobile"), make_service("Équipe de nuit")
    assert found("équipe") == {service.pk, other.pk}

    service.name_fr = "Antenne mobile"
    service.phones = [Phone(number="02 000 00 77")]
    service.save()

    assert found("équipe") == {other.pk}
    assert found("antenne") == found("77") == {service.pk}


def test_a_service_is_found_by_the_name_its_organisation_has_now():
    organisation = make_organisation("Les Marronniers")
    service = make_service("Accueil", organisation=organisation)
    assert found("marronniers") == {service.pk}

    organisation.name_fr = "Les Érables"
    organisation.save()

    assert found("marronniers") == set()
    assert found("érables") == {service.pk}


def test_what_is_gone_or_no_longer_public_is_not_found():
    gone, hidden = make_service("Équipe mobile"), make_service("Équipe de nuit")
    assert len(found("équipe")) == 2

    gone.delete()
    hidden.live = False
    hidden.save()

    assert found("équipe") == set()


def test_only_what_changed_is_read_again(read_again):
    service, _other = make_service("Équipe mobile"), make_service("Équipe de nuit")
    found("équipe")

    service.name_fr = "Antenne mobile"
    service.save()
    found("équipe")

    assert read_again[1:] == [[service.pk]]
