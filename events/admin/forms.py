from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from events import changes, scheduling
from events.models.question import CHOOSING


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
        for question in _kept(self.formsets["questions"]):
            _check_choices(question)
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


def _check_choices(question):
    """Say to the editor when the choices do not go with the kind of answer."""
    choices = len(_kept(question.formsets["choices"]))
    if question.cleaned_data.get("field_type") not in CHOOSING:
        if choices:
            words = _("This kind of answer has no choices: remove them, or change it.")
            question.add_error("field_type", words)
    elif choices < 2:
        words = _("Give at least two choices, or another kind of answer.")
        question.add_error("field_type", words)


def _kept(formset):
    """The forms of a list that were filled in and are not being removed."""
    formset.is_valid()
    said = [form for form in formset.forms if form.cleaned_data]
    return [form for form in said if not form.cleaned_data.get("DELETE")]
