"""Which services somebody wants on paper: those they named, else what a list shows."""

from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from services import directory
from services.orientation import selection
from services.orientation.forms import ServicesAsked


class ListAsked:
    """The services of an address, as the selection or the directory understands it."""

    def __init__(self, data, today):
        self.data = data
        self.today = today
        self.named = ServicesAsked(data).value("service")

    @cached_property
    def pks(self):
        """The keys of the services, in the order of the list."""
        if self.named:
            return [service.pk for service in self.named]
        services = self._directory.page.paginator.object_list
        return list(services.values_list("pk", flat=True))

    @property
    def title(self):
        """« Services : Domicile, Etterbeek »"""
        if self.named:
            return _("My selection of services")
        chosen = [chip.label for chip in self._directory.chips]
        if not chosen:
            return _("The services of the directory")
        return _("Services: %(filters)s") % {"filters": ", ".join(chosen)}

    @property
    def address(self):
        """Where the same list is read."""
        if self.named:
            return selection.address(self.named)
        query = self._directory.form.narrowing()
        return f"{reverse('directory')}?{query}" if query else reverse("directory")

    @cached_property
    def _directory(self):
        return directory.asked(self.data, self.today)
