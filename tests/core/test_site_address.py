"""Links that Wagtail writes and links that we write name the same place."""

import pytest
from wagtail.models import Page, Site

from portal.core import site_address

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "origin",
    ["http://127.0.0.1:8010", "https://portal.example", "http://portal.example"],
)
def test_the_site_follows_the_address_of_the_settings(origin):
    site_address.follow(origin)

    assert Site.objects.get(is_default_site=True).root_url == origin


def test_a_site_at_its_address_is_left_alone(django_assert_num_queries):
    site_address.follow("https://portal.example")

    with django_assert_num_queries(1):
        site_address.follow("https://portal.example")


def test_another_site_keeps_its_own_address():
    root = Page.objects.get(depth=1)
    other = Site.objects.create(hostname="other.example", port=80, root_page=root)

    site_address.follow("https://portal.example")

    other.refresh_from_db()
    assert other.root_url == "http://other.example"
