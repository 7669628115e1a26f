"""The figures of a team, year by year: tables with their bars, and files of them."""

from functools import cached_property

from django import forms
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from wagtail.log_actions import log

from portal.core import spreadsheets
from portal.core.forms import AddressForm
from services.models import SupportTeam
from services.support import figures, lessons
from services.support.admin.screen import CHANGE, Screen, teams_of

ACTION = "services.export_support_figures"
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WIDTHS = (26, 60, 8, 8, 8, 8, 8)


class YearForm(AddressForm):
    year = forms.IntegerField(
        label=gettext_lazy("Year"), required=False, min_value=2020, max_value=2199
    )
    team = forms.ModelChoiceField(
        label=gettext_lazy("Team"),
        queryset=SupportTeam.objects.none(),
        to_field_name="code",
        required=False,
    )

    def __init__(self, data, *, teams):
        super().__init__(data)
        self.fields["team"].queryset = teams


class OfAYear(Screen):
    @cached_property
    def form(self):
        return YearForm(self.request.GET, teams=teams_of(self.request.user))

    @cached_property
    def year(self):
        team = self.form.value("team") or teams_of(self.request.user).first()
        this_year = timezone.localdate(self.now).year
        return figures.Year(team, self.form.value("year") or this_year)


class FiguresScreen(OfAYear):
    page_title = gettext_lazy("Figures of the support team")
    template_name = "services/admin/figures.html"

    def get_context_data(self, **kwargs):
        today = timezone.localdate(self.now)
        may_teach = self.request.user.has_perm(CHANGE)
        return {
            **super().get_context_data(**kwargs),
            "year": self.year,
            "columns": figures.columns(self.year.year),
            "years": figures.years_of(self.year.team, today),
            "teams": teams_of(self.request.user),
            "kinds": KINDS,
            "lessons": lessons.LEARNERS if may_teach else {},
        }


class FiguresFile(OfAYear):
    def get(self, request, kind):
        if kind not in KINDS:
            raise Http404
        headings, rows = figures.table_of(self.year)
        if kind == "csv":
            body = spreadsheets.as_csv(headings, rows)
        else:
            title = f"{self.year.team} {self.year.year}"
            body = spreadsheets.as_xlsx(headings, rows, title=title, widths=WIDTHS)
        data = {"year": self.year.year, "format": kind, "rows": len(rows)}
        log(instance=self.year.team, action=ACTION, user=request.user, data=data)
        name = pgettext("name of a file", "support-requests")
        response = HttpResponse(body, content_type=KINDS[kind])
        response.headers["Content-Disposition"] = (
            f'attachment; filename="{name}-{self.year.year}.{kind}"'
        )
        return response


def register_exports(actions):
    words = _("Exported the figures of requests")
    actions.register_action(ACTION, words, words)
