from django.shortcuts import render
from django.views.decorators.http import require_safe

from search.forms import SearchForm
from search.results import search as find


@require_safe
def search(request):
    results = find(SearchForm(request.GET).query)
    return render(
        request, "search/search.html", {"results": results, "hides_search": True}
    )
