from django.urls import path
from django.utils.translation import pgettext_lazy

from trainings import views
from trainings.suggesting import views as suggesting
from trainings.voices import views as voices

urlpatterns = [
    path(pgettext_lazy("address", "trainings/"), views.trainings, name="trainings"),
    path(
        pgettext_lazy("address", "trainings/needs/"),
        views.training_needs,
        name="training_needs",
    ),
    path(
        pgettext_lazy("address", "trainings/needs/propose/"),
        suggesting.suggestion,
        name="suggestion",
    ),
    path(
        pgettext_lazy("address", "trainings/needs/propose/sent/"),
        suggesting.suggestion_sent,
        name="suggestion_sent",
    ),
    path(
        pgettext_lazy("address", "trainings/needs/voice/<str:token>/confirm/"),
        voices.voice_confirmation,
        name="voice_confirmation",
    ),
    path(
        pgettext_lazy("address", "trainings/needs/voice/<str:token>/own/"),
        voices.voice,
        name="voice",
    ),
    path(
        pgettext_lazy("address", "trainings/needs/voice/withdrawn/"),
        voices.voice_gone,
        name="voice_gone",
    ),
    path(
        pgettext_lazy("address", "trainings/needs/<slug:slug>/"),
        views.training_need,
        name="training_need",
    ),
    path(
        pgettext_lazy("address", "trainings/needs/<slug:slug>/me-too/"),
        voices.voice_form,
        name="voice_form",
    ),
    path(
        pgettext_lazy("address", "trainings/needs/<slug:slug>/me-too/sent/"),
        voices.voice_sent,
        name="voice_sent",
    ),
    path(
        pgettext_lazy("address", "trainings/<slug:slug>/"),
        views.training,
        name="training",
    ),
]
