"""Sets of entries as whole numbers, one bit each, and exact scores over such sets.

Scores are kept as planes: plane n holds bit n of the score of every entry at once. So
adding a weight to twenty thousand entries costs a few operations on 2.5 kB, and the
best of them are read off from the highest plane down: nothing is ever sorted.
"""

import zlib

# Smaller ones gain nothing.
PACKED_FROM = 32


def pack(bits):
    raw = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    return b"\0" + raw if len(raw) < PACKED_FROM else b"\1" + zlib.compress(raw, 1)


def unpack(stored):
    stored = bytes(stored)
    raw = stored[1:] if stored[:1] == b"\0" else zlib.decompress(stored[1:])
    return int.from_bytes(raw, "little")


def places(bits):
    """Which bits are set, the lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


class Planes:
    """A score for every entry."""

    def __init__(self):
        self._planes = []

    def add(self, weight, bits):
        """Give ``weight``, a whole number, to each entry of ``bits``."""
        for place in places(weight):
            self._carry(place, bits)

    def _carry(self, place, bits):
        while bits:
            if place >= len(self._planes):
                self._planes += [0] * (place + 1 - len(self._planes))
            held = self._planes[place]
            self._planes[place] = held ^ bits
            bits &= held
            place += 1

    def score(self, bit):
        """What one entry, given as a set of one, has."""
        return sum(1 << n for n, plane in enumerate(self._planes) if plane & bit)

    def above(self, least, among):
        """Those of ``among`` that have more than ``least``."""
        more, same = 0, among
        for number in range(max(len(self._planes), least.bit_length()) - 1, -1, -1):
            plane = self._planes[number] if number < len(self._planes) else 0
            if least >> number & 1:
                same &= plane
            else:
                more |= same & plane
                same &= ~plane
        return more

    def best(self, among, *, start=0, count=10, ties=()):
        """``count`` entries of ``among``, each a place, the best first, from ``start``.

        Where scores are the same the planes of ``ties`` decide, then the place.
        """
        planes = [*ties, *self._planes]
        chosen = []
        pending = [(among, len(planes) - 1)]
        while pending and len(chosen) < count:
            entries, number = pending.pop()
            size = entries.bit_count()
            if size <= start:
                start -= size
            elif number < 0 or size == 1:
                for place in list(places(entries))[start:][: count - len(chosen)]:
                    chosen.append(place)
                start = 0
            else:
                higher = entries & planes[number]
                pending.append((entries ^ higher, number - 1))
                if higher:
                    pending.append((higher, number - 1))
        return chosen
