"""People who may only check in see the door of the admin, and nothing of the rest.

Wagtail opens its reports and its choosers to whoever may enter the admin at all.
"""

from django.shortcuts import redirect

ONLY_THE_DOOR = {"wagtailadmin.access_admin", "events.check_in_registration"}
OPEN = {
    "door",
    "wagtailsnippets_events_meeting:check_in",
    "wagtailsnippets_events_meeting:walk_in",
    "wagtailadmin_account",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_sprite",
}


class KeepToTheDoor:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        is_open = request.resolver_match.view_name in OPEN
        in_admin = request.path_info.startswith("/admin/")
        if in_admin and not is_open and only_checks_in(request.user):
            return redirect("door")
        return None


def only_checks_in(user):
    return not user.is_superuser and user.get_all_permissions() == ONLY_THE_DOOR


def keep_only_the_door(request, menu_items):
    if only_checks_in(request.user):
        menu_items[:] = [item for item in menu_items if item.name == "door"]
