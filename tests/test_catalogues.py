"""The French catalogue says everything the code says, and nothing more."""

import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[1]
WORDY = ["portal", "home", "services", "events", "trainings", "search", "templates"]
FRENCH = Path("locale") / "fr" / "LC_MESSAGES" / "django.po"

needs_gettext = pytest.mark.skipif(
    not shutil.which("xgettext"), reason="xgettext (Debian's gettext) is not installed"
)


def messages_of(catalogue):
    return {(entry.msgctxt, entry.msgid) for entry in catalogue if not entry.obsolete}


@pytest.fixture(scope="module")
def gathered(tmp_path_factory):
    """The catalogue as the sources of today would make it."""
    copy = tmp_path_factory.mktemp("sources")
    for name in WORDY:
        shutil.copytree(ROOT / name, copy / name)
    (copy / FRENCH).parent.mkdir(parents=True)
    shutil.copy(ROOT / "manage.py", copy)
    command = [sys.executable, "manage.py", "makemessages", "-l", "fr", "--no-location"]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)
    return polib.pofile(str(copy / FRENCH))


@needs_gettext
def test_the_french_catalogue_is_in_step_with_the_sources(gathered):
    kept = messages_of(polib.pofile(str(ROOT / FRENCH)))

    assert messages_of(gathered) == kept


def test_no_french_message_is_missing_or_doubtful():
    catalogue = polib.pofile(str(ROOT / FRENCH))

    assert not [entry.msgid for entry in catalogue.untranslated_entries()]
    assert not [entry.msgid for entry in catalogue.fuzzy_entries()]
    assert not [entry.msgid for entry in catalogue.obsolete_entries()]


@pytest.mark.parametrize("sign", [":", ";", "?", "!", "»"])
def test_french_signs_follow_a_no_break_space(sign):
    catalogue = polib.pofile(str(ROOT / FRENCH))
    texts = [text for e in catalogue for text in (e.msgstr, *e.msgstr_plural.values())]

    assert not [text for text in texts if f" {sign}" in text]
