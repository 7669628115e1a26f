"""Whatever a file holds, its text is told or the reason why not, within bounds."""

import io

import pytest
from pypdf import PdfWriter

from search.documents import extracting, reading
from search.models import DocumentText
from tests.search.documents import making

pytestmark = pytest.mark.django_db
Outcome = DocumentText.Outcome
TEXT = "Les ethnopsychiatres du réseau, sans rendez-vous."


def read(content, name):
    document = making.keep(content, name=name)
    try:
        return reading.read(document)
    finally:
        document.file.delete(save=False)


def locked(password, **how):
    writer = PdfWriter(io.BytesIO(making.pdf(TEXT)))
    writer.encrypt(user_password=password, owner_password="autre", **how)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (making.pdf, "guide.pdf"),
        (making.pdf, "GUIDE.PDF"),
        (making.docx, "guide.docx"),
        (making.odt, "guide.odt"),
        (str.encode, "guide.txt"),
    ],
)
def test_the_text_of_a_file_is_read(make, name):
    outcome, text = read(make(TEXT), name)

    assert outcome == Outcome.READ
    assert TEXT in text


def test_a_word_parted_at_the_end_of_a_line_is_one():
    content = making.pdf("Les ethnopsy-\\ \nchiatres du réseau")

    assert "Les ethnopsychiatres du réseau" in read(content, "guide.pdf")[1]


@pytest.mark.parametrize(
    ("content", "name", "outcome"),
    [
        (b"", "vide.pdf", Outcome.BROKEN),
        (b"%PDF-1.7 not really", "faux.pdf", Outcome.BROKEN),
        (b"PK not really", "faux.docx", Outcome.BROKEN),
        (making.zipped("autre.xml", "<x/>"), "autre.odt", Outcome.BROKEN),
        (making.zipped("content.xml", "<x>"), "xml.odt", Outcome.BROKEN),
        (b"\xff\xfe\x00 \x00", "vide.txt", Outcome.EMPTY),
        (b"a,b", "table.csv", Outcome.UNREAD),
    ],
)
def test_what_cannot_be_read_says_why(content, name, outcome):
    assert read(content, name) == (outcome, "")


def test_half_a_file_is_told_without_a_fault():
    content = making.pdf(TEXT)

    assert read(content[: len(content) // 2], "moitie.pdf")[0] in Outcome.values


def test_a_page_without_text_is_said_to_have_none():
    assert read(making.pdf("#rect()"), "image.pdf") == (Outcome.EMPTY, "")


def test_a_locked_file_is_left_alone_and_one_that_only_forbids_printing_is_read():
    assert read(locked("secret", algorithm="RC4-128"), "a.pdf")[0] == Outcome.ENCRYPTED
    assert read(locked("", algorithm="RC4-128"), "b.pdf")[0] == Outcome.READ


def test_a_file_that_unpacks_to_too_much_fills_no_memory():
    bomb = making.zipped("word/document.xml", b"<x>" + b" " * (extracting.MAX_PART + 1))

    assert len(bomb) < 100_000
    assert read(bomb, "bombe.docx") == (Outcome.TOO_MUCH, "")


def test_entities_within_entities_fill_no_memory():
    levels = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 50}">' for n in range(8))
    lol = f'<!DOCTYPE x [<!ENTITY a0 "lol">{levels}]><x>&a8;</x>'

    assert read(making.zipped("content.xml", lol), "lol.odt")[0] == Outcome.BROKEN


def test_signs_and_pages_are_bounded():
    long = "mot " * (extracting.MAX_SIGNS // 2)
    assert len(read(long.encode(), "long.txt")[1]) == extracting.MAX_SIGNS

    many = making.pdf("page", pages=extracting.MAX_PAGES + 50)
    assert read(many, "pages.pdf")[1].split() == ["page"] * extracting.MAX_PAGES


def test_a_program_that_never_ends_is_ended(monkeypatch, tmp_path):
    slow = tmp_path / "slow.py"
    slow.write_text("import signal; signal.pause()")
    monkeypatch.setattr(reading, "PROGRAM", slow)
    monkeypatch.setattr(reading, "PATIENCE", 0.5)

    assert read(making.pdf(TEXT), "lent.pdf") == (Outcome.TOO_MUCH, "")


def test_a_program_that_takes_too_much_memory_is_stopped(monkeypatch, tmp_path):
    greedy = tmp_path / "greedy.py"
    source = extracting.__file__
    greedy.write_text(
        f"import sys; exec(open({source!r}).read().split('if __name__')[0])\n"
        "READERS['pdf'] = lambda file: ('read', str(len(b'x' * 2**31)))\n"
        "main(sys.argv[1])"
    )
    monkeypatch.setattr(reading, "PROGRAM", greedy)

    assert read(making.pdf(TEXT), "gros.pdf") == (Outcome.TOO_MUCH, "")


def test_a_file_that_is_gone_is_said_to_be_missing():
    document = making.keep(making.pdf(TEXT))
    document.file.storage.delete(document.file.name)

    assert reading.read(document) == (Outcome.MISSING, "")
