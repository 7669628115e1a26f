from django import forms
from django.utils.translation import gettext_lazy as _

from events import reception
from events.person import Person
from portal.core.forms import AddressForm
from portal.core.person_fields import Name, Text

GONE = _("This person is no longer on the list: it has changed meanwhile.")


class Search(AddressForm):
    """Part of a name or of an organisation."""

    keys = {"query": "q"}
    query = forms.CharField(required=False, max_length=100)


class Tick(forms.Form):
    """The one button that was pressed: what is done, and for whom."""

    ACTS = ("arrive", "undo", "let_in")

    def __init__(self, data, *, meeting):
        super().__init__(data)
        guests = meeting.registrations.filter(anonymised_at=None)
        for act in self.ACTS:
            self.fields[act] = forms.ModelChoiceField(
                guests, required=False, error_messages={"invalid_choice": GONE}
            )

    def clean(self):
        pressed = [act for act in self.ACTS if self.cleaned_data.get(act)]
        if len(pressed) != 1 and not self.errors:
            raise forms.ValidationError(GONE)
        self.pressed = next(iter(pressed), None)
        return self.cleaned_data

    def act(self, now):
        """Do it; returns the registration as it is then. Raises RefusedError."""
        guest = self.cleaned_data[self.pressed]
        if self.pressed == "undo":
            return reception.undo_check_in(guest)
        if self.pressed == "let_in":
            return reception.let_in(guest, now=now).registration
        return reception.check_in(guest, now=now)


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
