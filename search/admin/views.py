"""Try a query, see why each result was found, and mend what is missing."""

from django.conf import settings
from django.db.models import Max, Sum
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import (
    PermissionCheckedMixin,
    WagtailAdminTemplateMixin,
)
from wagtail.permission_policies import ModelPermissionPolicy

from portal.core.models import Synonyms
from search.admin.forms import PromotionForm, SynonymForm, TrialForm
from search.models import DocumentText, Promotion, QueryCount
from search.trial import tried

LISTED = 30


class TrialView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "search/admin/trial.html"
    page_title = gettext_lazy("Try the search")
    header_icon = "search"
    permission_policy = ModelPermissionPolicy(Synonyms)
    permission_required = "view"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"label": self.page_title}]

    def get_context_data(self, **kwargs):
        form = TrialForm(self.request.GET)
        language = form.value("language") or settings.LANGUAGE_CODE
        query = form.value("q") or ""
        policy = self.permission_policy
        return super().get_context_data(
            form=form,
            query=query,
            language=language,
            trial=tried(query, language=language),
            frequent=_asked().order_by("-total", "words")[:LISTED],
            empty=_asked().filter(last=0).order_by("-total", "words")[:LISTED],
            synonym_form=SynonymForm(initial={"term": query, "language": language}),
            may_add_synonym=policy.user_has_permission(self.request.user, "change"),
            unread=DocumentText.objects.unread(),
            may_promote=self.request.user.has_perm("search.add_promotion"),
            **kwargs,
        )


class AddSynonymView(PermissionCheckedMixin, View):
    permission_policy = ModelPermissionPolicy(Synonyms)
    permission_required = "change"
    http_method_names = ["post"]

    def post(self, request):
        form = SynonymForm(request.POST)
        if form.is_valid():
            synonyms = form.save()
            said = _("« %(term)s » now finds what « %(others)s » finds.")
            names = {"term": form.cleaned_data["term"], "others": synonyms}
            messages.success(request, said % names)
        else:
            messages.error(request, _("Write the words, and choose what they mean."))
        return _back_to(form.data.get("term", ""))


class PromoteView(PermissionCheckedMixin, View):
    permission_policy = ModelPermissionPolicy(Promotion)
    permission_required = "add"
    http_method_names = ["post"]

    def post(self, request):
        form = PromotionForm(request.POST)
        if form.is_valid():
            words, entry = form.cleaned_data["words"], form.cleaned_data["entry"]
            Promotion.objects.get_or_create(
                words=words, source=entry.source, key=entry.key
            )
            said = _("It is now shown first for « %(words)s ».")
            messages.success(request, said % {"words": words})
        else:
            messages.error(request, _("This result is not there any more."))
        return _back_to(form.data.get("words", ""))


def _asked():
    """Words looked for, each once, with how often, and what was found last."""
    weeks = QueryCount.objects.values("words", "language").order_by()
    return weeks.annotate(total=Sum("times"), last=Max("found"))


def _back_to(query):
    return redirect(f"{reverse('search_trial')}?{urlencode({'q': query})}")
