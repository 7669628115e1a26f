"""Where requests are written: each under its own lock, with a trace of who did what."""

from services.models import SupportRequest, SupportTrace
from services.models.support_trace import LONGEST_ABOUT
from services.support.refusals import EndedError


def lock(request):
    """The request as it is now, kept from others until the transaction ends."""
    known = SupportRequest.objects.select_for_update(of=("self",))
    return known.select_related("team", "kind", "proposed_team").get(pk=request.pk)


def lock_open(request):
    """The same; EndedError where nothing can be done with it any more."""
    stored = lock(request)
    if not stored.is_open:
        raise EndedError
    return stored


def trace(request, act, *, by=None, about="", now):
    """Keep that it was done; never what was said."""
    return SupportTrace.objects.create(
        request=request, act=act, by=by, about=about[:LONGEST_ABOUT], at=now
    )
