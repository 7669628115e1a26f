"""The list of entries: whose they are, where they stand, how sure we are of them."""

import re

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, TitleColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView

from services.admin.files import MAY_IMPORT
from services.models import Service

NUMBER = re.compile(r"[+\d][\d ()/.-]*", re.ASCII)
SEARCHED = (
    "name_fr",
    "name_nl",
    "alternate_name_fr",
    "organisation__name_fr",
    "service_at_locations__location__address_1",
)


class FreshnessColumn(Column):
    """The day of the last verification, and what it is worth today."""

    cell_template_name = "services/admin/freshness_cell.html"

    def get_value(self, service):
        return service.freshness(timezone.localdate())


class StandingColumn(Column):
    cell_template_name = "services/admin/standing_cell.html"


class ServiceIndexView(IndexView):
    default_ordering = "name_fr"
    add_item_label = _("New service")

    def get_base_queryset(self):
        return Service.objects.select_related("organisation").prefetch_related(
            "service_types"
        )

    def search_queryset(self, queryset):
        """Those where every word asked for is found; or that have this phone number."""
        if NUMBER.fullmatch(self.search_query):
            digits = "".join(filter(str.isdecimal, self.search_query)).lstrip("0")
            found = Service.objects.filter(phones__digits__contains=digits)
            return queryset.filter(pk__in=found.values("pk"))
        for word in self.search_query.split():
            queryset = queryset.filter(pk__in=_having(word))
        return queryset

    @cached_property
    def columns(self):
        name_column = self._get_title_column_class(TitleColumn)
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="snippet"),
            name_column(
                "name",
                label=_("Name"),
                accessor="name",
                get_url=self.get_edit_url,
                sort_key="name_fr",
            ),
            Column("organisation", label=_("Organisation"), accessor="organisation"),
            Column("types", label=_("Types"), accessor=_types),
            StandingColumn("status", label=_("Status"), accessor="get_status_display"),
            FreshnessColumn(
                "freshness", label=_("Verified on"), sort_key="assured_date"
            ),
        ]

    @cached_property
    def header_more_buttons(self):
        buttons = super().header_more_buttons
        if self.request.user.has_perms(MAY_IMPORT):
            url = reverse("services_import")
            label = _("Import a file")
            buttons.append(Button(label, url=url, icon_name="upload", priority=50))
        return buttons


def _types(service):
    return ", ".join(term.label for term in service.service_types.all())


def _having(word):
    found = Q()
    for name in SEARCHED:
        found |= Q(**{f"{name}__icontains": word})
    return Service.objects.filter(found).values("pk")
