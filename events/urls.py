from django.urls import path
from django.utils.translation import pgettext_lazy

from events import feeds

urlpatterns = [
    path(
        pgettext_lazy("address", "agenda/calendar.ics"),
        feeds.agenda_feed,
        name="agenda_feed",
    ),
    path(
        pgettext_lazy("address", "agenda/<str:slug>/event.ics"),
        feeds.meeting_feed,
        name="meeting_feed",
    ),
    path(
        pgettext_lazy("address", "concertations/<str:slug>/calendar.ics"),
        feeds.concertation_feed,
        name="concertation_feed",
    ),
]
