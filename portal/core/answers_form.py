"""Forms that people answer, with the list of what is to be corrected in them."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


class AnswersForm(forms.Form):
    """Answers, and the list of what is to be corrected in them."""

    use_required_attribute = False

    @property
    def pause(self):
        """Why the form is shown again although nothing is to be corrected."""
        return None if self.corrections else next(iter(self.non_field_errors()), None)

    @property
    def corrections(self):
        """Each mistake with the field it leads to, in the order of the page."""
        return [
            (_target(self[name]), self[name].errors[0])
            for name in self.fields
            if self[name].errors
        ]

    @property
    def pauses_for(self):
        """The short name of that reason."""
        errors = self.errors.as_data().get(NON_FIELD_ERRORS, [])
        return errors[0].code if errors and not self.corrections else ""

    def hold(self, message, code):
        """Show the form again with its answers, and why."""
        self.errors.pop(NON_FIELD_ERRORS, None)
        self.add_error(None, ValidationError(message, code=code))


def _target(field):
    """The field itself, or the first choice one can make in it."""
    if field.id_for_label:
        return field.id_for_label
    options = (option for option in field if "disabled" not in option.data["attrs"])
    first = next(options, None)
    return first.id_for_label if first else f"{field.auto_id}_0"
