"""All requests of one's teams: kind, age, state, who follows them."""

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from services.support.admin.forms import ListForm
from services.support.admin.screen import Screen, teams_of

PER_PAGE = 50


class RequestsScreen(Screen):
    page_title = _("Requests for support")
    template_name = "services/admin/requests.html"

    @property
    def trail(self):
        return []

    def get_context_data(self, **kwargs):
        form = ListForm(self.request.GET)
        pages = Paginator(self._chosen(form), PER_PAGE)
        page = pages.get_page(form.value("p") or 1)
        today = timezone.localdate(self.now)
        for asked in page.object_list:
            asked.age = (today - timezone.localdate(asked.created_at)).days
            is_waiting = asked.is_open and asked.answered_at is None
            asked.is_late = is_waiting and asked.due_on < today
        return {
            **super().get_context_data(**kwargs),
            "form": form,
            "page": page,
            "query": form.query(without="p"),
            "teams": teams_of(self.request.user),
        }

    def _chosen(self, form):
        """The oldest promise first: what waits longest for an answer is on top."""
        found = self.requests.select_related("kind", "owner", "team")
        state = form.value("state")
        if state is None:
            found = found.open()
        elif state != "all":
            found = found.filter(state=state)
        if kind := form.value("kind"):
            found = found.filter(kind=kind)
        if form.value("owner") == "me":
            found = found.filter(owner=self.request.user)
        if form.value("owner") == "nobody":
            found = found.filter(owner=None)
        return found.order_by("due_on", "pk")
