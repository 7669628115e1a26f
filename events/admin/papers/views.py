from django.conf import settings
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from django.views.generic.detail import SingleObjectMixin
from wagtail.admin import messages
from wagtail.admin.views.generic import (
    PermissionCheckedMixin,
    WagtailAdminTemplateMixin,
)
from wagtail.permission_policies import ModelPermissionPolicy

from events import attestations, downloads, roll
from events.admin.papers.forms import PaperLanguage, WhoCame
from events.letters.facts import line_of
from events.models import Meeting, Registration
from events.papers import attestation, badges, sheet
from events.refusals import RefusedError


class PaperView(PermissionCheckedMixin, SingleObjectMixin, TemplateView):
    """Something printed about a meeting, in the language that is asked for."""

    model = Meeting
    permission_policy = ModelPermissionPolicy(Registration)
    permission_required = "view"

    def get(self, request, pk):
        self.object = self.get_object()
        language = PaperLanguage(request.GET).value("language")
        with translation.override(language or get_language()):
            return self.paper()

    @cached_property
    def now(self):
        return timezone.now()


class PapersView(WagtailAdminTemplateMixin, PaperView):
    """What there is to print, and for whom an attestation can be made."""

    template_name = "events/admin/papers/papers.html"
    page_title = gettext_lazy("Papers")
    header_icon = "print"

    def paper(self):
        context = self.get_context_data(
            line=line_of(self.object, self.now),
            languages=settings.LANGUAGES,
            came=roll.came(self.object),
            is_over=self.object.over_at <= self.now,
        )
        return self.render_to_response(context)

    def get_breadcrumbs_items(self):
        edit = reverse("wagtailsnippets_events_meeting:edit", args=[self.object.pk])
        return [
            *self.breadcrumbs_items,
            {"url": edit, "label": self.object.day_words},
            {"url": "", "label": self.page_title},
        ]


class SheetView(PaperView):
    """The sheet as a page, for the printer of the browser."""

    template_name = "events/admin/papers/sheet.html"

    def paper(self):
        facts = sheet.facts(self.object, now=self.now)
        page = self.render_to_response(
            {"sheet": facts, "blank_lines": range(facts["blank_lines"])}
        )
        # In the language in force here, not in that of the middleware.
        return page.render()


class SheetFileView(PaperView):
    def paper(self):
        return downloads.pdf(sheet.drawn(self.object, now=self.now), _("sign-in-sheet"))


class BadgesView(PaperView):
    def paper(self):
        return downloads.pdf(badges.drawn(self.object, now=self.now), _("badges"))


class AttestationsView(PaperView):
    """Makes the attestations of all who came, or of one; a page each in one file."""

    def get(self, request, pk):
        return self.back()

    def post(self, request, pk):
        self.object = self.get_object()
        form = WhoCame(request.POST, meeting=self.object)
        if not form.is_valid():
            return self.back()
        try:
            issued = self.issue(form.cleaned_data["registration"])
        except RefusedError as refused:
            messages.error(request, refused.message)
            return self.back()
        drawn = attestation.drawn(issued, now=self.now)
        return downloads.pdf(drawn, _("attestations"))

    def issue(self, registration):
        if registration is None:
            return attestations.issue_all(self.object, now=self.now)
        return [attestations.issue(registration, now=self.now)]

    def back(self):
        return redirect("wagtailsnippets_events_meeting:papers", self.kwargs["pk"])
