import django_filters
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from portal.core.models import Commune
from services.freshness import Freshness
from services.models import Axis, Need, Service, Term


def choices(label, values, **kwargs):
    return django_filters.ChoiceFilter(
        label=label,
        choices=values,
        empty_label=_("All"),
        widget=forms.RadioSelect,
        **kwargs,
    )


class ServiceFilterSet(WagtailFilterSet):
    status = choices(_("Status"), Service.Status.choices)
    freshness = choices(_("Verification"), Freshness.choices, method="in_freshness")
    published = choices(
        _("Publication"),
        [
            ("live", _("Published")),
            ("changed", _("Published, with a draft")),
            ("draft", _("Draft only")),
        ],
        method="in_publication",
    )
    service_type = django_filters.ModelChoiceFilter(
        label=_("Type"),
        queryset=Term.objects.filter(taxonomy__code=Axis.SERVICE_TYPES),
        field_name="service_types",
    )
    need = django_filters.ModelChoiceFilter(
        label=_("Need"), queryset=Need.objects.all(), field_name="needs"
    )
    commune = django_filters.ModelChoiceFilter(
        label=_("Commune served"), queryset=Commune.objects.all(), method="serving"
    )
    is_fictional = choices(
        _("Example (fictional)"), [("True", _("Yes")), ("False", _("No"))]
    )

    class Meta:
        model = Service
        fields = []

    def in_freshness(self, services, name, value):
        return services.in_freshness(value, timezone.localdate())

    def in_publication(self, services, name, value):
        return services.filter(
            live=value != "draft",
            **({} if value == "live" else {"has_unpublished_changes": True}),
        )

    def serving(self, services, name, commune):
        return services.serving(commune)
