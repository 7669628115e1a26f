"""Acts on many entries at once, from their list."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from services import statuses, verifying
from services.admin.checks import AT_ONCE
from services.models import Service, Verification


class VerifiedForm(forms.Form):
    method = forms.ChoiceField(
        label=_("How"),
        choices=[(name, Verification.Method(name).label) for name in AT_ONCE],
        widget=forms.RadioSelect,
    )


class StatusForm(forms.Form):
    status = forms.ChoiceField(
        label=_("Status"), choices=Service.Status.choices, widget=forms.RadioSelect
    )


class ActOnServices(SnippetBulkAction):
    models = [Service]
    template_name = "services/admin/act_on_services.html"

    def check_perm(self, snippet):
        return self.permission_policy.user_has_permission_for_instance(
            self.request.user, self.permission, snippet
        )

    def get_context_data(self, **kwargs):
        words = {"question": self.question, "answer": self.display_name}
        return super().get_context_data(**{**kwargs, **words})

    def get_execution_context(self):
        return {
            **super().get_execution_context(),
            **self.cleaned_form.cleaned_data,
            "by": self.request.user,
        }


class MarkVerified(ActOnServices):
    display_name = _("Verified today")
    aria_label = _("Note that the selected services were verified today")
    action_type = "verified"
    action_priority = 10
    permission = "change"
    question = _("Which way were these entries verified today?")
    form_class = VerifiedForm

    @classmethod
    def execute_action(cls, objects, *, method, by, **_context):
        today = timezone.localdate()
        for service in objects:
            verifying.verify(service, on=today, method=method, by=by)
        return len(objects), 0

    def get_success_message(self, count, _children):
        return ngettext(
            "%(count)s verification is in the log.",
            "%(count)s verifications are in the log.",
            count,
        ) % {"count": count}


class SetStatus(ActOnServices):
    display_name = _("Set the status")
    aria_label = _("Set the status of the selected services")
    action_type = "status"
    action_priority = 20
    # It shows at once, without review.
    permission = "publish"
    question = _("Which status do these services have from now on?")
    form_class = StatusForm

    @classmethod
    def execute_action(cls, objects, *, status, by, **_context):
        done, left = statuses.set_status(objects, status, by=by)
        return done, len(left)

    def get_success_message(self, count, left):
        words = ngettext(
            "%(count)s service has the new status.",
            "%(count)s services have the new status.",
            count,
        ) % {"count": count}
        if not left:
            return words
        kept = ngettext(
            "%(count)s was left as it is: a draft of it waits, or somebody took over.",
            "%(count)s were left as they are: a draft waits, or somebody took over.",
            left,
        ) % {"count": left}
        return f"{words} {kept}"
