"""How many services each choice of each facet would leave.

The number beside a choice is what one would find with it: the other facets in force,
its own left out. All numbers come from one question to the database, however many
services there are; each set of services is worked out once in it, and then counted.
A set that holds nearly all services is counted by those it leaves out.
"""

# ruff: noqa: S608 - the names in these questions are ours, all values are bound

from collections import defaultdict
from dataclasses import dataclass, field

from django.core.exceptions import EmptyResultSet
from django.db import connection

from services.facets import BY_NAME, EVERYWHERE, FACETS
from services.models.service import Service

# Beside the names of facets.
TOTAL, EVERYBODY = "total", "everybody"
# Those who serve some communes only.
SOME = "some_communes"
# Those who are in no list.
HIDDEN = "hidden"
# For a question Django would not even ask.
NOBODY = "SELECT 0 WHERE 1 = 0"


@dataclass(frozen=True)
class Counts:
    """How many were found, and how many each choice of each facet would leave."""

    total: int = 0
    by_facet: dict = field(default_factory=dict)

    # How many there would be without what was chosen of a facet, by its name.
    freed: dict = field(default_factory=dict)

    def of(self, facet_name, pk):
        return self.by_facet.get(facet_name, {}).get(pk, 0)

    def without(self, facet_name):
        return self.freed.get(facet_name, self.total)


def counted(services, chosen, communes, *, nearly_all=False):
    """The ``Counts`` where ``chosen`` holds, keys by the name of the facet.

    ``communes`` are the keys of all communes: who serves everybody serves each.
    ``nearly_all`` says that few services are not among ``services``, and nothing is
    chosen: the same is then counted in half the time.
    """
    by_facet = defaultdict(lambda: defaultdict(int))
    with connection.cursor() as cursor:
        cursor.execute(*_question(services.order_by(), chosen, nearly_all))
        for name, pk, count in cursor.fetchall():
            by_facet[name][pk] += count
    total = by_facet.pop(TOTAL)[0]
    everybody = by_facet.pop(EVERYBODY)[0]
    freed = {name: by_facet.pop(f"{TOTAL}_{name}")[0] for name in chosen}
    numbers = {one.name: by_facet[_label(one, chosen)] for one in FACETS}
    served = numbers["commune"]
    numbers["commune"] = {pk: served.get(pk, 0) + everybody for pk in communes}
    return Counts(total, numbers, freed)


def _question(services, chosen, nearly_all):
    """The sets of services first, then a count of each choice in its set."""
    sets = _Sets()
    sets.add("listed", services.values("pk"))
    sets.add("everybody", services.filter(EVERYWHERE).values("pk"))
    for name, pks in chosen.items():
        sets.add(f"of_{name}", BY_NAME[name].having(pks))
    for left_out in ("nothing", *chosen):
        held = [f"of_{name}" for name in chosen if name != left_out]
        sets.meet(f"but_{left_out}", ["listed", *held])
    sets.meet("everybody_left", ["everybody", _but("commune", chosen)])
    sets.meet(SOME, [_but("commune", chosen)], but="everybody")
    if nearly_all:
        sets.add("all_there_are", Service.objects.order_by().values("pk"))
        sets.meet(HIDDEN, ["all_there_are"], but="listed")
    counts = [
        f"SELECT '{TOTAL}', 0, COUNT(*) FROM but_nothing",
        f"SELECT '{EVERYBODY}', 0, COUNT(*) FROM everybody_left",
    ]
    for name in chosen:
        counts.append(f"SELECT '{TOTAL}_{name}', 0, COUNT(*) FROM but_{name}")
    # Two facets of one field are counted once where they are in one set.
    for label, facet in {_label(one, chosen): one for one in FACETS}.items():
        of_set = _set_for(facet.name, chosen)
        if nearly_all and of_set != SOME:
            counts.append(sets.count(label, facet))
            counts.append(sets.count(label, facet, HIDDEN, sign="-"))
        else:
            counts.append(sets.count(label, facet, of_set))
    return f"WITH {', '.join(sets.sql)} {' UNION ALL '.join(counts)}", sets.values


def _label(facet, chosen):
    return f"{facet.relation}_{_set_for(facet.name, chosen)}"


def _set_for(name, chosen):
    """The set a facet is counted in."""
    return SOME if name == "commune" else _but(name, chosen)


def _but(name, chosen):
    return f"but_{name}" if name in chosen else "but_nothing"


class _Sets:
    """Named sets of services in SQL; the names are ours, all values are bound."""

    def __init__(self):
        self.sql, self.values = [], []

    def add(self, name, queryset):
        self.sql.append(f"{name}(id) AS MATERIALIZED ({self._bound(queryset)})")

    def meet(self, name, others, *, but=""):
        """Those in all of ``others``; PostgreSQL would take its time with « IN ».

        It guesses that a new set is small, and goes through it once for each service.
        """
        common = " INTERSECT ".join(f"SELECT id FROM {other}" for other in others)
        common += f" EXCEPT SELECT id FROM {but}" if but else ""
        self.sql.append(f"{name}(id) AS MATERIALIZED ({common})")

    def count(self, label, facet, of_set="", sign=""):
        """The services of the set, or all, by choice."""
        pairs = f"pairs_{len(self.sql)}"
        self.sql.append(f"{pairs}(id, choice) AS ({self._bound(facet.pairs())})")
        within = f"WHERE id IN (SELECT id FROM {of_set}) " if of_set else ""
        return (
            f"SELECT '{label}', choice, {sign}COUNT(*) FROM {pairs} "
            f"{within}GROUP BY choice"
        )

    def _bound(self, queryset):
        try:
            sql, values = queryset.query.sql_with_params()
        except EmptyResultSet:
            return NOBODY
        self.values += values
        return sql
