"""Sets of entries as whole numbers, one bit each, and exact scores over such sets.

Scores are kept as planes: plane n holds bit n of the score of every entry at once. So
adding a weight to twenty thousand entries costs a few operations on 2.5 kB, and the
best of them are read off from the highest plane down: nothing is ever sorted.
"""

import zlib
from struct import pack as written
from struct import unpack as read

# Smaller ones gain nothing.
PACKED_FROM = 32  # bytes
# So many places, each of two bytes, are written one by one: most words are rare.
FEW, TWO_BYTES = 100, 1 << 16
PLAIN, PACKED, LISTED = b"\0", b"\1", b"\2"


def pack(bits):
    """A set as it is stored."""
    if bits.bit_count() <= FEW and bits.bit_length() <= TWO_BYTES:
        return pack_places([*places(bits)])
    return _pack_raw(bits.to_bytes((bits.bit_length() + 7) // 8, "little"))


def pack_places(rising):
    """The same of the places of its bits, each below 65,536."""
    if len(rising) <= FEW:
        return LISTED + written(f"<{len(rising)}H", *rising)
    return _pack_raw(_raw(rising))


def unpack(stored):
    stored = bytes(stored)
    kind, raw = stored[:1], stored[1:]
    if kind == LISTED:
        return of_places(read(f"<{len(raw) // 2}H", raw))
    return int.from_bytes(raw if kind == PLAIN else zlib.decompress(raw), "little")


def of_places(rising):
    """The set of these places."""
    return int.from_bytes(_raw(rising), "little")


def _raw(rising):
    raw = bytearray(rising[-1] // 8 + 1 if rising else 0)
    for place in rising:
        raw[place >> 3] |= 1 << (place & 7)
    return raw


def _pack_raw(raw):
    return PLAIN + raw if len(raw) < PACKED_FROM else PACKED + zlib.compress(raw, 1)


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
