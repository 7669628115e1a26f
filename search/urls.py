from django.urls import path
from django.utils.translation import pgettext_lazy

from search.views import looked_for, search, suggestions

urlpatterns = [
    path(pgettext_lazy("address", "search/"), search, name="search"),
    path(
        pgettext_lazy("address", "search/suggestions/"),
        suggestions,
        name="suggestions",
    ),
    path(pgettext_lazy("address", "search/looked-for/"), looked_for, name="looked_for"),
]
