from django.contrib import messages
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from portal.core import proofreading, rich_text
from portal.core.models import Bassin, Commune, Theme
from portal.core.models.words import columns


def names():
    fields = [FieldPanel(name) for name in columns("name")]
    return MultiFieldPanel(fields, heading=_("Name"))


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    menu_order = 50
    copy_view_enabled = False
    list_display = ["name_fr", "code", "colour", "sort_order"]
    panels = [
        names(),
        FieldPanel("code"),
        FieldPanel("colour"),
        FieldPanel("sort_order"),
    ]


class BassinViewSet(SnippetViewSet):
    model = Bassin
    icon = "globe"
    menu_order = 70
    copy_view_enabled = False
    list_display = ["name_fr", "code"]
    panels = [names(), FieldPanel("code")]


class CommuneViewSet(SnippetViewSet):
    model = Commune
    icon = "home"
    menu_order = 80
    copy_view_enabled = False
    list_display = ["name_fr", "postcode", "bassin"]
    list_filter = ["bassin"]
    search_fields = ["name_fr", "name_nl", "postcode"]
    panels = [
        names(),
        FieldPanel("postcode"),
        FieldPanel("slug"),
        FieldPanel("bassin"),
        FieldPanel("is_commune"),
        FieldPanel("note"),
    ]


class ReferenceLists(SnippetViewSetGroup):
    """The short lists everything else refers to; each room adds its own."""

    menu_label = _("Reference lists")
    menu_name = "reference-lists"
    menu_icon = "list-ul"
    menu_order = 600
    submenu_hook = "register_reference_menu_item"
    items = (ThemeViewSet, BassinViewSet, CommuneViewSet)


register_snippet(ReferenceLists)


@hooks.register("register_rich_text_features", order=100)
def register_running_text(features):
    rich_text.register_paper(features)
    rich_text.keep_only(features)


hooks.register("proofread_page", proofreading.of_texts)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def show_findings(request, page):
    """Tell the editor, who decides; a page saved by itself tells nothing."""
    if not request.accepts("text/html"):
        return
    if findings := proofreading.of(page):
        context = {"findings": findings}
        messages.warning(request, render_to_string("core/admin/findings.html", context))


@hooks.register("insert_global_admin_css")
def style_the_screens():
    return format_html(
        '<link rel="stylesheet" href="{}">', static("portal/admin/editors.css")
    )


@hooks.register("construct_help_menu")
def hide_news_of_wagtail(request, menu_items):
    """Editors write; those who run the portal read release notes."""
    menu_items[:] = [
        item for item in menu_items if not item.name.startswith("whats-new")
    ]


@hooks.register("before_serve_page")
def lead_to_the_language_of_the_page(page, request, serve_args, serve_kwargs):
    """An address in a language that has no tree yet leads to the page that exists."""
    if page.locale.language_code != get_language():
        return redirect(page.get_url(request))
    return None
