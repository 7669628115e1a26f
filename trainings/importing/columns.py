"""The columns of the file, and what a cell of each says.

A column that is left out changes nothing; an empty cell empties what it stands for.
"""

from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from portal.core.models.words import columns as in_languages
from services.importing import cells
from trainings.models import Training

WORDS = ("title", "summary", "description", "audience", "prerequisites", "price_note")
TEXTS = (*(column for name in WORDS for column in in_languages(name)), "url")
TICKS = ("is_free", "is_on_demand", "is_public", "is_example")
CODES = ("needs", "themes")
HEADINGS = ("id", "kind", *TEXTS, "partner", "amount", *TICKS, *CODES)
YES = {"1", "oui", "ja", "yes", "sí", "si", "true", "vrai"}
NO = {"", "0", "non", "nee", "no", "false", "faux"}


class UnreadableCellError(Exception):
    """What a cell says is understood by nobody; ``message`` says why."""

    def __init__(self, message):
        self.message = message
        super().__init__(message)


def value_of(heading, text):
    """What a cell says; raises ``UnreadableCellError``."""
    text = text.strip()
    if heading in TICKS:
        return _tick(text)
    if heading == "amount":
        return _amount(text)
    if heading == "kind":
        return _kind(text)
    return cells.codes_in(text) if heading in CODES else text


def told(training):
    """A training as texts by ``HEADINGS``, in their order."""
    values = {
        **{name: getattr(training, name) for name in (*TEXTS, *TICKS, "kind")},
        "id": training.uuid,
        "partner": training.partner.name_fr
        if training.partner
        else training.partner_name,
        "amount": training.amount,
        "needs": [need.slug for need in training.needs.all()],
        "themes": [theme.code for theme in training.themes.all()],
    }
    return {name: cells.text_of(values[name]) for name in HEADINGS}


def _tick(text):
    if text.lower() in YES:
        return True
    if text.lower() in NO:
        return False
    raise UnreadableCellError(_("“%(text)s” is neither 1 nor 0.") % {"text": text[:40]})


def _amount(text):
    if not text:
        return None
    try:
        amount = Decimal(text.replace(",", ".").replace("€", "").strip())
    except InvalidOperation as error:
        words = _("“%(text)s” is no amount.") % {"text": text[:40]}
        raise UnreadableCellError(words) from error
    if not amount.is_finite():
        raise UnreadableCellError(_("“%(text)s” is no amount.") % {"text": text[:40]})
    return amount


def _kind(text):
    if not text:
        return Training.Kind.TRAINING
    for code, label in Training.Kind.choices:
        if text.lower() in {code, str(label).lower()}:
            return Training.Kind(code)
    kinds = ", ".join(Training.Kind.values)
    raise UnreadableCellError(_("Write one of these: %(kinds)s.") % {"kinds": kinds})
