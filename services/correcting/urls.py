from django.urls import path
from django.utils.translation import pgettext_lazy

from services import news_views
from services.confirming import views as confirming
from services.correcting import views

urlpatterns = [
    path(
        pgettext_lazy("address", "directory/news.<news:ending>"),
        news_views.directory,
        name="directory_news",
    ),
    path(
        pgettext_lazy("address", "directory/<slug:slug>/correct/"),
        views.correction,
        name="service_correction",
    ),
    path(
        pgettext_lazy("address", "directory/<slug:slug>/correct/sent/"),
        views.correction_sent,
        name="service_correction_sent",
    ),
    path(
        pgettext_lazy("address", "confirm/<str:token>/"),
        confirming.confirm,
        name="service_confirmation",
    ),
    path(
        pgettext_lazy("address", "confirm/<str:token>/thanks/"),
        confirming.confirmed,
        name="service_confirmed",
    ),
]
