"""What tells who somebody is, measured on sentences of two lists.

``labelled.txt`` was written by whoever wrote the code, ``held_out.txt`` by somebody who
had not read it, ``hurried.txt`` as people type on a phone. Beside them, the client's
two documents and the réunions told in the demonstration are sentences in which nothing
may be found.
"""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from home.content import reunions
from portal.core.identifiers import Kind, find, masked

HERE = Path(__file__).parent
TODAY = date(2026, 1, 15)
SOURCES = [
    HERE.parents[1] / "home" / "report_source.txt",
    HERE.parents[1] / "home" / "cellule_source.txt",
]
MARK = re.compile(r"\[([bnpem]):((?:[^\[\]]|\[[^\]]*\])*)\]")
KINDS = {
    "b": Kind.BIRTH_DATE,
    "n": Kind.NATIONAL_NUMBER,
    "p": Kind.PHONE,
    "e": Kind.EMAIL,
    "m": Kind.NAME,
}
LISTS = ["labelled.txt", "held_out.txt", "hurried.txt"]
LEAST_RECALL, MOST_FALSE_ALARMS = 0.98, 0.02
# In seconds, for ten thousand signs: far above what it takes, far below a tangle.
LONGEST_READING = 2


def read(line):
    """The sentence without its marks, and where each identifier stands in it."""
    sentence, labels, last = "", [], 0
    for match in MARK.finditer(line):
        sentence += line[last : match.start()]
        start = len(sentence)
        sentence += match[2]
        labels.append((KINDS[match[1]], start, len(sentence)))
        last = match.end()
    return sentence + line[last:], labels


def labelled(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    written = [line for line in lines if line and not line.startswith("#")]
    return [read(line.split(" ", 1)[1]) for line in written]


def told():
    """Sentences of the documents and of the réunions."""
    texts = [path.read_text(encoding="utf-8") for path in SOURCES]
    texts += [reunions.FIRST, reunions.SECOND, reunions.CYCLE, *reunions.TRAINING_NEEDS]
    texts = [re.sub(r"<[^>]+>", "\n", text) for text in texts]
    sentences = [part for text in texts for part in re.split(r"\n|(?<=[.!?])\s", text)]
    return [sentence for sentence in sentences if sentence.strip()]


def alarms(sentences):
    found = [(sentence, find(sentence, today=TODAY)) for sentence in sentences]
    return [(sentence, findings) for sentence, findings in found if findings]


def meets(finding, label):
    kind, start, end = label
    return finding.kind == kind and finding.start < end and start < finding.end


@pytest.mark.parametrize("name", LISTS)
def test_nearly_every_identifier_of_the_list_is_found(name):
    sentences = labelled(name)
    missed = [
        sentence[label[1] : label[2]]
        for sentence, labels in sentences
        for label in labels
        if not any(meets(finding, label) for finding in find(sentence, today=TODAY))
    ]
    number = sum(len(labels) for _sentence, labels in sentences)

    assert len(sentences) >= 200
    assert 1 - len(missed) / number >= LEAST_RECALL, missed


@pytest.mark.parametrize("name", LISTS)
def test_ordinary_sentences_of_the_list_pass_without_a_word(name):
    sentences = [sentence for sentence, labels in labelled(name) if not labels]
    wrong = alarms(sentences)

    assert len(wrong) / len(sentences) <= MOST_FALSE_ALARMS, wrong


def test_sentences_of_the_documents_and_reports_pass_without_a_word():
    wrong = alarms(told())

    assert len(wrong) / len(told()) <= MOST_FALSE_ALARMS, wrong


@pytest.mark.parametrize("name", LISTS)
def test_what_is_masked_is_gone_and_nothing_else_is_found_in_what_is_left(name):
    for sentence, _labels in labelled(name):
        findings = find(sentence, today=TODAY)
        left = masked(sentence, findings)

        assert left.count("[…]") == len(findings)
        assert not find(left, today=TODAY), left


@pytest.mark.parametrize(
    "unit",
    ["a", "A ", "A.", "1", "0 ", "M. ", "né ", "de la ", "Karim Benali ", "a@a."],
)
def test_a_long_text_of_anything_is_read_at_once(unit):
    started = monotonic()
    find(unit * (10_000 // len(unit)), today=TODAY)

    assert monotonic() - started < LONGEST_READING


@pytest.mark.parametrize(
    "name",
    [
        "mme fatima el amrani",
        "mr diop karim",
        "mw. peeters karin",
        "Mme V.d.B.",
        "dhr van den abeele",
        "mr a. simon",
    ],
)
@pytest.mark.parametrize("sentence", ["{} is weg", "{} est parti", "{}."])
def test_the_whole_of_a_name_is_found(sentence, name):
    found = find(sentence.format(name), today=TODAY)

    assert [one.text.rstrip(".") for one in found] == [name.rstrip(".")]


def test_the_check_digits_of_a_bare_number_must_be_right():
    assert find("Colis 75031212346 reçu", today=TODAY)[0].kind == Kind.NATIONAL_NUMBER
    assert not find("Colis 75031212347 reçu", today=TODAY)


@settings(max_examples=50)
@given(st.integers(0, 999999), st.integers(1, 997), st.booleans())
def test_a_number_of_the_register_is_found_however_it_is_spaced(day, rank, is_young):
    months, days = day // 100 % 12 + 1, day % 28 + 1
    born = f"{day // 10000:02d}{months:02d}{days:02d}"
    rest = int(("2" if is_young else "") + f"{born}{rank:03d}")
    number = f"{born}{rank:03d}{97 - rest % 97:02d}"
    spaced = f"{number[:6]} {number[6:9]}\u00a0{number[9:]}"

    for written in (number, spaced):
        assert [one.text for one in find(f"voir {written}.", today=TODAY)] == [written]


@settings(max_examples=50)
@given(st.text(max_size=300))
def test_any_text_is_read_and_findings_are_parts_of_it(text):
    findings = find(text, today=TODAY)

    assert all(text[one.start : one.end] == one.text for one in findings)
    assert all(a.end <= b.start for a, b in pairwise(findings))
