"""The axes of the directory, their terms, and the languages people are received in."""

from home.content import reading
from home.content.typography import typeset
from services.models import Language, Need, Taxonomy, Term


def load():
    for order, axis in enumerate(reading.terms("taxonomies"), start=1):
        taxonomy, _created = Taxonomy.objects.get_or_create(
            code=axis["code"],
            defaults={"sort_order": order, **words("name", axis["name"])},
        )
        for rank, term in enumerate(axis["terms"], start=1):
            _term(taxonomy, rank, term)
    for rank, language in enumerate(reading.terms("languages"), start=1):
        Language.objects.get_or_create(
            code=language["code"],
            defaults={"sort_order": rank, **words("name", language["name"])},
        )


def _term(taxonomy, rank, said):
    term, is_new = Term.objects.get_or_create(
        code=said["code"],
        defaults={
            "taxonomy": taxonomy,
            "group": said.get("group", ""),
            "sort_order": rank,
            **words("name", said["name"]),
            **words("description", said.get("description", {})),
            **synonyms(said),
        },
    )
    if is_new:
        term.needs.set(Need.objects.filter(code__in=said.get("needs", [])))


def words(name, by_language):
    return typeset({f"{name}_{code}": text for code, text in by_language.items()})


def synonyms(said):
    """As the record keeps them: one text, with commas between."""
    lists = said.get("synonyms", {})
    return words("synonyms", {code: ", ".join(some) for code, some in lists.items()})
