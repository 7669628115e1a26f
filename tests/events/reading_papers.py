"""What a reader finds on a PDF, and what a screen reader does."""

import re
from io import BytesIO

from pypdf import PdfReader


class Paper:
    def __init__(self, content):
        self.reader = PdfReader(BytesIO(content))
        self.pages = [_plain(page.extract_text()) for page in self.reader.pages]

    @property
    def text(self):
        return "\n".join(self.pages)

    @property
    def title(self):
        return self.reader.metadata.title

    @property
    def language(self):
        return self.reader.trailer["/Root"]["/Lang"]

    @property
    def languages(self):
        """Those in which anything is read out, that of the whole among them."""
        spans = b"".join(page.get_contents().get_data() for page in self.reader.pages)
        inside = re.findall(rb"/Lang ?\((\w+)", spans)
        root = self.reader.trailer["/Root"]["/StructTreeRoot"]
        blocks = [element.get("/Lang") for element in _elements(root)]
        return {self.language, *filter(None, blocks), *(one.decode() for one in inside)}

    @property
    def is_tagged(self):
        root = self.reader.trailer["/Root"]
        return bool(root["/MarkInfo"]["/Marked"]) and "/StructTreeRoot" in root

    @property
    def standards(self):
        """What the paper declares to conform to."""
        metadata = self.reader.trailer["/Root"]["/Metadata"].get_data().decode()
        return [name for name in ("pdfuaid:part", "pdfaid:part") if name in metadata]

    @property
    def fonts(self):
        """The names of the fonts inside, without the mark of a subset."""
        return {
            str(font.get_object()["/BaseFont"]).rpartition("+")[2]
            for page in self.reader.pages
            for font in page["/Resources"].get("/Font", {}).values()
        }


def _elements(element):
    """An element of the structure, and all those within it."""
    yield element
    within = element.get("/K", [])
    for one in within if isinstance(within, list) else [within]:
        found = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(found, dict):
            yield from _elements(found)


def _plain(text):
    return text.replace("\u00a0", " ").replace("\u200b", "")
