from django import forms
from django.utils.translation import gettext_lazy as _

from events import reception
from events.person import Person
from events.person_fields import Name, Text
from portal.core.forms import AddressForm

GONE = _("This person is no longer on the list: it has changed meanwhile.")


class Search(AddressForm):
    """Part of a name or of an organisation."""

    keys = {"query": "q"}
    query = forms.CharField(required=False, max_length=100)


class Tick(forms.Form):
    """The one button that was pressed: what is done, and for whom."""

    VERBS = {
        "arrive": lambda guest, now: reception.check_in(guest, now=now),
        "undo": lambda guest, now: reception.undo_check_in(guest),
        "let_in": lambda guest, now: reception.let_in(guest, now=now).registration,
    }

    def __init__(self, data, *, meeting):
        super().__init__(data)
        guests = meeting.registrations.filter(anonymised_at=None)
        for verb in self.VERBS:
            self.fields[verb] = forms.ModelChoiceField(
                guests, required=False, error_messages={"invalid_choice": GONE}
            )

    def clean(self):
        pressed = [verb for verb in self.VERBS if self.cleaned_data.get(verb)]
        if len(pressed) != 1 and not self.errors:
            raise forms.ValidationError(GONE)
        self.verb = next(iter(pressed), None)
        return self.cleaned_data

    def act(self, now):
        """Do it; returns the registration as it is then. Raises RefusedError."""
        return self.VERBS[self.verb](self.cleaned_data[self.verb], now)


class WalkIn(forms.Form):
    """Somebody who stands at the door without having registered."""

    given_name = Name(label=_("First name"), missing=_("Write the first name"))
    family_name = Name(label=_("Last name"), missing=_("Write the last name"))
    organisation = Text(
        label=_("Organisation"),
        limit=160,
        missing=_("Write the organisation, or “independent”"),
    )

    def person(self):
        return Person(**self.cleaned_data)
