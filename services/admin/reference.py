"""The short lists the directory refers to."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet

from services.admin.panels import in_rows
from services.models import Language, Need, Taxonomy, Term


class ReferenceViewSet(SnippetViewSet):
    menu_hook = "register_reference_menu_item"
    copy_view_enabled = False


class NeedViewSet(ReferenceViewSet):
    model = Need
    icon = "help"
    menu_order = 60
    list_display = ["name_fr", "short_name_fr", "sort_order"]
    panels = [
        MultiFieldPanel([*in_rows("name"), *in_rows("short_name")], heading=_("Name")),
        MultiFieldPanel(in_rows("description"), heading=_("Description")),
        MultiFieldPanel(in_rows("synonyms"), heading=_("Other words for it")),
        FieldRowPanel([FieldPanel("code"), FieldPanel("sort_order")]),
    ]


class TaxonomyViewSet(ReferenceViewSet):
    model = Taxonomy
    icon = "list-ol"
    menu_order = 90
    list_display = ["name_fr", "code", "sort_order"]
    panels = [
        MultiFieldPanel(in_rows("name"), heading=_("Name")),
        MultiFieldPanel(in_rows("description"), heading=_("Description")),
        FieldRowPanel([FieldPanel("code"), FieldPanel("sort_order")]),
    ]


class TermViewSet(ReferenceViewSet):
    model = Term
    icon = "tag"
    menu_order = 91
    list_display = ["name_fr", "taxonomy", "group", "sort_order"]
    list_filter = ["taxonomy", "group"]
    list_per_page = 50
    search_fields = ["name_fr", "name_nl", "synonyms_fr", "code"]
    panels = [
        FieldRowPanel([FieldPanel("taxonomy"), FieldPanel("group")]),
        MultiFieldPanel([*in_rows("name"), *in_rows("short_name")], heading=_("Name")),
        MultiFieldPanel(in_rows("description"), heading=_("Description")),
        MultiFieldPanel(in_rows("synonyms"), heading=_("Other words for it")),
        FieldPanel("needs", widget=forms.CheckboxSelectMultiple),
        FieldPanel("parent"),
        FieldRowPanel([FieldPanel("code"), FieldPanel("sort_order")]),
    ]


class LanguageViewSet(ReferenceViewSet):
    model = Language
    icon = "comment"
    menu_order = 92
    list_display = ["name_fr", "code", "sort_order"]
    panels = [
        MultiFieldPanel(in_rows("name"), heading=_("Name")),
        FieldRowPanel([FieldPanel("code"), FieldPanel("sort_order")]),
    ]
