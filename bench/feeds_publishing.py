"""What calendars add to the work of publishing one change."""

import statistics
import time
from unittest.mock import patch

TURNS = 15


def extra_of_publishing():
    """Seconds of processor that one published change takes more for calendars."""
    from events import entries
    from events.models import EventPage

    page = EventPage.objects.select_related("meeting").first()
    # As every meeting that was made on a screen, it has an entry in each language.
    entries.prepare(page.meeting)
    entries.write_stale(now=None, limit=entries.AT_ONCE)
    with_calendars, without = [], []
    for turn in range(TURNS):
        with_calendars.append(_publishing(page, turn))
        with patch.object(entries, "mark"):
            without.append(_publishing(page, turn))
    return statistics.median(with_calendars) - statistics.median(without)


def _publishing(page, turn):
    page.title = f"Un titre, {turn} fois changé"
    begun = time.process_time()
    page.save_revision().publish()
    return time.process_time() - begun
