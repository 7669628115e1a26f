from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.core.forms import AddressForm
from services.models.need import Need


class NeedsAsked(AddressForm):
    """Which needs of an aide-mémoire to print; nothing understood means all."""

    keys = {"need": pgettext_lazy("key in an address", "need")}
    need = forms.ModelMultipleChoiceField(
        Need.objects.all(), to_field_name="code", required=False, label=_("Need")
    )

    @property
    def needs(self):
        return self.value("need") or ()
