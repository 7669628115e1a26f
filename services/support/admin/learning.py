"""A difficulty handed on in one click, from a request or from the figures of a year."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from services.models import SupportOutcome
from services.support import lessons
from services.support.admin.screen import CHANGE, RequestScreen, Screen


class LearnFromRequest(RequestScreen):
    """Hands on a difficulty met in one request, and nothing else of it."""

    permission = CHANGE

    def get(self, request, *args, **kwargs):
        return redirect("support_admin_request", self.asked.reference)

    def post(self, request, reference, learner, code):
        _teach(self, learner, self.asked.outcomes.filter(code=code))
        return redirect("support_admin_request", reference)


class LearnFromFigures(Screen):
    """Hands on any difficulty of the list."""

    permission = CHANGE

    def get(self, request, *args, **kwargs):
        return redirect("support_figures")

    def post(self, request, learner, code):
        _teach(self, learner, SupportOutcome.objects.filter(code=code))
        return redirect(reverse("support_figures") + "#difficulty")


def _teach(screen, learner, outcomes):
    difficulty = outcomes.filter(sort=SupportOutcome.Sort.DIFFICULTY).first()
    if difficulty is None or learner not in lessons.LEARNERS:
        raise Http404
    lessons.teach(learner, difficulty, by=screen.request.user, now=screen.now)
    words = _("The difficulty is handed on, without any text.")
    messages.success(screen.request, words)
