"""The page of styles shows every component of the house, in development only."""

from pathlib import Path

import pytest
from django.urls import NoReverseMatch, reverse

from home.styleguide import ICONS, styleguide

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@pytest.mark.django_db
def test_the_page_of_styles_is_drawn_without_a_record(rf):
    page = styleguide(rf.get("/styleguide/")).content.decode()

    assert "Plus que 3 places" in page
    assert "n = 44" in page


def test_every_component_is_on_the_page_of_styles():
    shown = (TEMPLATES / "home" / "styleguide.html").read_text()
    components = (TEMPLATES / "components").glob("*.html")

    assert not [path.name for path in components if path.name not in shown]


def test_every_icon_is_on_the_page_of_styles():
    present = {path.stem for path in (TEMPLATES / "components" / "icons").iterdir()}

    assert present == set(ICONS)


def test_the_page_of_styles_is_not_on_the_public_site():
    with pytest.raises(NoReverseMatch):
        reverse("styleguide")
