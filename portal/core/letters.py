"""Letters: the words of a mail once, from which its plain text and its HTML are drawn.

So both always say the same. A letter is short; it is read on a phone, by a screen
reader, and in programs that show no HTML.
"""

from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language


@dataclass(frozen=True)
class Paragraph:
    """Lines that stay together: a sentence, or facts one below the other."""

    lines: tuple
    is_facts: bool = False
    url: str = ""
    link: str = ""


@dataclass(frozen=True)
class Letter:
    subject: str
    paragraphs: tuple

    @property
    def text(self):
        return render_to_string("emails/letter.txt", self._words()).strip() + "\n"

    @property
    def html(self):
        return render_to_string("emails/letter.html", self._words())

    def _words(self):
        *body, foot = self.paragraphs
        return {
            "subject": self.subject,
            "body": body,
            "foot": foot,
            "language": get_language() or settings.LANGUAGE_CODE,
        }


def sentence(*words):
    """One paragraph of running text; what is empty is left out."""
    return Paragraph((" ".join(str(word) for word in words if word),))


def facts(*lines):
    """Facts one below the other, without those that are not known."""
    return Paragraph(tuple(str(line) for line in lines if line), is_facts=True)


def act(words, *, link, url):
    """A sentence that ends in an address; in HTML the address reads ``link``."""
    return Paragraph((str(words),), url=url, link=str(link))
