"""How many mistakes are between two words."""


def letters(word):
    """The letters of ``word`` as bits: what one mistake changes is two of them."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 32)
    return bits


def distance(one, other):
    """Letters added, left out, changed, or swapped with the next (and then left so).

    All columns of the usual table at once, one bit each (H. Hyyrö, « A bit-vector
    algorithm for computing Levenshtein and Damerau edit distances », 2003).
    """
    if not one:
        return len(other)
    where = {}
    for place, letter in enumerate(one):
        where[letter] = where.get(letter, 0) | 1 << place
    last = 1 << (len(one) - 1)
    more, less, same, before = (last << 1) - 1, 0, 0, 0
    count = len(one)
    for letter in other:
        now = where.get(letter, 0)
        swapped = (~same & now) << 1 & before
        same = ((now & more) + more ^ more) | now | less | swapped
        up, down = less | ~(same | more), more & same
        count += bool(up & last) - bool(down & last)
        up, down = up << 1 | 1, down << 1
        more, less = down | ~(same | up), up & same
        before = now
    return count
