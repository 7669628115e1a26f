from wagtail import hooks
from wagtail.snippets.models import register_snippet

from events import proofreading, rich_text
from events.admin import viewsets

register_snippet(viewsets.MeetingViewSet)
register_snippet(viewsets.VenueViewSet)
register_snippet(viewsets.ConcertationViewSet)
register_snippet(viewsets.CycleViewSet)

hooks.register("proofread_page", proofreading.check)


# After portal.core, which says what running text is made of.
@hooks.register("register_rich_text_features", order=200)
def register_meeting_in_text(features):
    rich_text.register_meeting(features)
