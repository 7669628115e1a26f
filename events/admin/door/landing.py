"""Where the admin begins: at the door, for people who may only check in."""

from django.shortcuts import redirect
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.home import HomeView

ONLY_THE_DOOR = {"wagtailadmin.access_admin", "events.check_in_registration"}


@require_admin_access
def landing(request):
    if request.user.get_all_permissions() == ONLY_THE_DOOR:
        return redirect("door")
    return HomeView.as_view()(request)
