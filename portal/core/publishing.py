"""Pages that editors planned appear, and disappear, at their hour."""

from django.core.management import call_command
from wagtail.models import Page, Revision


def publish_planned(*, now, limit):
    """How many pages were due at ``now``; Wagtail publishes or withdraws them all."""
    appearing = Revision.page_revisions.filter(approved_go_live_at__lte=now).count()
    expiring = Page.objects.live().filter(expire_at__lte=now).count()
    if appearing or expiring:
        call_command("publish_scheduled", verbosity=0)
    return appearing + expiring
