from django.urls import path
from django.utils.translation import pgettext_lazy

from services import views
from services.support.urls import urlpatterns as support_urls

urlpatterns = [
    path(pgettext_lazy("address", "directory/"), views.directory, name="directory"),
    path(
        pgettext_lazy("address", "directory/<slug:slug>/"),
        views.service,
        name="service",
    ),
    path(
        pgettext_lazy("address", "directory/<slug:slug>/contact.vcf"),
        views.service_card,
        name="service_card",
    ),
    path(pgettext_lazy("address", "crisis/"), views.crisis_lines, name="crisis"),
    *support_urls,
]
