"""The words by which files name terms and areas, and the codes they stand for."""

from django.conf import settings

from portal.core.analysis import fold
from portal.core.models import Bassin, Commune
from services.columns import CODES

# As the portal's own exports and others write them.
REGION = {
    "region bruxelloise",
    "region de bruxelles capitale",
    "region bruxelloise 19 communes",
    "brussels hoofdstedelijk gewest",
    "brussels capital region",
    "region de bruselas capital",
}
COUNTRY = {"belgique", "belgie", "belgium", "belgica", "be"}
TERMS = ("needs", "service_types", "publics", "conditions", "modes", "themes")


class Vocabulary:
    """Read once for a whole file."""

    def __init__(self):
        self.axis_of = {
            code: axis
            for axis in TERMS
            for code in CODES[axis].records().values_list("code", flat=True)
        }
        self.areas = dict.fromkeys(REGION, ("serves_region", True))
        self.areas |= dict.fromkeys(COUNTRY, ("serves_country", True))
        for bassin in Bassin.objects.all():
            self._learn(bassin, "bassins", bassin.code)
        for commune in Commune.objects.all():
            self._learn(commune, "communes", commune.postcode)

    def area(self, name):
        """Where the name of an area goes: a field, and its value or code."""
        return self.areas.get(fold(name))

    def _learn(self, record, field, code):
        names = [
            getattr(record, f"name_{language}") for language, _ in settings.LANGUAGES
        ]
        for name in [*names, code]:
            if name:
                self.areas[fold(name)] = field, code
