"""Whether a letter that was promised still says something true when it leaves."""

from events.models.registration import Status


def is_still_true(facts):
    return CONDITIONS.get(facts.reason, _always)(facts)


def _always(facts):
    return True


def _comes_as_announced(facts):
    """Another reminder goes out for another date; a change is told by itself first."""
    return (
        facts.registration.status == Status.CONFIRMED
        and facts.meeting.takes_place
        and facts.meeting.sequence == facts.promised["sequence"]
    )


def _is_news(facts):
    """Not when the change was taken back, or somebody left, before it could be told."""
    return facts.registration.is_live and bool(facts.changes)


def _is_cancelled(facts):
    return _is_news(facts) and facts.meeting.is_cancelled


def _has_moved(facts):
    return _is_news(facts) and not facts.meeting.is_cancelled


def _has_report(facts):
    return facts.line.report_page is not None


CONDITIONS = {
    "reminder": _comes_as_announced,
    "meeting_cancelled": _is_cancelled,
    "meeting_moved": _has_moved,
    "report_online": _has_report,
}
