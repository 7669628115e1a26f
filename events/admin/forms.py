from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm

from events import changes, scheduling


class MeetingForm(WagtailAdminModelForm):
    """The facts of a meeting; saving them is an act of ``scheduling``."""

    # How long after the last edit those who registered are told of it.
    quiet = changes.QUIET

    def clean(self):
        facts = super().clean()
        if self.instance.pk and facts.get("start_date"):
            facts["previous_date"] = scheduling.previous_date(
                self.instance,
                status=facts.get("status"),
                start_date=facts["start_date"],
                given=facts.get("previous_date"),
            )
        return facts

    def save(self, commit=True):
        meeting = super().save(commit=False)
        if commit:
            scheduling.record(
                meeting,
                now=timezone.now(),
                quiet=self.quiet,
                themes=self.cleaned_data["themes"],
                needs=self.cleaned_data["needs"],
            )
        return meeting
