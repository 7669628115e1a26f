"""Real files, made while the tests run."""

import io
import zipfile

import typst
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from home.models import StandardPage

DOCX = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def pdf(text, *, pages=1):
    """A PDF that says ``text`` on each of its pages."""
    source = "#set document(title: [x])\n" + "\n#pagebreak()\n".join([text] * pages)
    return typst.compile(source.encode())


def zipped(name, content):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def docx(text):
    paragraphs = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    body = f'<w:document xmlns:w="{DOCX}"><w:body>{paragraphs}</w:body></w:document>'
    return zipped("word/document.xml", body)


def odt(text):
    said = (
        f"<text:h>Titre</text:h><text:p>{text} <text:span>encore</text:span></text:p>"
    )
    names = f'xmlns:office="{OFFICE}" xmlns:text="{ODF}"'
    return zipped("content.xml", f"<office:document {names}>{said}</office:document>")


def keep(content, *, name="guide.pdf", title="Un guide", **facts):
    """A document of the portal, as a command would put it in."""
    file = ContentFile(content, name=name)
    document = get_document_model()(title=title, file=file, **facts)
    document.file_size = len(content)
    document._set_file_hash()
    document.save()
    return document


def refer(parent, document, **facts):
    """A page that links to ``document`` in its text."""
    page = StandardPage(title="Une page", body=link_to(document), **facts)
    parent.add_child(instance=page)
    return page


def link_to(document):
    link = f'<a linktype="document" id="{document.pk}">À lire</a>'
    return [("text", f"<p>{link}</p>")]
