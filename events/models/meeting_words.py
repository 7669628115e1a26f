from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.lines import line
from portal.core.models import BasePage


class MeetingWords(BasePage):
    """A page about one meeting, in one language."""

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.meeting_id and self._others().exists():
            raise ValidationError(
                {"meeting": _("This meeting already has such a page in this language.")}
            )

    def _others(self):
        same = type(self).objects.filter(meeting=self.meeting_id, locale=self.locale_id)
        return same.exclude(pk=self.pk)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["line"] = line(self.meeting, timezone.now())
        return context
