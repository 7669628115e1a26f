"""The directory for programs: as open as its page is."""

from functools import partial, wraps

from django.http import Http404

from portal.core import edition, problems
from portal.core.editioned import by_edition
from portal.core.for_programs import for_programs
from services import front_door


def open_data(view):
    """Answer programs with nothing where only some may read the directory."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if front_door.is_withheld():
            return problems.not_found()
        return view(request, *args, **kwargs)

    return for_programs(guarded, of=edition.WORDS)


def open_news(view):
    """The same, for what is new."""

    @partial(by_edition, of=edition.WORDS)
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if front_door.is_withheld():
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
