"""The observations whose words begin with all the words somebody typed.

In all languages, and folded as the whole portal folds them.
"""

from events.models.observation import Observation
from portal.core import edition
from portal.core.analysis import fold, words
from portal.core.models.words import columns

# Beyond these many words nobody narrows any more.
MOST_WORDS = 10


def saying(observations, text):
    """Those of ``observations`` that ``text`` finds; all where it has no word."""
    starts = [f" {word}" for word in words(text or "")[:MOST_WORDS]]
    if not starts:
        return observations
    known = edition.kept(("words of observations",), _folded)
    found = [pk for pk, said in known if all(start in said for start in starts)]
    return observations.filter(pk__in=found)


def _folded():
    rows = Observation.objects.values_list("pk", *columns("sentence"))
    return [(pk, f" {fold(' '.join(said))}") for pk, *said in rows]
