"""Addresses made from names: readable, and each once."""

from django.utils.text import slugify

LONGEST = 100


def free_slug(record):
    """A slug from the French name of ``record`` that no other of its kind has."""
    wanted = wanted_slug(record)
    others = type(record)._default_manager.exclude(pk=record.pk)
    taken = set(others.filter(slug__startswith=wanted).values_list("slug", flat=True))
    return first_free(wanted, taken)


def wanted_slug(record):
    """The slug its French name would give ``record`` if nobody else had it."""
    return slug_of(record.name_fr)


def slug_of(words):
    """``words`` as a part of an address."""
    return slugify(words)[:LONGEST].strip("-") or "fiche"


def first_free(wanted, taken):
    """``wanted``, or ``wanted-2``, ``wanted-3``… where others have it."""
    slug, number = wanted, 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
