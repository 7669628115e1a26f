from django.urls import path

from services.exporting import views

# Side by side, as a data package wants it.
urlpatterns = [
    path("api/directory/services.csv", views.services_table, name="directory_table"),
    path("api/directory/datapackage.json", views.package, name="directory_package"),
]
