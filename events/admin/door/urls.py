from django.urls import path

from events.admin.door import views

# Among the addresses of a meeting.
DOOR_OF_A_MEETING = [
    path("<int:pk>/check-in/", views.CheckInView.as_view(), name="check_in"),
    path("<int:pk>/check-in/walk-in/", views.WalkInView.as_view(), name="walk_in"),
]
