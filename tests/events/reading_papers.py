"""What a reader finds on a PDF, and what a screen reader does."""

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


def _plain(text):
    return text.replace("\u00a0", " ").replace("\u200b", "")
