"""Whatever the worker has merged or made anew, the same things are found."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from home.models import StandardPage
from portal.core.searchable import Document, Field, Wording
from search import keeping, merging, rebuilding, results, snapshot
from search.bits import Planes, of_places, pack, pack_places, places, unpack
from search.models import Entry, Posting
from tests.making import make_site

WORDS = ["santé", "mentale", "équipe", "mobile", "crise", "réseau"]


def document(number, *, stale=False):
    first, then = WORDS[number % 6], WORDS[number // 6 % 6]
    words = Wording(
        "fr",
        f"{first} {number}",
        f"/{number}/",
        summary=f"Une {then} pour tous",
        texts=((Field.TEXT, f"{then} {first} et le reste"),),
    )
    return Document(str(number), "page", [words], is_stale=stale)


def offer(documents, numbers, **how):
    documents.update({str(n): document(n, **how) for n in numbers})
    keeping.renew("tests", [str(n) for n in numbers])


def found(query):
    """Addresses in the order they are shown, page after page."""
    shown = []
    for page in (1, 2, 3, 4, 5):
        said = results.search(query, kind="page", wide=True, page=page, language="fr")
        shown += [result.url for group in said.groups for result in group.results]
    return shown


ASKED = ["sante", "équipes mobiles", "crise réseau", "réseau 17", "rien"]


def answers():
    return {query: found(query) for query in ASKED}


def test_merging_and_rebuilding_change_no_answer(offered):
    offer(offered, range(60))
    fresh = answers()
    assert fresh["sante"]

    while merging.merge(25):
        pass
    assert answers() == fresh
    assert not snapshot.current().fresh_entries

    rebuilding.rebuild()
    assert answers() == fresh


def test_what_changes_after_a_merge_is_found_as_it_is_now(offered):
    offer(offered, range(30))
    merging.merge(100)

    offered["3"] = replace(document(4), key="3")
    del offered["0"]
    keeping.renew("tests", ["0", "3"])
    mixed = answers()
    before = rebuilding.fingerprint()

    assert "/0/" not in found("sante")
    assert "/3/" not in found("mobile 3")
    merging.merge(100)
    assert answers() == mixed
    rebuilding.rebuild()
    assert answers() == mixed
    assert rebuilding.fingerprint() == before


def test_an_index_nobody_kept_in_step_is_made_right(offered):
    offer(offered, range(5))
    offered.clear()
    offered.update({str(n): document(n) for n in range(3, 9)})

    rebuilding.rebuild()

    assert set(Entry.objects.values_list("key", flat=True)) == set("345678")
    assert set(Posting.objects.values_list("generation", flat=True)) == {1}


def test_what_nobody_vouches_for_comes_after_the_rest(offered):
    offer(offered, [0], stale=True)
    offer(offered, [36])

    assert found("sante") == ["/36/", "/0/"]


def test_a_page_that_is_published_is_found_after_the_commit(
    django_capture_on_commit_callbacks, db
):
    home = make_site()
    page = StandardPage(title="Une page sur la crise", live=False)
    home.add_child(instance=page)

    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    assert results.search("crise").count == 1


@given(st.integers(min_value=0, max_value=2**3000))
@settings(max_examples=50)
def test_a_set_is_stored_and_read_as_it_is(bits):
    assert unpack(pack(bits)) == bits
    assert sum(1 << place for place in places(bits)) == bits


@given(st.sets(st.integers(0, 32_767), max_size=300))
@settings(max_examples=50)
def test_places_are_stored_as_the_set_they_are(held):
    bits = sum(1 << place for place in held)

    assert of_places(sorted(held)) == bits
    assert unpack(pack_places(sorted(held))) == unpack(pack(bits)) == bits


def test_a_rare_word_takes_a_few_bytes():
    assert len(pack_places([32_767])) == 3


@given(
    st.lists(st.tuples(st.integers(0, 5000), st.sets(st.integers(0, 80))), max_size=12),
    st.integers(0, 30),
    st.integers(1, 30),
)
@settings(max_examples=50)
def test_the_best_are_those_a_plain_sum_finds(given_weights, start, count):
    planes, sums = Planes(), dict.fromkeys(range(81), 0)
    for weight, entries in given_weights:
        planes.add(weight, sum(1 << entry for entry in entries))
        for entry in entries:
            sums[entry] += weight

    among = sum(1 << n for n in sums if n % 3)
    wanted = sorted((n for n in sums if n % 3), key=lambda n: (-sums[n], n))
    least = sums[wanted[10]]

    assert planes.best(among, start=start, count=count) == wanted[start:][:count]
    assert all(planes.score(1 << n) == sums[n] for n in sums)
    above = set(places(planes.above(least, among)))
    assert above == {n for n in wanted if sums[n] > least}
