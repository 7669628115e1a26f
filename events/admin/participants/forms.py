"""What the team asks for and says on the screens about registrations."""

import uuid

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events import exports
from events.models import Meeting
from events.participants import STATES
from events.person import Person
from events.person_form import PERSON, PersonForm, said_by
from portal.core.forms import AddressForm
from portal.core.models import Commune
from portal.core.person_fields import Email, Text


class ListForm(AddressForm):
    """Which part of a list, and which page of it."""

    state = forms.ChoiceField(choices=list(STATES.items()), required=False)
    p = forms.IntegerField(required=False, min_value=1, max_value=10_000)


class SearchForm(forms.Form):
    """Posted: names must not stand in an address."""

    words = forms.CharField(
        label=_("Name, organisation, e-mail or reference"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )


class NoteForm(forms.Form):
    note = Text(
        label=_("Note for the team"),
        limit=300,
        help_text=_(
            "Why, or who called; nothing about health, nothing about a patient. Erased "
            "with the data of the person."
        ),
    )


class WordForm(NoteForm):
    """A note that is the whole act."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].required = True
        self.fields["note"].error_messages["required"] = _("Write the note first.")


class SendAgainForm(NoteForm):
    # The same form posted twice sends one message.
    seen = forms.IntegerField(widget=forms.HiddenInput)


# The words of the public form that speak to the person.
OF_SOMEBODY_ELSE = {
    "language": _("Language of e-mails"),
    "access_need": _("Need for access"),
    "question": _("Question for the presenters"),
    "is_listed": _("On the list handed out"),
}


class TeamPersonForm(PersonForm, NoteForm):
    """What somebody says on the phone; they may have no address."""

    email = Email(
        label=_("E-mail address"),
        missing="",
        required=False,
        autocomplete="off",
        help_text=_(
            "Without an address no message is sent: tell the person yourself when and "
            "where, and when something changes."
        ),
    )

    field_order = [*PERSON, "may_wait", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.asked.fields.values():
            # Nobody may have been asked.
            field.required = False
        for name, field in self.fields.items():
            field.label = OF_SOMEBODY_ELSE.get(name, field.label)
            field.error_messages["required"] = _("Fill this in.")
            field.widget.attrs["autocomplete"] = "off"


class AddForm(TeamPersonForm):
    may_wait = forms.BooleanField(
        label=_("The person agrees to wait if no seat is left"),
        required=False,
        help_text=_("They then go to the end of the waiting list."),
    )
    # Given when the form is shown: the same form posted twice is known by it.
    booking = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    @property
    def person(self):
        return Person(**self.answers(), booking=self.cleaned_data["booking"])


class CorrectForm(TeamPersonForm):
    @classmethod
    def of(cls, registration, data=None):
        return cls(
            data,
            initial=said_by(registration),
            meeting=registration.meeting,
            answers=registration.answers,
        )


class MeetingChoice(forms.ModelChoiceField):
    def label_from_instance(self, meeting):
        free = meeting.free_places
        if free is None:
            return capfirst(meeting)
        words = ngettext("%(count)s seat free", "%(count)s seats free", free)
        return f"{capfirst(meeting)} ({words % {'count': free}})"


class MoveForm(NoteForm):
    meeting = MeetingChoice(
        Meeting.objects.none(),
        label=_("To which meeting"),
        empty_label=_("Choose a meeting"),
        error_messages={"required": _("Choose a meeting.")},
    )
    field_order = ["meeting", "note"]

    def __init__(self, *args, meetings, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings


class ExportForm(forms.Form):
    which = forms.ChoiceField(
        label=_("Who"),
        choices=list(exports.ROWS.items()),
        initial="confirmed",
        widget=forms.RadioSelect,
    )
    columns = forms.MultipleChoiceField(
        label=_("Columns"),
        widget=forms.CheckboxSelectMultiple,
        initial=list(exports.USUAL),
        error_messages={"required": _("Tick at least one column.")},
    )
    kind = forms.ChoiceField(
        label=_("File"),
        choices=list(exports.KINDS.items()),
        initial="xlsx",
        widget=forms.RadioSelect,
    )

    def __init__(self, data=None, *, columns):
        super().__init__(data)
        self.known = {column.key: column for column in columns}
        self.fields["columns"].choices = [
            (column.key, column.label) for column in columns
        ]

    @property
    def chosen(self):
        """The columns that were ticked, in the order of the form."""
        ticked = set(self.cleaned_data["columns"])
        return [column for key, column in self.known.items() if key in ticked]


class CommunesForm(forms.Form):
    """The commune of each organisation."""

    def __init__(self, data=None, *, organisations):
        super().__init__(data)
        self.keys = {}
        communes = Commune.objects.all()
        choices = [("", _("Not known")), *((one.pk, one.name) for one in communes)]
        self.known = {str(one.pk): one for one in communes}
        for organisation in organisations:
            # Not by its rank: somebody may register before this is posted.
            name = f"of-{organisation.key.replace(' ', '-')}"
            self.keys[name] = organisation.key
            self.fields[name] = forms.ChoiceField(
                label=organisation.name,
                choices=choices,
                required=False,
                initial=organisation.commune and organisation.commune.pk,
            )

    @property
    def communes(self):
        """The commune that was chosen by the key of each organisation, or None."""
        return {
            key: self.known.get(self.cleaned_data[name])
            for name, key in self.keys.items()
        }
