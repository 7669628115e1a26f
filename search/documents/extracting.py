"""The text of one file, told by a process that may be killed.

Run as a program: the file on standard input, its ending as the only argument; JSON
``{"outcome", "text"}`` on standard output. Whatever the file holds, memory, seconds,
pages and signs are bounded, and nothing is written. It imports nothing of the portal:
Django would take most of the memory it may have.
"""

import json
import re
import resource
import sys
import zipfile
from itertools import islice
from xml.etree import ElementTree

MEMORY = 768 * 1024 * 1024  # bytes
SECONDS = 20
MAX_PAGES = 400
MAX_SIGNS = 200_000
# Of the one part of a zipped document that holds its text, unpacked.
MAX_PART = 20 * 1024 * 1024  # bytes

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ODF = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
# A word that ends its line in the middle.
PARTED = re.compile(r"(?<=[^\W\d_])[\u00ad\u2010-]\n(?=[^\W\d_])")
BLANKS = re.compile(r"[^\S\n]+")
# What stands for a sign that is no sign, and what no database keeps.
UNKEPT = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad\ud800-\udfff\ufffd]")


def main(ending):
    """Print what became of the file on standard input."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        outcome, text = READERS[ending](sys.stdin.buffer)
    except (MemoryError, RecursionError):
        outcome, text = "too_much", ""
    except Exception:
        outcome, text = "broken", ""
    sys.stdout.write(json.dumps({"outcome": outcome, "text": text}))


def of_pdf(file):
    # Here, since the other kinds are told quicker without.
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(file)
    try:
        # Many are encrypted without a password, only to forbid printing.
        if reader.is_encrypted and not reader.decrypt(""):
            return "encrypted", ""
    except DependencyError:
        return "encrypted", ""
    return told(legible(islice(reader.pages, MAX_PAGES)))


def legible(pages):
    """The text of each page that has one; one that is broken hides no other."""
    for page in pages:
        try:
            text = page.extract_text()
        except (MemoryError, RecursionError):
            raise
        except Exception:
            text = ""
        yield text


def of_docx(file):
    tree = part(file, "word/document.xml")
    paragraphs = tree.iter(f"{WORDS}p")
    return told("".join(t.text or "" for t in p.iter(f"{WORDS}t")) for p in paragraphs)


def of_odt(file):
    tree = part(file, "content.xml")
    said = (one for one in tree.iter() if one.tag in {f"{ODF}p", f"{ODF}h"})
    return told("".join(one.itertext()) for one in said)


def of_text(file):
    return told([file.read(4 * MAX_SIGNS).decode("utf-8", errors="replace")])


def part(file, name):
    """One XML part of a zipped document, refused where it is larger than it may be."""
    with zipfile.ZipFile(file) as archive, archive.open(name) as packed:
        content = packed.read(MAX_PART + 1)
    if len(content) > MAX_PART:
        raise MemoryError
    return ElementTree.fromstring(content)  # noqa: S314 - expat bounds entities


def told(pieces):
    """(outcome, text) of these pieces, as many as are kept."""
    kept, length = [], 0
    for piece in pieces:
        kept.append(piece)
        length += len(piece)
        if length > MAX_SIGNS:
            break
    text = PARTED.sub("", UNKEPT.sub("", "\n".join(kept)))
    text = BLANKS.sub(" ", text).strip()[:MAX_SIGNS]
    return ("read", text) if text else ("empty", "")


READERS = {"pdf": of_pdf, "docx": of_docx, "odt": of_odt, "txt": of_text}

if __name__ == "__main__":
    main(sys.argv[1])
