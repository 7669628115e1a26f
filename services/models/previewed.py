from django.conf import settings
from wagtail.models import PreviewableMixin


class Previewed(PreviewableMixin):
    """A record that its editors see as readers would, in each language."""

    @property
    def preview_modes(self):
        return settings.LANGUAGES

    @property
    def default_preview_size(self):
        return "desktop"

    def serve_preview(self, request, mode_name):
        # What is shown is made from records, this one among them.
        from services import previewing

        return previewing.shown(self, request, language=mode_name)
