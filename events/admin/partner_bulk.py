"""Deciding on many entries of partners at once, from their list."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from events.models import PartnerEntry
from events.partners import moderation


class DecideOnEntries(SnippetBulkAction):
    models = [PartnerEntry]
    template_name = "events/admin/decide_on_entries.html"

    def check_perm(self, snippet):
        return self.permission_policy.user_has_permission_for_instance(
            self.request.user, "change", snippet
        )

    def get_context_data(self, **kwargs):
        question = {"question": self.question, "answer": self.display_name}
        return super().get_context_data(**{**kwargs, **question})


class AcceptEntries(DecideOnEntries):
    display_name = _("Show in the agenda")
    aria_label = _("Show the selected entries in the agenda")
    action_type = "accept"
    action_priority = 10
    question = _("Show these entries in the agenda, as the partner has them now?")

    @classmethod
    def execute_action(cls, objects, **_context):
        return moderation.accept(objects), 0

    def get_success_message(self, count, _children):
        return ngettext(
            "%(count)s entry is in the agenda.",
            "%(count)s entries are in the agenda.",
            count,
        ) % {"count": count}


class RefuseEntries(DecideOnEntries):
    display_name = _("Leave out")
    aria_label = _("Leave the selected entries out")
    action_type = "refuse"
    action_priority = 20
    question = _("Leave these entries out of the agenda?")

    @classmethod
    def execute_action(cls, objects, **_context):
        return moderation.refuse(objects), 0

    def get_success_message(self, count, _children):
        return ngettext(
            "%(count)s entry is left out.", "%(count)s entries are left out.", count
        ) % {"count": count}
