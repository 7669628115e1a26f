"""The synthesis as a page, a PDF and a table: one address, three forms."""

from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.synthesis import coverage, gathering, learning, paper, telling
from home.synthesis.forms import SynthesisForm
from home.synthesis.gathering import Scope
from portal.core import spreadsheets
from portal.core.drawn_pages import for_anybody


def asked(data, now):
    """The form read from an address, and the scope it asks for."""
    form = SynthesisForm(data, today=timezone.localdate(now))
    first, last = form.period
    bassins = tuple(form.chosen_bassins)
    return form, Scope(first, last, form.value("theme"), bassins)


@require_safe
def synthesis(request):
    now = timezone.now()
    form, scope = asked(request.GET, now)
    found = gathering.gather(scope, now)
    words = {
        "form": form,
        "title": telling.title(scope),
        "synthesis": found,
        "coverage": coverage.of(found),
        "learning": learning.rows(now),
    }
    return for_anybody(render(request, "home/synthesis/page.html", words))


@require_safe
def synthesis_table(request):
    now = timezone.now()
    _form, scope = asked(request.GET, now)
    parts = telling.tables(gathering.gather(scope, now), learning.rows(now))
    # What stands in the columns differs from part to part: each brings its own heads.
    rows = [
        [table.heading, *row] for table in parts for row in (table.columns, *table.rows)
    ]
    content = spreadsheets.as_csv([_("Part"), telling.title(scope)], rows)
    return _file(content, "text/csv; charset=utf-8", "csv")


@require_safe
def synthesis_paper(request):
    now = timezone.now()
    form, scope = asked(request.GET, now)
    address = urljoin(settings.SITE_URL, f"{reverse('synthesis')}?{form.narrowing}")
    found = gathering.gather(scope, now)
    content = paper.drawn(found, learning.rows(now), address=address, now=now)
    return _file(content, "application/pdf", "pdf")


def _file(content, content_type, ending):
    response = HttpResponse(content, content_type=content_type)
    name = f"synthese.{ending}"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response
