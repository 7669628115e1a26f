"""« Demandes d’appui » in the menu of whoever is in a team."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from services.support.admin.figures import FiguresFile, FiguresScreen
from services.support.admin.learning import LearnFromFigures, LearnFromRequest
from services.support.admin.listing import RequestsScreen
from services.support.admin.request import CloseScreen, SupportRequestScreen
from services.support.admin.screen import is_of_a_team


class SupportMenuItem(MenuItem):
    def is_shown(self, request):
        return is_of_a_team(request.user)


def urls():
    one = "support/<str:reference>/"
    return [
        path("support/", RequestsScreen.as_view(), name="support_admin"),
        path("support/figures/", FiguresScreen.as_view(), name="support_figures"),
        path(
            "support/figures/<str:kind>/",
            FiguresFile.as_view(),
            name="support_figures_file",
        ),
        path(
            "support/figures/learn/<str:learner>/<str:code>/",
            LearnFromFigures.as_view(),
            name="support_figures_learn",
        ),
        path(one, SupportRequestScreen.as_view(), name="support_admin_request"),
        path(f"{one}close/", CloseScreen.as_view(), name="support_admin_close"),
        path(
            f"{one}learn/<str:learner>/<str:code>/",
            LearnFromRequest.as_view(),
            name="support_admin_learn",
        ),
        path(
            f"{one}<str:act>/", SupportRequestScreen.as_view(), name="support_admin_act"
        ),
    ]


def item():
    return SupportMenuItem(
        _("Requests for support"),
        reverse("support_admin"),
        name="support",
        icon_name="help",
        order=118,
    )
