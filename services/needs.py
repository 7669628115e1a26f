"""The needs as a way into the directory: each with how many services answer it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from services import directory, front_door, vocabulary
from services.forms import DirectoryForm


@dataclass(frozen=True)
class Entrance:
    name: str
    url: str
    count: int


def entrances():
    """One for each need, in their order; none where the directory is not public."""
    if not front_door.is_public():
        return []
    words = vocabulary.here()
    counts = directory.counts_of_all(words)
    return [
        Entrance(need.name, _address(need), counts.of("need", need.pk))
        for need in words.choices("needs")
    ]


def _address(need):
    query = urlencode({DirectoryForm.keys["need"]: need.code})
    return f"{reverse('directory')}?{query}"
