from django.urls import path

from events.api import views

# One address for all languages: the words are a parameter.
urlpatterns = [
    path("api/v1/meetings", views.meetings, name="api_meetings"),
    path("api/v1/meetings/<uuid:key>", views.meeting, name="api_meeting"),
    path("api/v1/reports", views.reports, name="api_reports"),
    path("api/v1/reports/<uuid:key>", views.report, name="api_report"),
    path("api/v1/openapi.json", views.openapi, name="api_description"),
    path("api/v1/<path:rest>", views.nothing),
]
