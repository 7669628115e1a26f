from wagtail import hooks
from wagtail.snippets.models import register_snippet

from services.admin import files, reference, viewsets
from services.admin.bulk import MarkVerified, SetStatus

register_snippet(viewsets.DirectoryGroup)
register_snippet(reference.NeedViewSet)
register_snippet(reference.TaxonomyViewSet)
register_snippet(reference.TermViewSet)
register_snippet(reference.LanguageViewSet)

for action in (MarkVerified, SetStatus):
    hooks.register("register_bulk_action", action)

hooks.register("register_admin_urls", files.urls)
