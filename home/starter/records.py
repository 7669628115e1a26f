"""Languages, themes, bassins, communes, needs, concertations, axes of the directory."""

from django.conf import settings
from django.utils.text import slugify
from wagtail.models import Locale

from events.models import Concertation
from home.content import reading
from home.content.network import CONCERTATIONS, HOME_BASSIN
from home.content.typography import typeset
from home.starter import directory, type_profiles
from portal.core.models import Bassin, Commune, Theme
from services.models import Need


def load():
    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    _themes()
    _needs()
    _communes()
    _concertations()
    directory.load()
    type_profiles.load()


def _themes():
    for order, theme in enumerate([*CONCERTATIONS, *reading.terms("themes")], start=1):
        _once(
            Theme,
            code=theme["code"],
            colour=theme.get("colour", Theme.Colour.ETANG),
            sort_order=order,
            **_words("name", theme["name"]),
        )


def _needs():
    for order, need in enumerate(reading.terms("needs"), start=1):
        _once(
            Need,
            code=need["code"],
            sort_order=order,
            **_words("name", need["name"]),
            **_words("short_name", need["short_name"]),
            **directory.synonyms(need),
        )


def _communes():
    for row in reading.communes():
        Commune.objects.get_or_create(
            postcode=row["postcode"],
            defaults={
                "slug": slugify(row["fr"]),
                "name_fr": row["fr"],
                "name_nl": row["nl"],
                "bassin": _bassin(row),
                "is_commune": row["is_commune"] == "1",
                "note": typeset(row["note"]),
            },
        )


def _bassin(row):
    """The bassin of a commune; a commune shared between bassins has none."""
    if not row["bassin"]:
        return None
    names = {"name_fr": row["bassin"], "name_nl": row["zorgzone"]}
    return _once(Bassin, code=slugify(row["bassin"]), **names)


def _concertations():
    bassin = Bassin.objects.get(code=HOME_BASSIN)
    for theme in CONCERTATIONS:
        theme = Theme.objects.get(code=theme["code"])
        Concertation.objects.get_or_create(theme=theme, bassin=bassin)


def _once(model, *, code, **facts):
    record, _created = model.objects.get_or_create(code=code, defaults=facts)
    return record


def _words(name, by_language):
    return typeset({f"{name}_{code}": text for code, text in by_language.items()})
