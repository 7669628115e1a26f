"""A partner's words as plain text: no markup, no e-mail address, no other link."""

import html
import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.html import strip_tags

from events.models.partner_calendar import LONGEST_ADDRESS
from portal.core import analysis
from portal.core.models import Commune

LONGEST = 255
# Their text is no part of what a reader would see.
UNSEEN = re.compile(r"<(script|style)\b.*?(</\1\s*>|$)", re.DOTALL | re.IGNORECASE)
E_MAIL = re.compile(r"(mailto:)?[^\s@<>()]{1,64}@[^\s@<>()]{1,253}")
# Signs that are not seen but change what is: marks of direction, of width, controls.
INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
is_web_address = URLValidator(schemes=["http", "https"])


def plain(text):
    """``text`` in one line of at most 255 signs; what is left of it may be nothing."""
    # Bounded first: what follows reads it several times.
    text = html.unescape(text[: LONGEST * 20])
    text = strip_tags(UNSEEN.sub(" ", text))
    text = E_MAIL.sub(" ", text)
    text = " ".join(INVISIBLE.sub(" ", text).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def link(text):
    """A web address anyone may follow; else nothing."""
    text = text.strip()
    try:
        is_web_address(text)
        named = "@" in urlsplit(text).netloc
    except (ValidationError, ValueError):
        return ""
    return "" if named or len(text) > LONGEST_ADDRESS else text


class Communes:
    """Finds the commune a place names, by its postcode or by its name."""

    def __init__(self):
        self.by_postcode, self.by_name = {}, {}
        for commune in Commune.objects.all():
            self.by_postcode[commune.postcode] = commune
            for name in (commune.name_fr, commune.name_nl):
                if name:
                    self.by_name[analysis.fold(name)] = commune

    def named_in(self, place):
        words = analysis.words(place)
        for word in words:
            if word in self.by_postcode:
                return self.by_postcode[word]
        text = f" {' '.join(words)} "
        # The longest first: « Woluwe-Saint-Pierre » also says « Saint-Pierre ».
        names = sorted(self.by_name, key=len, reverse=True)
        return next((self.by_name[n] for n in names if f" {n} " in text), None)
