"""Where a reader can go from a page of results: kinds, further pages."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from search.telling import BESIDE, ON_A_PAGE

AROUND = 3  # pages shown before and after this one


@dataclass(frozen=True)
class Door:
    label: str
    address: str
    count: int = 0
    is_current: bool = False


@dataclass(frozen=True)
class Section:
    """Results of one kind, and the address of those that are not shown."""

    group: object
    more: Door | None


@dataclass(frozen=True)
class Filters:
    kinds: list
    sections: list
    pages: list


def around(form, found):
    """The doors of the page of ``found``, which ``form`` asked for."""
    everything = sum(count for _kind, count in found.counts)
    kinds = [Door(_("All"), form.address_of(kind=""), everything, not found.kind)]
    for kind, count in found.counts:
        address = form.address_of(kind=kind.name)
        kinds.append(Door(str(kind.label), address, count, found.kind == kind.name))
    numbers = range(
        max(1, found.page - AROUND), min(found.pages, found.page + AROUND) + 1
    )
    pages = [
        Door(str(n), form.address_of(page=n), ON_A_PAGE, n == found.page)
        for n in numbers
    ]
    sections = [Section(group, _more(form, found, group)) for group in found.groups]
    return Filters(kinds, sections, pages)


def _more(form, found, group):
    """To all results as good as the best, then to the others too."""
    name, label = group.kind.name, str(group.kind.label)
    if found.wide or (found.kind and group.close == group.count):
        return None
    if not found.kind and group.close > BESIDE:
        return Door(label, form.address_of(kind=name, wide=False), group.close)
    rest = group.count - group.close
    return Door(label, form.address_of(kind=name, wide=True), rest) if rest else None
