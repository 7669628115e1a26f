"""The words of the field, for the search."""

from home.content import reading
from home.content.typography import typeset
from portal.core.models import Synonyms

LANGUAGES = ("fr", "nl", "en", "es")


def load():
    """Put them in once; what the team has made of them is left alone."""
    if Synonyms.objects.exists():
        return
    Synonyms.objects.bulk_create(
        Synonyms(
            **{f"terms_{code}": "\n".join(_terms(row, code)) for code in LANGUAGES},
            shows_urgency=row["urgency"] == "1",
        )
        for row in reading.glossary()
    )


def _terms(row, code):
    said = [row[code], row.get(f"acronym_{code}"), row.get(f"synonyms_{code}")]
    parts = [part.strip() for text in said if text for part in text.split(";")]
    return [typeset(part) for part in dict.fromkeys(parts) if part]
