from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from events.models.partner_calendar import LONGEST_ADDRESS, PartnerCalendar
from events.partners import content_lines, importing, moderation, unpacking
from events.partners.refusals import RefusedCalendarError

WEBCAL = "webcal://"


class CalendarAddressField(forms.URLField):
    """Takes the address calendar programs are given, too: it is the same, by https."""

    def to_python(self, value):
        value = (value or "").strip()
        if value.lower().startswith(WEBCAL):
            value = f"https://{value[len(WEBCAL) :]}"
        return super().to_python(value)


ADDRESS = PartnerCalendar._meta.get_field("address")


class PartnerCalendarForm(WagtailAdminModelForm):
    address = CalendarAddressField(
        label=capfirst(ADDRESS.verbose_name),
        help_text=ADDRESS.help_text,
        max_length=LONGEST_ADDRESS,
        required=False,
        assume_scheme="https",
    )

    def save(self, commit=True):
        if "address" in self.changed_data:
            # What another server gave says nothing about this one.
            self.instance.etag = self.instance.last_modified = ""
            self.instance.asked_at = None
        return super().save(commit)


class PartnerEntryForm(WagtailAdminModelForm):
    """The decision and the corrections; saving them means the entry was read."""

    def save(self, commit=True):
        if not commit:
            return super().save(commit=False)
        return moderation.settle(self.instance, **self.cleaned_data)


class PartnerFileForm(forms.Form):
    """A calendar to look at, then to store: sent as a file, then as what was kept."""

    file = forms.FileField(
        label=_("File"), required=False, help_text=_("A calendar file, .ics.")
    )
    kept = forms.CharField(
        required=False,
        strip=False,
        max_length=unpacking.LARGEST,
        widget=forms.HiddenInput,
    )

    def __init__(self, *args, calendar, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.calendar = calendar
        self.now = now
        self.found = self.plan = None

    def clean(self):
        data = super().clean()
        file, kept = data.get("file"), data.get("kept")
        if file is None and not kept:
            raise ValidationError({"file": _("Choose a calendar file.")})
        try:
            if file and file.size > unpacking.LARGEST:
                raise unpacking.too_large()
            body = file.read() if file else kept.encode()
            self.found, self.plan = importing.examine(body, self.calendar, now=self.now)
        except RefusedCalendarError as refusal:
            raise ValidationError({"file": refusal.message}) from refusal
        if file:
            data["kept"] = content_lines.kept(unpacking.text_of(body))
        return data

    @property
    def is_confirmed(self):
        """Whether what is sent was looked at: it comes back without its file."""
        return self.cleaned_data["file"] is None
