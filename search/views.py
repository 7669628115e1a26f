from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.core.models import SiteSettings
from search import filters, results
from search.forms import SearchForm


@require_safe
def search(request):
    form = SearchForm(request.GET)
    found = results.search(**form.asked_for)
    context = {
        "results": found,
        "filters": filters.around(form, found),
        "form": form,
        "contact": SiteSettings.for_request(request),
        "hides_search": True,
    }
    return render(request, "search/search.html", context)
