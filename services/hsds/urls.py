from django.urls import path

from services.hsds import views

# One address for all languages: the words are a parameter.
urlpatterns = [
    path("api/hsds/", views.root, name="hsds"),
    path("api/hsds/openapi.json", views.openapi, name="hsds_description"),
    path("api/hsds/services", views.services, name="hsds_services"),
    path("api/hsds/services/<uuid:key>", views.service),
    path("api/hsds/organizations", views.organisations),
    path("api/hsds/organizations/<uuid:key>", views.organisation),
    path("api/hsds/service_at_locations", views.at_locations),
    path("api/hsds/service_at_locations/<uuid:key>", views.at_location),
    path("api/hsds/taxonomies", views.taxonomies),
    path("api/hsds/taxonomies/<uuid:key>", views.taxonomy),
    path("api/hsds/taxonomy_terms", views.terms),
    path("api/hsds/taxonomy_terms/<uuid:key>", views.term),
    path("api/hsds/<path:rest>", views.nothing),
]
