"""Readers get small files quickly, and the first start does not wait for editors'."""

import os

import pytest
from django.contrib.staticfiles import finders

from portal.core import static_files

STYLES = "a { color: red }\n" * 200


@pytest.fixture
def serve_from(settings, tmp_path):
    """Serve the files of a folder of the test, and no other."""
    settings.STATICFILES_DIRS = [tmp_path]
    settings.STATICFILES_FINDERS = [
        "django.contrib.staticfiles.finders.FileSystemFinder"
    ]
    finders.get_finder.cache_clear()
    yield tmp_path
    finders.get_finder.cache_clear()


@pytest.mark.parametrize(
    ("folder", "made"), [("portal", {".br", ".gz"}), ("wagtailadmin", {".gz"})]
)
def test_what_readers_load_is_compressed_best(tmp_path, folder, made):
    path = tmp_path / folder / "styles.css"
    path.parent.mkdir()
    path.write_text(STYLES)
    storage = static_files.HashedAndCompressed(location=tmp_path)

    written = storage.create_compressor(quiet=True).compress(str(path))

    assert {os.path.splitext(name)[1] for name in written} == made


def test_a_file_that_changed_changes_the_fingerprint(serve_from):
    path = serve_from / "styles.css"
    path.write_text(STYLES)
    os.utime(path, (1_000, 1_000))
    before = static_files.fingerprint()

    assert static_files.fingerprint() == before
    path.write_text(STYLES.replace("red", "tan"))
    assert static_files.fingerprint() != before
