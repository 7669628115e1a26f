"""Message catalogues, compiled without the tools of gettext."""

import os
from pathlib import Path

import polib


def compile_stale(folders):
    """Compile each catalogue that is newer than what was made of it; those made."""
    return [
        _compile(source)
        for folder in folders
        for source in sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))
        if _is_stale(source)
    ]


def _is_stale(source):
    made = source.with_suffix(".mo")
    return not made.exists() or made.stat().st_mtime <= source.stat().st_mtime


def _compile(source):
    made = source.with_suffix(".mo")
    # A server that runs must never read half a catalogue.
    unfinished = made.with_suffix(f".mo-{os.getpid()}")
    polib.pofile(source).save_as_mofile(unfinished)
    unfinished.replace(made)
    return made
