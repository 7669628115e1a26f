"""Catalogues are compiled without gettext, and only when they changed."""

import gettext
import os

import pytest

from portal.core import catalogues

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def write(tmp_path):
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)

    def write_catalogue(text):
        source = folder / "django.po"
        source.write_text(HEAD + text, encoding="utf-8")
        return source

    return write_catalogue


def test_a_compiled_catalogue_says_what_was_written(write, tmp_path):
    write('msgctxt "place"\nmsgid "Home"\nmsgstr "Accueil"\n')

    (made,) = catalogues.compile_stale([tmp_path])

    with made.open("rb") as file:
        assert gettext.GNUTranslations(file).pgettext("place", "Home") == "Accueil"


def test_a_doubtful_translation_is_left_out(write, tmp_path):
    write('#, fuzzy\nmsgid "Home"\nmsgstr "Maison"\n')

    (made,) = catalogues.compile_stale([tmp_path])

    with made.open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Home") == "Home"


def test_a_catalogue_that_did_not_change_is_left_alone(write, tmp_path):
    write('msgid "Home"\nmsgstr "Accueil"\n')
    catalogues.compile_stale([tmp_path])

    assert catalogues.compile_stale([tmp_path]) == []


def test_a_catalogue_that_changed_is_compiled_again(write, tmp_path):
    source = write('msgid "Home"\nmsgstr "Accueil"\n')
    (made,) = catalogues.compile_stale([tmp_path])
    os.utime(made, (0, 0))

    assert catalogues.compile_stale([tmp_path]) == [made]
    assert sorted(source.parent.iterdir()) == sorted([source, made])
