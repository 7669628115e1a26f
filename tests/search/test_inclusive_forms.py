"""Whoever looks for one of the words an inclusive form stands for finds it."""

import csv
from pathlib import Path

import pytest

from portal.core.searchable import Document, Wording
from search import keeping, merging, results

FORMS = Path(__file__).parent / "inclusive_forms.csv"


def forms():
    with FORMS.open(encoding="utf-8", newline="") as file:
        return {
            row["form"]: row["expansions_folded"].split(";")
            for row in csv.DictReader(file)
        }


@pytest.fixture
def published(offered, kept):
    """A document for each form, which stands in the middle of its title."""
    for form in forms():
        words = Wording("fr", f"Zone {form}, Bassin", f"/{form}/")
        offered[form] = Document(form, "page", [words])
    keeping.renew("tests", list(offered))
    merging.merge(1000)


def found(query):
    said = results.search(query, kind="page", wide=True, language="fr")
    assert not said.mended
    return {result.url for group in said.groups for result in group.results}


def test_each_form_is_found_by_each_of_its_expansions(published):
    wanted = [(form, one) for form, words in forms().items() for one in words]

    lost = [(form, one) for form, one in wanted if f"/{form}/" not in found(one)]

    assert len(wanted) > 140
    assert not lost


def test_each_form_is_found_by_itself_however_it_is_written(published):
    written = [(form, form.replace("·", sign)) for form in forms() for sign in "·."]

    lost = [(form, one) for form, one in written if f"/{form}/" not in found(one)]

    assert not lost
