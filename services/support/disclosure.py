"""Counts that may be shown: small ones are hidden, and what would give them away too.

A table has one line per category and one column per part of the year, the year last; it
may have a line of totals. Numbers from 1 to 4 are hidden. Whoever knows the others
could find some of them again by subtraction: then more numbers are hidden, the smallest
first, until none can be worked out, even by who knows that nothing hidden is zero.

How it is checked: the hidden numbers are the edges of a graph of lines and columns.
Another table says the same where it differs by a cycle of that graph, one more here and
one less there. A number in no such cycle is certain; it is what must not be.
"""

FEWEST = 5


def protected(rows, totals=None):
    """``rows`` with None for what is hidden; all of it where nothing else helps.

    ``totals`` is the last line as it may be shown, beside its true numbers, as
    ``shown_totals`` gives them: no table may show what another one hides.
    """
    table = Hiding(rows, totals)
    return table.shown() if table.hide() else [[None] * len(row) for row in rows]


def shown_totals(totals):
    """The line of totals, protected once for all the tables it stands under."""
    (shown,) = protected([totals])
    return shown


class Hiding:
    def __init__(self, rows, totals=None):
        self.numbers = {
            (line, column): number
            for line, row in enumerate(rows)
            for column, number in enumerate(row)
        }
        self.width = len(rows[0]) if rows else 0
        self.height = len(rows)
        self.hidden = {at for at, n in self.numbers.items() if 0 < n < FEWEST}
        self.fixed = set()
        self.has_totals = totals is not None
        if self.has_totals:
            self._add_totals(*totals)

    def hide(self):
        """Hide what is needed; False where a number would be certain all the same."""
        while certain := self._first_certain():
            more = self._next_to_hide(certain)
            if more is None:
                return False
            self.hidden.add(more)
        return True

    def shown(self):
        return [
            [
                None if (line, column) in self.hidden else self.numbers[line, column]
                for column in range(self.width)
            ]
            for line in range(self.height)
        ]

    def _add_totals(self, true, shown):
        for column, number in enumerate(true):
            at = (self.height, column)
            self.numbers[at] = number
            self.fixed.add(at)
            if shown[column] is None:
                self.hidden.add(at)

    def _first_certain(self):
        return next((at for at in sorted(self.hidden) if self._is_certain(at)), None)

    def _is_certain(self, at):
        line, column = self._ends(at)
        ways = self._ways(without=at)
        goes, comes = self._directions(at)
        return not (
            (goes and _leads(ways, column, line))
            or (comes and _leads(ways, line, column))
        )

    def _ends(self, at):
        """Without totals nothing binds the columns: they are one."""
        line, column = at
        return ("line", line), ("column", column if self.has_totals else 0)

    def _ways(self, without):
        ways = {}
        for at in self.hidden - {without}:
            line, column = self._ends(at)
            goes, comes = self._directions(at)
            if goes:
                ways.setdefault(line, []).append(column)
            if comes:
                ways.setdefault(column, []).append(line)
        return ways

    def _directions(self, at):
        """Whether it may be more, and less; turned round for a sum among its parts."""
        line, column = at
        may_grow, may_shrink = True, self.numbers[at] > 1
        is_year = column == self.width - 1
        is_total = self.has_totals and line == self.height
        if is_year != is_total:
            return may_shrink, may_grow
        return may_grow, may_shrink

    def _next_to_hide(self, certain):
        free = set(self.numbers) - self.hidden - self.fixed
        choices = [at for at in free if self.numbers[at]]
        return min(choices, key=lambda at: self._cost(at, certain), default=None)

    def _cost(self, at, certain):
        """A neighbour first, then a part rather than a sum, then the smallest."""
        is_near = at[0] == certain[0] or at[1] == certain[1]
        return not is_near, at[1] == self.width - 1, self.numbers[at], at


def _leads(ways, start, goal):
    seen, ahead = {start}, [start]
    while ahead:
        here = ahead.pop()
        if here == goal:
            return True
        fresh = [there for there in ways.get(here, ()) if there not in seen]
        seen.update(fresh)
        ahead += fresh
    return False
