from wagtail import hooks
from wagtail.snippets.models import register_snippet

from services.admin import (
    corrections,
    deleting,
    files,
    orientation,
    reference,
    viewsets,
)
from services.admin.bulk import MarkVerified, SetStatus
from services.support.admin import figures, keeping, menu
from services.support.admin import viewsets as support_viewsets

register_snippet(viewsets.DirectoryGroup)
register_snippet(corrections.CorrectionViewSet)
register_snippet(reference.NeedViewSet)
register_snippet(reference.TaxonomyViewSet)
register_snippet(reference.TermViewSet)
register_snippet(reference.LanguageViewSet)
register_snippet(orientation.EditionViewSet)
register_snippet(orientation.TypeProfileViewSet)

for viewset in support_viewsets.ALL:
    register_snippet(viewset)

for action in (MarkVerified, SetStatus):
    hooks.register("register_bulk_action", action)

hooks.register("register_admin_urls", files.urls)
hooks.register("register_admin_urls", menu.urls)
hooks.register("register_admin_menu_item", menu.item)
hooks.register("register_log_actions", figures.register_exports)
hooks.register("before_delete_snippet", deleting.keep_what_is_referred_to)
hooks.register("before_delete_snippet", keeping.keep_what_is_counted)
