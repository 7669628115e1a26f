from django.urls import path

from events.admin.papers import views

# Among the addresses of a meeting.
PAPERS_OF_A_MEETING = [
    path("<int:pk>/papers/", views.PapersView.as_view(), name="papers"),
    path("<int:pk>/papers/sheet/", views.SheetView.as_view(), name="sheet"),
    path("<int:pk>/papers/sheet.pdf", views.SheetFileView.as_view(), name="sheet_pdf"),
    path("<int:pk>/papers/badges.pdf", views.BadgesView.as_view(), name="badges"),
    path(
        "<int:pk>/papers/attestations/",
        views.AttestationsView.as_view(),
        name="attestations",
    ),
]
