"""Papers on their way to whoever asked for one: as a file, and kept by no cache."""

from django.http import HttpResponse
from django.utils.text import slugify


def pdf(content, name):
    """The answer that hands over a PDF; ``name`` says what it is, nobody's name."""
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Disposition"] = (
        f'attachment; filename="{slugify(name)}.pdf"'
    )
    return response
