"""The services of the demonstration, as the importer puts them in."""

import pytest

from services.models import Service

pytestmark = pytest.mark.django_db


def called(name):
    return Service.objects.get(identifiers__identifier=name)


def test_all_are_there_and_only_the_invented_ones_are_called_fictional(demo):
    services = Service.objects.all()

    assert services.count() == 61
    assert services.listed().count() == 60
    for service in services.with_everything():
        name = service.identifiers.all()[0].identifier
        assert service.is_fictional == name.startswith("f-")
        assert service.live
