"""The page of resources, put in once."""

from home.content import resources as content
from home.models import ResourceListPage
from home.starter.planting import plant


def load(home, aide_memoire):
    plant(
        home,
        ResourceListPage,
        name="ressources",
        slug="ressources",
        resources=content.resources(aide_memoire),
        **content.PAGE,
    )
