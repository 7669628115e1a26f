"""What tells who somebody is, measured on sentences that were written before the code.

``labelled.txt`` holds them; beside it, the client's two documents and the réunions told
in the demonstration are sentences in which nothing may be found.
"""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

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
LEAST_RECALL, MOST_FALSE_ALARMS = 0.98, 0.02


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


def labelled():
    lines = (HERE / "labelled.txt").read_text(encoding="utf-8").splitlines()
    written = [line for line in lines if line and not line.startswith("#")]
    return [read(line.split(" ", 1)[1]) for line in written]


def ordinary():
    """Sentences of the documents and of the réunions, and those labelled as such."""
    texts = [path.read_text(encoding="utf-8") for path in SOURCES]
    texts += [reunions.FIRST, reunions.SECOND, reunions.CYCLE, *reunions.TRAINING_NEEDS]
    texts = [re.sub(r"<[^>]+>", "\n", text) for text in texts]
    sentences = [part for text in texts for part in re.split(r"\n|(?<=[.!?])\s", text)]
    plain = [sentence for sentence, labels in labelled() if not labels]
    return plain, [sentence for sentence in sentences if sentence.strip()]


def meets(finding, label):
    kind, start, end = label
    return finding.kind == kind and finding.start < end and start < finding.end


def test_nearly_every_identifier_of_the_list_is_found():
    sentences = labelled()
    missed = [
        sentence[start:end]
        for sentence, labels in sentences
        for kind, start, end in labels
        if not any(
            meets(finding, (kind, start, end))
            for finding in find(sentence, today=TODAY)
        )
    ]
    number = sum(len(labels) for _sentence, labels in sentences)

    assert len(sentences) >= 200
    assert 1 - len(missed) / number >= LEAST_RECALL, missed


@pytest.mark.parametrize("source", ["labelled", "documents"])
def test_ordinary_sentences_pass_without_a_word(source):
    sentences = ordinary()[source == "documents"]
    alarms = [
        (sentence, [finding.text for finding in findings])
        for sentence in sentences
        if (findings := find(sentence, today=TODAY))
    ]

    assert len(alarms) / len(sentences) <= MOST_FALSE_ALARMS, alarms


def test_what_is_masked_is_gone_and_nothing_else_is_found_in_what_is_left():
    for sentence, _labels in labelled():
        findings = find(sentence, today=TODAY)
        left = masked(sentence, findings)

        assert left.count("[…]") == len(findings)
        assert not find(left, today=TODAY), left


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
