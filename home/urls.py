from django.urls import path
from django.utils.translation import pgettext_lazy

from home import views
from home.synthesis import views as synthesis_views

# In each language, under its prefix.
urlpatterns = [
    path(pgettext_lazy("address", "site-map/"), views.site_map, name="site_map"),
    path(pgettext_lazy("address", "reuse/"), views.reuse, name="reuse"),
    path(
        pgettext_lazy("address", "synthesis/"),
        synthesis_views.synthesis,
        name="synthesis",
    ),
    path(
        pgettext_lazy("address", "synthesis/table.csv"),
        synthesis_views.synthesis_table,
        name="synthesis_table",
    ),
    path(
        pgettext_lazy("address", "synthesis/paper.pdf"),
        synthesis_views.synthesis_paper,
        name="synthesis_paper",
    ),
]

# Once for the whole site.
root_urlpatterns = [
    path("", views.choose_language, name="choose_language"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
    path("favicon.ico", views.favicon, name="favicon"),
]
