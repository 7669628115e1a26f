"""Words of a record that is no page: one column per language, French the reference."""

from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import get_language


class Words:
    """Adds ``<name>_fr``, ``<name>_nl``… to a model, and ``<name>`` that reads one.

    ``record.name`` is the text in the reader's language, or the French text where
    that one is still missing.
    """

    def __init__(self, field_class, verbose_name, **options):
        self.field_class = field_class
        self.verbose_name = verbose_name
        self.options = options

    def contribute_to_class(self, model, name):
        for code, _label in settings.LANGUAGES:
            label = format_lazy("{} ({})", self.verbose_name, code)
            field = self.field_class(label, **self._options_of(code))
            model.add_to_class(f"{name}_{code}", field)
        setattr(model, name, property(lambda record: read(record, name)))

    def _options_of(self, code):
        if code == settings.LANGUAGE_CODE:
            return self.options
        return {**self.options, "blank": True}


def read(record, name):
    language = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    return getattr(record, f"{name}_{language}", "") or getattr(
        record, f"{name}_{settings.LANGUAGE_CODE}"
    )


def columns(name):
    """The columns behind ``name``, French first, e.g. for the panels of a form."""
    return [f"{name}_{code}" for code, _label in settings.LANGUAGES]
