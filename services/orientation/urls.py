"""To be named before those of the services: they stand at the same level."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from services.orientation import views
from services.papers import views as papers

urlpatterns = [
    path(pgettext_lazy("address", "directory/guide/"), views.guide, name="guide"),
    path(
        pgettext_lazy("address", "directory/who-does-what/"),
        views.who_does_what,
        name="who_does_what",
    ),
    path(
        pgettext_lazy("address", "directory/map/"),
        views.directory_map,
        name="directory_map",
    ),
    path(
        pgettext_lazy("address", "directory/my-selection/"),
        views.my_selection,
        name="selection",
    ),
    path(
        pgettext_lazy("address", "directory/list.pdf"),
        papers.list_paper,
        name="list_paper",
    ),
    path(
        pgettext_lazy("address", "directory/papers/<uuid:uuid>/"),
        papers.paper,
        name="paper",
    ),
    path(
        pgettext_lazy("address", "directory/papers/<uuid:uuid>/list.pdf"),
        papers.paper_file,
        name="paper_file",
    ),
]
