from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.snippets.views.snippets import (
    EditView,
    SnippetViewSet,
    SnippetViewSetGroup,
)

from services.admin import checks, private
from services.admin.creating import ServiceCreateView
from services.admin.filters import ServiceFilterSet
from services.admin.listing import ServiceIndexView
from services.admin.panels import SERVICE, in_rows
from services.models import Location, Organisation, Service


class ServiceEditView(EditView):
    def get_success_url(self):
        return self.get_edit_url()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        today = timezone.localdate()
        # As stored, even where the form holds a draft.
        stored = Service.objects.get(pk=self.object.pk)
        context["stored"] = stored
        context["freshness"] = stored.freshness(today)
        context["one_click"] = checks.one_click(today)
        context["may_verify"] = self.user_has_permission("change")
        return context


class ServiceViewSet(SnippetViewSet):
    model = Service
    icon = "form"
    menu_label = _("Services")
    menu_name = "services"
    menu_order = 10
    copy_view_enabled = False
    list_per_page = 50
    edit_handler = SERVICE
    filterset_class = ServiceFilterSet
    index_view_class = ServiceIndexView
    add_view_class = ServiceCreateView
    edit_view_class = ServiceEditView
    create_template_name = "services/admin/create_service.html"
    edit_template_name = "services/admin/edit_service.html"
    search_fields = ["name_fr", "name_nl", "organisation__name_fr"]

    def get_urlpatterns(self):
        verify = self.construct_view(checks.VerifyView)
        private_part = self.construct_view(private.PrivatePartView)
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/verify/", verify, name="verify"),
            path("<int:pk>/private/", private_part, name="private"),
        ]


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    menu_order = 20
    copy_view_enabled = False
    list_display = ["name_fr", "website", "email"]
    list_filter = ["is_fictional"]
    search_fields = ["name_fr", "name_nl", "alternate_name_fr"]
    panels = [
        MultiFieldPanel(in_rows("name"), heading=_("Name")),
        MultiFieldPanel(
            in_rows("alternate_name"), heading=_("Other name"), classname="collapsed"
        ),
        MultiFieldPanel(in_rows("description"), heading=_("Description")),
        FieldRowPanel([FieldPanel("website"), FieldPanel("email")]),
        InlinePanel(
            "identifiers",
            [
                FieldRowPanel([FieldPanel("scheme"), FieldPanel("identifier")]),
                FieldPanel("url"),
            ],
            label=_("identifier"),
            heading=_("External identifiers"),
        ),
        FieldPanel("slug"),
        FieldPanel("is_fictional"),
    ]


class LocationViewSet(SnippetViewSet):
    model = Location
    icon = "site"
    menu_label = _("Places")
    menu_order = 30
    copy_view_enabled = False
    list_display = ["address_1", "postal_code", "commune", "organisation"]
    list_filter = ["commune", "location_type"]
    search_fields = ["name_fr", "address_1", "postal_code", "organisation__name_fr"]
    panels = [
        FieldPanel("organisation"),
        FieldPanel("location_type"),
        MultiFieldPanel(in_rows("name"), heading=_("Name")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("address_1"), FieldPanel("address_2")]),
                FieldRowPanel([FieldPanel("postal_code"), FieldPanel("city")]),
                FieldPanel("commune"),
                FieldRowPanel([FieldPanel("region"), FieldPanel("country")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("url"),
            ],
            heading=_("Address"),
        ),
        MultiFieldPanel(in_rows("transportation"), heading=_("How to get there")),
        MultiFieldPanel(in_rows("accessibility"), heading=_("Accessibility")),
        FieldPanel("is_fictional"),
    ]


class DirectoryGroup(SnippetViewSetGroup):
    menu_label = _("Directory")
    menu_name = "directory"
    menu_icon = "list-ul"
    menu_order = 120
    items = (ServiceViewSet, OrganisationViewSet, LocationViewSet)
