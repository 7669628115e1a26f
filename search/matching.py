"""Which entries meet what was asked, and how well: sets and sums, nothing else.

A wish gives an entry the best of what its ways give: how sure the way is, times how
much the field tells, times how rare the wish is. Entries that meet every wish come
first. The cost depends on the number of words and entries, not on how many are found.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from math import log2

from portal.core.searchable import Field
from search.bits import Planes
from search.tokens import RANK_BITS

WEIGHTS = {
    Field.NAME: 16,
    Field.TERM: 12,
    Field.SUMMARY: 8,
    Field.TEXT: 5,
    Field.FILE: 2,
}
# Of 10: for two words side by side, and for a wish met in one field more.
NEIGHBOURS, ONE_MORE_FIELD = 5, 1
# What an entry that was confirmed lately has before one that was not.
CURRENT = 30
# What is shown has this much of what the best of its kind has.
CLOSE = 0.6


WRITTEN = frozenset(["word", "stem", "phrase"])


@dataclass
class Found:
    hits: int = 0
    # Whether ``hits`` meet every wish, and not only most of them.
    is_whole: bool = True
    planes: Planes = field(default_factory=Planes)
    ties: tuple = ()
    # What meets each wish.
    by_wish: list = field(default_factory=list)


def match(asked, snapshot, *, facts=()):
    """What meets ``asked`` among the entries that have every one of ``facts``."""
    snapshot.fetch([*asked.tokens, *facts, "#stale", *_rank_tokens()])
    scope = snapshot.alive
    for fact in facts:
        scope &= snapshot.anywhere(fact)
    if not asked.wishes:
        return Found()
    found = Found(ties=ties(snapshot))
    rarities = [_meet(wish, found, snapshot) for wish in asked.wishes]
    _give_neighbours(found.planes, asked, rarities, snapshot)
    current = snapshot.alive & ~snapshot.anywhere("#stale")
    found.planes.add(round(CURRENT * sum(rarities)), current)
    _choose(found, scope, rarities)
    return found


def _meet(wish, found, snapshot):
    """Give each entry what it meets of the wish; how rare the wish is."""
    met = [(way, levels_of(way, snapshot)) for way in dict.fromkeys(wish.ways)]
    written = _all(levels for way, levels in met if way.reason in WRITTEN)
    rarity = _rarity(written, snapshot)
    given = 0
    for weight, bits in _steps(met, written, rarity, snapshot):
        found.planes.add(weight, bits)
        given |= bits
    _give_fields(found.planes, wish, rarity, snapshot)
    found.by_wish.append(given)
    return rarity


def _all(of_levels):
    bits = 0
    for levels in of_levels:
        for held in levels.values():
            bits |= held
    return bits


def ties(snapshot):
    """Which of equals goes first, as planes."""
    return tuple(snapshot.anywhere(token) for token in _rank_tokens())


def levels_of(way, snapshot):
    """The entries that ``way`` meets, by field."""
    levels = {}
    for number in Field:
        bits = snapshot.alive
        for one_of in way.all_of:
            held = 0
            for token in one_of:
                held |= snapshot.levels(token).get(number, 0)
            bits &= held
        for token in way.phrases:
            bits &= snapshot.levels(token).get(number, 0)
        if bits:
            levels[number] = bits
    return levels


def _steps(met, written, rarity, snapshot):
    """(weight, entries) from the most to the least; an entry stands in one of them.

    What stands for a wish is worth no more than it is rare: broader words count less.
    """
    by_weight = {}
    for way, levels in met:
        own = rarity
        if way.reason not in WRITTEN:
            own = _rarity(_all([levels]), snapshot)
            own = min(own, rarity) if written else own
        for number, bits in levels.items():
            weight = round(way.worth * WEIGHTS[number] * own)
            by_weight[weight] = by_weight.get(weight, 0) | bits
    given = 0
    for weight in sorted(by_weight, reverse=True):
        yield weight, by_weight[weight] & ~given
        given |= by_weight[weight]


def _rarity(met, snapshot):
    """1 for what every entry has, more for what few have."""
    return 1 + log2((snapshot.alive.bit_count() + 1) / (met.bit_count() + 1))


def _give_fields(planes, wish, rarity, snapshot):
    """A little for each field it is written in, so that more of it is worth more."""
    for number in Field:
        met = 0
        for way in wish.ways:
            if len(way.all_of) == 1:
                met |= snapshot.levels(way.all_of[0][0]).get(number, 0)
        planes.add(round(ONE_MORE_FIELD * WEIGHTS[number] * rarity), met)


def _give_neighbours(planes, asked, rarities, snapshot):
    pairs = zip(pairwise(asked.wishes), pairwise(rarities), strict=True)
    for one_of, (wishes, pair) in zip(asked.neighbours, pairs, strict=True):
        if wishes[0].phrase and wishes[0].phrase == wishes[1].phrase:
            # Standing together is asked of it already.
            continue
        met = 0
        for number in (Field.NAME, Field.TERM, Field.SUMMARY, Field.TEXT):
            bits = 0
            for token in one_of:
                bits |= snapshot.levels(token).get(number, 0)
            bits &= ~met & snapshot.alive
            met |= bits
            planes.add(round(NEIGHBOURS * WEIGHTS[number] * max(pair)), bits)


def _choose(found, scope, rarities):
    whole = scope
    for met in found.by_wish:
        whole &= met
    found.hits = whole or _nearly(found, scope, rarities)
    found.is_whole = bool(whole)


def _nearly(found, scope, rarities):
    """What meets more than half of what was asked, rare words counting more."""
    share = Planes()
    for met, rarity in zip(found.by_wish, rarities, strict=True):
        share.add(round(10 * rarity), met & scope)
    return share.above(round(5 * sum(rarities)), scope)


def _rank_tokens():
    return [f"#{number}" for number in range(RANK_BITS)]
