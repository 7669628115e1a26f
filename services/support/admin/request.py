"""One request: what was written, what was done, and all that can be done next."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import (
    sensitive_post_parameters,
    sensitive_variables,
)
from wagtail.admin import messages

from services.models import SupportWords
from services.support import forgetting, handling, lessons
from services.support.admin import forms
from services.support.admin.screen import CHANGE, RequestScreen
from services.support.refusals import RefusedError


@dataclass(frozen=True)
class Act:
    heading: Promise
    form: type
    verb: object
    button: Promise
    done: Promise


ACTS = {
    "assign": Act(
        gettext_lazy("Entrust the request"),
        forms.AssignForm,
        handling.assign,
        gettext_lazy("Entrust"),
        gettext_lazy("The request is entrusted."),
    ),
    "answer": Act(
        gettext_lazy("Answer by mail"),
        forms.AnswerForm,
        handling.answer,
        gettext_lazy("Send this answer"),
        gettext_lazy("The answer is on its way."),
    ),
    "write": Act(
        gettext_lazy("Write to the person"),
        forms.TextForm,
        handling.write,
        gettext_lazy("Leave the person a message"),
        gettext_lazy("The message is there; the person is told by mail."),
    ),
    "note": Act(
        gettext_lazy("Note for the team"),
        forms.TextForm,
        handling.note,
        gettext_lazy("Keep the note"),
        gettext_lazy("The note is kept."),
    ),
    "propose": Act(
        gettext_lazy("Hand it over to another team"),
        forms.ProposeForm,
        handling.propose,
        gettext_lazy("Ask the person"),
        gettext_lazy("The person is asked; the other team sees nothing before."),
    ),
}


@method_decorator(sensitive_post_parameters(), name="dispatch")
@method_decorator(sensitive_variables(), name="dispatch")
class SupportRequestScreen(RequestScreen):
    """Opening it is noted. Posting to one of its acts does that act."""

    page_title = gettext_lazy("Request for support")
    template_name = "services/admin/request.html"

    def get(self, request, *args, **kwargs):
        if "act" in kwargs:
            return redirect("support_admin_request", self.asked.reference)
        handling.opened(self.asked, by=request.user, now=self.now)
        return super().get(request, *args, **kwargs)

    def post(self, request, reference, act=""):
        if not request.user.has_perm(CHANGE):
            raise PermissionDenied
        if act not in ACTS:
            raise Http404
        chosen = ACTS[act]
        form = chosen.form(request.POST, asked=self.asked, now=self.now, prefix=act)
        if form.is_valid():
            said = form.said() if hasattr(form, "said") else form.cleaned_data
            try:
                chosen.verb(self.asked, **said, by=request.user, now=self.now)
            except RefusedError as refused:
                form.add_error(None, str(refused.message))
            else:
                messages.success(request, str(chosen.done))
                return redirect("support_admin_request", reference)
        messages.validation_error(request, _("Nothing was changed."), form)
        handling.opened(self.asked, by=request.user, now=self.now)
        return self.render_to_response(self.get_context_data(**{act: form}))

    def get_context_data(self, **kwargs):
        tried = {name: kwargs.pop(name) for name in ACTS if name in kwargs}
        context = super().get_context_data(**kwargs)
        can_act = context["may_change"] and self.asked.is_open
        return {
            **context,
            "acts": list(self._acts(tried)) if can_act else [],
            "words": SupportWords.objects.filter(request=self.asked).first(),
            "messages_said": self.asked.messages.select_related("by"),
            "traces": self.asked.traces.select_related("by"),
            "outcomes": self.asked.outcomes.select_related("level"),
            "forgotten_on": forgetting.forgotten_on(self.asked),
            "lessons": lessons.LEARNERS if context["may_change"] else {},
        }

    def _acts(self, tried):
        """What can be done, each with its form, filled where it was refused."""
        for name, act in ACTS.items():
            blank = act.form(asked=self.asked, now=self.now, prefix=name)
            if blank.is_of_use:
                yield name, act, tried.get(name, blank)


class CloseScreen(RequestScreen):
    """Level, results and difficulties on one screen, with one button."""

    permission = CHANGE
    page_title = gettext_lazy("Close the request")
    template_name = "services/admin/close.html"

    def post(self, request, reference):
        form = forms.CloseForm(request.POST, asked=self.asked, now=self.now)
        if form.is_valid():
            try:
                handling.close(
                    self.asked, **form.cleaned_data, by=request.user, now=self.now
                )
            except RefusedError as refused:
                form.add_error(None, str(refused.message))
            else:
                messages.success(request, _("The request is closed."))
                return redirect("support_admin")
        messages.validation_error(request, _("Nothing was changed."), form)
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs):
        form = kwargs.pop("form", None) or forms.CloseForm(
            asked=self.asked, now=self.now, initial={"level": self.asked.level}
        )
        return {**super().get_context_data(**kwargs), "form": form}
