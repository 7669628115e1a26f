"""Forms open to everybody: what tells a person from a robot, without turning one away.

The form carries a stamp of when it was shown. A robot fills in the field nobody sees,
sends in no time, or again and again: then whoever it is copies four digits.
"""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.core import form_stamp
from portal.core.answers_form import AnswersForm
from portal.core.form_stamp import Stamp
from portal.core.person_fields import Text

TOO_LONG_OPEN = _(
    "This page stayed open for too long. Your answers are kept: send them again."
)
COPY_DIGITS = _(
    "To keep robots away, copy the four digits at the end of the form, then send again."
)


class StampedForm(AnswersForm):
    # People do not see it; who fills it in may be a robot.
    website = forms.CharField(label=_("Leave this field empty"), required=False)
    digits = Text(label=_("The four digits"), limit=20)
    stamp = forms.CharField(required=False)

    def __init__(self, data=None, *, now, is_pressed=False, **kwargs):
        """``is_pressed`` asks for the digits."""
        super().__init__(data, **kwargs)
        self.now = now
        self.is_pressed = is_pressed
        self.fields["website"].widget.attrs.update(tabindex="-1", autocomplete="off")
        self.fields["digits"].widget.attrs.update(inputmode="numeric")

    @cached_property
    def shown(self):
        """The stamp of the form as it was shown; None when it no longer counts."""
        try:
            return form_stamp.read(str(self.data.get("stamp", "")), now=self.now)
        except form_stamp.StaleFormError:
            return None

    @cached_property
    def next_stamp(self):
        return self.shown or Stamp(self.now)

    @property
    def next_token(self):
        """What the form carries when it is shown; a first one is the same for all."""
        return self.next_stamp.token if self.is_bound else form_stamp.BLANK

    def renew(self, message):
        """Show the form again as a new one, with its answers, and why."""
        self.hold(message, "spent")
        self.next_stamp = Stamp(self.now)

    def refuse(self, tries):
        """Take nothing from who sends too often, and say how long to wait."""
        self.is_valid()
        words = ngettext(
            "Too many attempts in a short time. Try again in %(count)s minute.",
            "Too many attempts in a short time. Try again in %(count)s minutes.",
            tries.minutes_left,
        )
        self.hold(words % {"count": tries.minutes_left}, "pressed")

    def clean(self):
        cleaned = super().clean()
        if not self.corrections:
            self.look_for_robots()
        return cleaned

    def look_for_robots(self):
        if not self.shown:
            self.hold(TOO_LONG_OPEN, "stale")
        elif self._may_be_a_robot() and not self._copied_digits():
            self.hold(COPY_DIGITS, "robot")

    def _may_be_a_robot(self):
        trapped = self.cleaned_data["website"]
        return trapped or self.is_pressed or self.shown.is_hasty(self.now)

    def _copied_digits(self):
        said = "".join(self.cleaned_data["digits"].split())
        return said == self.shown.digits
