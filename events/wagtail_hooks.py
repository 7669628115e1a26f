from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from events import exports, proofreading, rich_text
from events.admin import partner_viewsets, viewsets
from events.admin.dashboard import MeetingsPanel
from events.admin.door import fence, menu
from events.admin.memory.dashboard import FollowPanel
from events.admin.memory.group import MemoryGroup
from events.admin.partner_bulk import AcceptEntries, RefuseEntries

register_snippet(viewsets.MeetingViewSet)
register_snippet(viewsets.VenueViewSet)
register_snippet(viewsets.ConcertationViewSet)
register_snippet(viewsets.CycleViewSet)
register_snippet(MemoryGroup)
register_snippet(partner_viewsets.PartnerEntryViewSet)
register_snippet(partner_viewsets.PartnerCalendarViewSet)

for action in (AcceptEntries, RefuseEntries):
    hooks.register("register_bulk_action", action)

hooks.register("register_admin_urls", menu.urls)
hooks.register("register_admin_menu_item", menu.item)
# After those that add to the menu.
hooks.register("construct_main_menu", fence.keep_only_the_door, order=900)

hooks.register("proofread_page", proofreading.check)


# After portal.core, which says what running text is made of.
@hooks.register("register_rich_text_features", order=200)
def register_meeting_in_text(features):
    rich_text.register_meeting(features)


@hooks.register("register_log_actions")
def register_exports(actions):
    words = _("Exported registrations")
    actions.register_action(exports.ACTION, words, words)


@hooks.register("construct_homepage_panels")
def show_the_meetings_of_the_week(request, panels):
    panels += [MeetingsPanel(), FollowPanel()]
