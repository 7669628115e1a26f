"""What is hidden cannot be worked out from what is shown."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from services.support.disclosure import FEWEST, protected, shown_totals

PARTS = 2
small = st.integers(0, 7)
inner = st.lists(st.tuples(small, small), min_size=1, max_size=2)


def with_years(rows):
    return [[*row, sum(row)] for row in rows]


def totals_of(rows):
    return [sum(column) for column in zip(*rows, strict=True)]


def agree(shown, numbers):
    """Whether a reader may believe ``numbers``: what is shown is true, the rest is not
    zero."""
    return all(
        number > 0 if seen is None else number == seen
        for seen, number in zip(shown, numbers, strict=True)
    )


def believable(shown, totals=None):
    """Every table a reader may believe in, up to numbers larger than any here."""
    height = len(shown)
    for numbers in product(range(11), repeat=height * PARTS):
        rows = with_years(
            [numbers[at : at + PARTS] for at in range(0, len(numbers), PARTS)]
        )
        if all(map(agree, shown, rows)) and (
            totals is None or agree(totals, totals_of(rows))
        ):
            yield rows


def certain(shown, totals=None):
    """The hidden places of which only one number is believable."""
    tables = list(believable(shown, totals))
    return [
        (line, column)
        for line, row in enumerate(shown)
        for column, seen in enumerate(row)
        if seen is None and len({table[line][column] for table in tables}) == 1
    ]


@settings(max_examples=40, deadline=None)
@given(inner)
def test_no_small_number_is_shown_nor_can_be_worked_out(parts):
    rows = with_years(parts)
    true = totals_of(rows)
    totals = shown_totals(true)
    shown = protected(rows, (true, totals))

    for row, seen in zip([*rows, true], [*shown, totals], strict=True):
        assert all(
            b is None if 0 < a < FEWEST else b in {a, None}
            for a, b in zip(row, seen, strict=True)
        )
    assert not certain(shown, totals)
    assert not certain([totals])


@settings(max_examples=20, deadline=None)
@given(inner)
def test_the_same_holds_where_one_request_counts_in_several_lines(parts):
    assert not certain(protected(with_years(parts)))


def test_what_gives_nothing_away_is_shown():
    rows = [[6, 7, 8, 9, 30], [0, 5, 0, 5, 10]]
    true = totals_of(rows)

    assert protected(rows, (true, shown_totals(true))) == rows


def test_one_small_number_hides_the_smallest_beside_it():
    assert protected([[3, 6, 8, 9, 26]]) == [[None, None, 8, 9, 26]]


def test_two_ones_that_could_only_be_ones_are_not_left_to_themselves():
    # Eight less six are two, and neither is zero.
    assert protected([[1, 1, 6, 8]]) == [[None, None, None, 8]]
