"""Words near to what was written: the quick way finds what the plain one does."""

from hypothesis import given, settings
from hypothesis import strategies as st

from search.typing_errors import distance
from search.vocabulary import Vocabulary, Words

SHORT = st.text("abcé", max_size=8)


def plain_distance(one, other):
    table = {(i, 0): i for i in range(len(one) + 1)}
    table |= {(0, j): j for j in range(len(other) + 1)}
    for i, letter in enumerate(one, start=1):
        for j, facing in enumerate(other, start=1):
            costs = [table[i - 1, j] + 1, table[i, j - 1] + 1]
            costs.append(table[i - 1, j - 1] + (letter != facing))
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 1] + other[j - 2]:
                costs.append(table[i - 2, j - 2] + 1)
            table[i, j] = min(costs)
    return table[len(one), len(other)]


@given(SHORT, SHORT)
def test_mistakes_are_counted_as_in_a_plain_table(one, other):
    assert distance(one, other) == plain_distance(one, other)


@given(
    st.sets(st.text("abc", min_size=4, max_size=9), max_size=40),
    st.text("abc", min_size=4, max_size=9),
)
@settings(max_examples=50, deadline=None)
def test_no_word_near_to_what_was_written_is_missed(words, written):
    listed = sorted(words)
    known = Vocabulary((Words(tuple(listed[::2])), Words(tuple(listed[1::2]))))
    most = 2 if len(written) >= 8 else 1

    mistakes = {(plain_distance(written, word), word) for word in words}

    assert set(known.near(written)) == {one for one in mistakes if 0 < one[0] <= most}


@given(st.sets(st.text("ab", min_size=1, max_size=5), max_size=40))
@settings(max_examples=50, deadline=None)
def test_lists_of_words_are_read_as_one(words):
    listed = sorted(words)
    known = Vocabulary((Words(tuple(listed)), Words(tuple(listed[:1]))))

    begun = [word for word in listed if word.startswith("a") and word != "a"]

    assert known.beginning("a", 3) == begun[:3]
    assert all(word in known for word in words)
    assert "c" not in known
