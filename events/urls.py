from django.urls import path
from django.utils.translation import pgettext_lazy

from events import (
    attestation_views,
    embed_views,
    feeds,
    kit_views,
    link_views,
    manage_views,
    news_views,
    registration_views,
)
from events.reported_needs import views as need_views

# Once for the whole site: other sites keep these addresses.
root_urlpatterns = [
    path("embed/agenda.js", embed_views.script, name="embed_script"),
]

urlpatterns = [
    path(
        pgettext_lazy("address", "agenda/calendar.ics"),
        feeds.agenda_feed,
        name="agenda_feed",
    ),
    path(
        pgettext_lazy("address", "agenda/embed/"),
        embed_views.builder,
        name="embed_builder",
    ),
    path(
        pgettext_lazy("address", "agenda/embed/data/"),
        embed_views.data,
        name="embed_data",
    ),
    path(
        pgettext_lazy("address", "agenda/embed/frame/"),
        embed_views.frame,
        name="embed_frame",
    ),
    path(
        pgettext_lazy("address", "agenda/<str:slug>/kit/"),
        kit_views.kit,
        name="meeting_kit",
    ),
    path(
        pgettext_lazy("address", "agenda/<str:slug>/card.png"),
        kit_views.card_image,
        name="meeting_card",
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
    path(
        pgettext_lazy("address", "agenda/news.<news:ending>"),
        news_views.agenda,
        name="agenda_news",
    ),
    path(
        pgettext_lazy("address", "trainings/news.<news:ending>"),
        news_views.trainings,
        name="trainings_news",
    ),
    path(
        pgettext_lazy("address", "reports/news.<news:ending>"),
        news_views.reports,
        name="reports_news",
    ),
    path(
        pgettext_lazy("address", "agenda/<str:slug>/register/"),
        registration_views.registration_form,
        name="registration_form",
    ),
    path(
        pgettext_lazy("address", "registrations/received/<str:token>/"),
        registration_views.registration_received,
        name="registration_received",
    ),
    path(
        pgettext_lazy("address", "registrations/erased/"),
        manage_views.erased,
        name="registration_erased",
    ),
    path(
        pgettext_lazy("address", "registrations/link/"),
        link_views.registration_link,
        name="registration_link",
    ),
    path(
        pgettext_lazy("address", "registrations/link/sent/"),
        link_views.registration_link_sent,
        name="registration_link_sent",
    ),
    path(
        pgettext_lazy("address", "registrations/<str:token>/"),
        manage_views.manage,
        name="registration",
    ),
    path(
        pgettext_lazy("address", "registrations/<str:token>/edit/"),
        manage_views.edit,
        name="registration_edit",
    ),
    path(
        pgettext_lazy("address", "registrations/<str:token>/cancel/"),
        manage_views.cancel,
        name="registration_cancel",
    ),
    path(
        pgettext_lazy("address", "registrations/<str:token>/undo/"),
        manage_views.undo,
        name="registration_undo",
    ),
    path(
        pgettext_lazy("address", "registrations/<str:token>/accept/"),
        manage_views.accept,
        name="registration_accept",
    ),
    path(
        pgettext_lazy("address", "registrations/<str:token>/decline/"),
        manage_views.decline,
        name="registration_decline",
    ),
    path(
        pgettext_lazy("address", "registrations/<str:token>/leave/"),
        manage_views.leave,
        name="registration_leave",
    ),
    path(
        pgettext_lazy("address", "registrations/<str:token>/data/"),
        manage_views.data,
        name="registration_data",
    ),
    path(
        pgettext_lazy("address", "registrations/<str:token>/erase/"),
        manage_views.erase,
        name="registration_erase",
    ),
    path(
        pgettext_lazy("address", "registrations/<str:token>/attestation/"),
        manage_views.attestation,
        name="registration_attestation",
    ),
    path(
        pgettext_lazy("address", "report-a-need/"),
        need_views.report_a_need,
        name="report_a_need",
    ),
    path(
        pgettext_lazy("address", "report-a-need/received/"),
        need_views.need_reported,
        name="need_reported",
    ),
    path(
        pgettext_lazy("address", "attestations/"),
        attestation_views.attestation_check,
        name="attestation_check",
    ),
    path(
        pgettext_lazy("address", "attestations/<str:number>/"),
        attestation_views.attestation,
        name="attestation",
    ),
]
