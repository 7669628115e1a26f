"""« Accueil » in the menu of whoever may check people in."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from events.admin.door.views import DoorIndexView

CHECK_IN = "events.check_in_registration"


class DoorMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(CHECK_IN)


def urls():
    return [path("door/", DoorIndexView.as_view(), name="door")]


def item():
    return DoorMenuItem(
        _("Reception"), reverse("door"), name="door", icon_name="check", order=115
    )
