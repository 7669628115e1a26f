from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import condition, require_POST, require_safe

from portal.core import edition, front_door
from portal.core.client_address import client_address
from search import counting, filters, results, suggesting
from search.forms import LookedForForm, SearchForm


@require_safe
def search(request):
    form = SearchForm(request.GET)
    found = results.search(**form.asked_for)
    context = {
        "results": found,
        "filters": filters.around(form, found),
        "form": form,
        "hides_search": True,
        "addresses": _in_each_language(form.asked_for["query"]),
    }
    return render(request, "search/search.html", context)


def _in_each_language(query):
    """Where the same words are looked for by readers of the other languages."""
    languages = [code for code, _name in settings.LANGUAGES]
    asked = f"?{urlencode({'q': query})}" if query else ""
    found = front_door.addresses(languages, "search")
    return {code: f"{address}{asked}" for code, address in found.items()}


@csrf_exempt  # It acts on no session, and tells nothing back.
@require_POST
def looked_for(request):
    """Counts words that were looked for; whatever is sent, the answer is the same."""
    form = LookedForForm(request.POST)
    if form.is_valid():
        counting.count(
            form.cleaned_data["q"],
            found=form.cleaned_data["found"],
            language=get_language(),
            who=client_address(request),
            now=timezone.now(),
        )
    return HttpResponse(status=204)


def _etag(request):
    # Not that of the whole site, which moves with every seat.
    words = edition.current(of=edition.WORDS)
    return words.etag(request.get_full_path(), get_language())


@require_safe
@condition(etag_func=_etag)
def suggestions(request):
    """For the script beside the field; asked again, it is sent once per edition."""
    query = SearchForm(request.GET).asked_for["query"]
    found = suggesting.suggest(query, language=get_language())
    answer = JsonResponse({"suggestions": [one.as_json() for one in found]})
    patch_cache_control(answer, no_cache=True)
    return answer
