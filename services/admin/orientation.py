"""The team's screens of what is handed out, and of what each type of service does."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from services.admin.panels import words
from services.admin.reference import ReferenceViewSet
from services.aide_memoire import freezing
from services.models import AideMemoireEdition, Need, TypeProfile
from services.orientation.comparison import LINES


class EditionForm(WagtailAdminModelForm):
    needs = forms.ModelMultipleChoiceField(
        Need.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Needs"),
        help_text=_("None ticked: all those of the aide-mémoire."),
    )


class FrozenForEver(ModelPermissionPolicy):
    """An edition is frozen, read and removed; what was handed out does not change."""

    def user_has_permission(self, user, action):
        return action != "change" and super().user_has_permission(user, action)


register_permission_policy(AideMemoireEdition, FrozenForEver(AideMemoireEdition))


class FreezeView(CreateView):
    def save_instance(self):
        freezing.fill(self.form.instance, needs=self.form.cleaned_data["needs"])
        return super().save_instance()


class EditionViewSet(SnippetViewSet):
    model = AideMemoireEdition
    icon = "doc-full"
    menu_label = _("Editions handed out")
    menu_name = "aide-memoire-editions"
    menu_hook = "register_reference_menu_item"
    menu_order = 95
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["page", "day", "title", "intro", "note", "frozen_at"]
    list_display = ["day", "page", "title"]
    add_view_class = FreezeView
    edit_handler = ObjectList(
        [
            FieldPanel("page"),
            FieldPanel("day"),
            FieldPanel("title"),
            FieldPanel("needs"),
            FieldPanel("intro"),
            FieldPanel("note"),
        ],
        base_form_class=EditionForm,
    )


class TypeProfileViewSet(ReferenceViewSet):
    model = TypeProfile
    icon = "table"
    menu_order = 110
    list_display = ["term", "is_compared_first"]
    panels = [
        FieldRowPanel([FieldPanel("term"), FieldPanel("is_compared_first")]),
        *(words(name, label) for name, label in LINES),
        FieldPanel("source"),
    ]
