"""The questions of a meeting as a form, made by Wagtail's form builder."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.contrib.forms.forms import FormBuilder

from events import choices, questions
from portal.core.answers_form import AnswersForm
from portal.core.person_fields import LongText, Text


class Closing:
    """A list of choices of which some are shown and cannot be made."""

    closed = frozenset()

    def create_option(self, name, value, label, *args, **kwargs):
        if str(value) not in self.closed:
            return super().create_option(name, value, label, *args, **kwargs)
        label = _("%(choice)s (full)") % {"choice": label}
        option = super().create_option(name, value, label, *args, **kwargs)
        option["attrs"]["disabled"] = True
        return option


class Radios(Closing, forms.RadioSelect):
    pass


class DropDown(Closing, forms.Select):
    pass


class Boxes(Closing, forms.CheckboxSelectMultiple):
    pass


class AnswerFields(FormBuilder):
    """Wagtail's fields, in the widgets and with the words of our forms."""

    def get_field_options(self, question):
        missing = _("Answer the question “%(question)s”") % {"question": question.label}
        options = super().get_field_options(question)
        return {**options, "error_messages": {"required": missing}}

    def get_formatted_field_choices(self, question):
        made = [(choice.key, choice.label) for choice in question.choices.all()]
        if question.field_type == question.FieldType.DROPDOWN:
            return [("", pgettext("in a list", "Choose…")), *made]
        if question.field_type == question.FieldType.RADIO and not question.required:
            return [*made, ("", _("No answer"))]
        return made

    def get_formatted_field_initial(self, question):
        return None

    def create_singleline_field(self, question, options):
        return Text(limit=200, **_with_missing(options))

    def create_multiline_field(self, question, options):
        return LongText(limit=1000, **_with_missing(options))

    def create_number_field(self, question, options):
        # Localised: 2,5 is two and a half.
        limits = {"max_digits": 9, "decimal_places": 2, "localize": True}
        widget = forms.TextInput(
            attrs={"class": "in in--s", "inputmode": "decimal", "autocomplete": "off"}
        )
        return super().create_number_field(
            question, {**options, **limits, "widget": widget}
        )

    def create_date_field(self, question, options):
        widget = forms.DateInput(
            attrs={"type": "date", "class": "in"}, format="%Y-%m-%d"
        )
        return super().create_date_field(question, {**options, "widget": widget})

    def create_radio_field(self, question, options):
        return super().create_radio_field(question, {**options, "widget": Radios()})

    def create_dropdown_field(self, question, options):
        widget = DropDown(attrs={"class": "in"})
        return super().create_dropdown_field(question, {**options, "widget": widget})

    def create_checkboxes_field(self, question, options):
        return super().create_checkboxes_field(question, {**options, "widget": Boxes()})


class QuestionsForm(AnswersForm):
    """What a meeting asks; ``answers`` are those given before, as they are kept."""

    def __init__(self, meeting, data=None, *, answers=None):
        self.meeting = meeting
        self.questions = questions.asked_by(meeting)
        self.before = answers or {}
        kept = {
            question.key: self.before[question.key]["value"]
            for question in self.questions
            if questions.is_answered(question, self.before)
        }
        super().__init__(data, prefix="asked", initial=kept)
        self.fields.update(AnswerFields(self.questions).formfields)
        self._close_what_is_full()

    def answers(self):
        """What is kept of the answers; nothing of a question nobody can answer now."""
        full = self._full()
        return {
            question.key: questions.entry(question, said)
            for question in self.questions
            if (said := _plain(self.cleaned_data[question.key]))
            or not choices.all_full(question, full)
        }

    def choose_again(self, refused):
        """Show the form again with its answers, after a ChoiceFullError."""
        self._close_what_is_full()
        for key in refused.questions:
            self.add_error(key, refused.message)

    def _full(self):
        if not self.questions:
            return set()
        return choices.full(self.meeting) - set(choices.chosen_in(self.before))

    def _close_what_is_full(self):
        full = self._full()
        for question in self.questions:
            field = self.fields[question.key]
            if question.has_choices:
                closed = {choice for key, choice in full if key == question.key}
                field.widget.closed = closed
                is_asked = question.required
                field.required = is_asked and not choices.all_full(question, full)


def _with_missing(options):
    """As our own texts take the words for an answer that is missing."""
    words = options.pop("error_messages")["required"]
    return {**options, "missing": words}


def _plain(value):
    """The answer as JSON keeps it."""
    if value is None:
        return ""
    return value if isinstance(value, (bool, str, list)) else str(value)
