from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from portal.core.forms import AddressForm
from portal.core.models import Commune
from services.models.need import Need
from services.models.service import Service
from services.models.taxonomy import Axis, Term
from services.orientation.forms import Some

MOST_SERVICES, MOST_CHOICES = 60, 40


def _terms(axis, label):
    return Some(
        lambda: Term.objects.of(axis), known_by="code", most=MOST_CHOICES, label=label
    )


class ListAsked(AddressForm):
    """Which services to print: those that are named, else those a list would show."""

    keys = {
        "service": pgettext_lazy("key in an address", "service"),
        "need": pgettext_lazy("key in an address", "need"),
        "type": pgettext_lazy("key in an address", "type"),
        "commune": pgettext_lazy("key in an address", "commune"),
        "mode": pgettext_lazy("key in an address", "mode"),
    }
    service = Some(
        lambda: Service.objects.public(),
        known_by="slug",
        most=MOST_SERVICES,
        label=gettext_lazy("Service"),
    )
    need = Some(
        lambda: Need.objects.all(),
        known_by="code",
        most=MOST_CHOICES,
        label=gettext_lazy("Need"),
    )
    type = _terms(Axis.SERVICE_TYPES, gettext_lazy("Type of service"))
    mode = _terms(Axis.MODES, gettext_lazy("mode"))
    commune = Some(
        lambda: Commune.objects.all(),
        known_by="slug",
        most=MOST_CHOICES,
        label=gettext_lazy("Commune"),
    )

    @property
    def are_named(self):
        return bool(self.value("service"))

    def found(self, today):
        """The keys of the services, in the order of a list."""
        if self.are_named:
            return [service.pk for service in self.value("service")]
        services = Service.objects.listed()
        for name, relation in (
            ("need", "needs"),
            ("type", "service_types"),
            ("mode", "modes"),
        ):
            if chosen := self.value(name):
                services = services.filter(**{f"{relation}__in": chosen})
        if communes := self.value("commune"):
            found = Service.objects.none()
            for commune in communes:
                found = found | Service.objects.serving(commune)
            services = services.filter(pk__in=found.values("pk"))
        ordered = services.distinct().in_reader_order(today)
        return list(ordered.values_list("pk", flat=True))

    @property
    def title(self):
        """« Services : Domicile, Etterbeek »"""
        if self.are_named:
            return _("My selection of services")
        chosen = [
            str(getattr(record, "label", record))
            for name in ("need", "commune", "mode", "type")
            for record in self.value(name) or []
        ]
        if not chosen:
            return _("The services of the directory")
        return _("Services: %(filters)s") % {"filters": ", ".join(chosen)}
