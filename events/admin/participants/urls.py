from django.urls import path

from events.admin.participants import acts
from events.admin.participants.adding import AddScreen
from events.admin.participants.communes import CommunesScreen
from events.admin.participants.export import ExportScreen
from events.admin.participants.listing import ParticipantsScreen
from events.admin.participants.mail import (
    MeetingMailScreen,
    RetryView,
    UndeliveredScreen,
)
from events.admin.participants.person import RegistrationScreen

OF_A_MEETING = [
    ("", ParticipantsScreen, "participants"),
    ("add/", AddScreen, "add_participant"),
    ("export/", ExportScreen, "export_participants"),
    ("communes/", CommunesScreen, "participants_communes"),
    ("mail/", MeetingMailScreen, "participants_mail"),
]
OF_A_PERSON = [
    ("", RegistrationScreen, "registration"),
    ("correct/", acts.CorrectScreen, "correct_registration"),
    ("move/", acts.MoveScreen, "move_registration"),
    ("cancel/", acts.CancelScreen, "cancel_registration"),
    ("send/", acts.SendAgainScreen, "send_registration_again"),
    ("revoke/", acts.RevokeScreen, "revoke_registration_links"),
    ("erase/", acts.EraseScreen, "erase_registration"),
    ("note/", acts.NoteScreen, "note_on_registration"),
]
urlpatterns = [
    *(
        path(f"<int:pk>/participants/{rest}", screen.as_view(), name=name)
        for rest, screen, name in OF_A_MEETING
    ),
    *(
        path(f"registration/<int:pk>/{rest}", screen.as_view(), name=name)
        for rest, screen, name in OF_A_PERSON
    ),
    path("mail/undelivered/", UndeliveredScreen.as_view(), name="undelivered_mail"),
    path("mail/<int:pk>/retry/", RetryView.as_view(), name="retry_mail"),
]
