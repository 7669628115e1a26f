from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from events.api.urls import urlpatterns as api_urls
from events.urls import root_urlpatterns as events_root_urls
from events.urls import urlpatterns as events_urls
from home.styleguide import styleguide
from home.urls import root_urlpatterns
from home.urls import urlpatterns as home_urls
from portal.core import media
from search.urls import urlpatterns as search_urls
from services.correcting.urls import urlpatterns as correcting_urls
from services.exporting.urls import urlpatterns as export_urls
from services.hsds.urls import urlpatterns as hsds_urls
from services.orientation.urls import urlpatterns as orientation_urls
from services.urls import urlpatterns as services_urls
from trainings.urls import urlpatterns as trainings_urls

urlpatterns = [
    *root_urlpatterns,
    *events_root_urls,
    *api_urls,
    *hsds_urls,
    *export_urls,
    path("sitemap.xml", sitemap, name="sitemap"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:name>", media.image, name="media"),
]

if settings.DEBUG:
    urlpatterns += [path("styleguide/", styleguide, name="styleguide")]

urlpatterns += i18n_patterns(
    *home_urls,
    *events_urls,
    # Before the services, whose addresses take any other word at this level.
    *correcting_urls,
    *orientation_urls,
    *services_urls,
    *trainings_urls,
    *search_urls,
    path("", include(wagtail_urls)),
)
