"""Addresses made from names: readable, and each once."""

from django.utils.text import slugify

LONGEST = 100


def free_slug(record):
    """A slug from the French name of ``record`` that no other of its kind has."""
    wanted = wanted_slug(record)
    others = type(record)._default_manager.exclude(pk=record.pk)
    taken = set(others.filter(slug__startswith=wanted).values_list("slug", flat=True))
    return Slugs(taken).free(wanted)


def wanted_slug(record):
    """The slug its French name would give ``record`` if nobody else had it."""
    return slug_of(record.name_fr)


def slug_of(words):
    """``words`` as a part of an address."""
    return slugify(words)[:LONGEST].strip("-") or "fiche"


class Slugs:
    """Gives slugs that nobody has, neither those that are there nor each other."""

    def __init__(self, taken):
        self.taken = set(taken)
        # Where to go on for a name that many have.
        self.last = {}

    def free(self, wanted):
        """``wanted``, or ``wanted-2``, ``wanted-3``… where others have it."""
        number = self.last.get(wanted, 1)
        slug = wanted if number == 1 else f"{wanted}-{number}"
        while slug in self.taken:
            number += 1
            slug = f"{wanted}-{number}"
        self.taken.add(slug)
        self.last[wanted] = number
        return slug
