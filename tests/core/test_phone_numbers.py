"""Numbers as people write them are dialled as RFC 3966 says."""

import pytest

from portal.core.models import SiteSettings
from portal.core.phone_numbers import digits_of, uri_of
from services.models import Phone, SupportTeam


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("02 123 45 67", "tel:+3221234567"),
        ("+32 (0)2 123.45.67", "tel:+3221234567"),
        ("0032 2/123 45 67", "tel:+3221234567"),
        ("0800 32 123", "tel:+3280032123"),
        ("107", "tel:107"),
        ("1813", "tel:1813"),
    ],
)
def test_a_number_is_dialled_the_same_wherever_it_is_shown(written, dialled):
    assert uri_of(written) == dialled
    assert SiteSettings(team_phone=written).phone_uri == dialled
    assert SupportTeam(phone=written).phone_uri == dialled
    assert Phone(number=written).uri == dialled


def test_two_ways_of_writing_a_number_are_one_number():
    assert digits_of("+32 2 123 45 67") == digits_of("02/123.45.67")
