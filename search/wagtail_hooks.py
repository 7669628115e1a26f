from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.core.models import Synonyms
from portal.core.models.words import columns
from search.admin.views import AddSynonymView, PromoteView, TrialView
from search.models import Promotion


class SynonymsViewSet(SnippetViewSet):
    model = Synonyms
    icon = "openquote"
    menu_hook = "register_reference_menu_item"
    menu_order = 90
    copy_view_enabled = False
    list_display = ["__str__", "shows_urgency"]
    list_filter = ["shows_urgency"]
    search_fields = columns("terms")
    panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in columns("terms")], heading=_("Words")
        ),
        FieldPanel("shows_urgency"),
    ]


class PutThereByTheTrial(ModelPermissionPolicy):
    """A result is chosen where it is seen: no form could name it."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)


# Before its screens, which take the policy as it is then.
register_permission_policy(Promotion, PutThereByTheTrial(Promotion))


class PromotionViewSet(SnippetViewSet):
    model = Promotion
    icon = "pick"
    menu_hook = "register_reference_menu_item"
    menu_order = 91
    copy_view_enabled = False
    list_display = ["words", "result"]
    panels = [FieldPanel("words")]


register_snippet(SynonymsViewSet)
register_snippet(PromotionViewSet)


class TrialMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm("core.view_synonyms")


@hooks.register("register_admin_urls")
def urls():
    return [
        path("search-trial/", TrialView.as_view(), name="search_trial"),
        path("search-trial/synonym/", AddSynonymView.as_view(), name="add_synonym"),
        path("search-trial/promote/", PromoteView.as_view(), name="promote_result"),
    ]


@hooks.register("register_admin_menu_item")
def item():
    return TrialMenuItem(
        TrialView.page_title,
        reverse("search_trial"),
        name="search-trial",
        icon_name="search",
        order=130,
    )
