"""The text of files, read by a process of its own: none of them can harm this one."""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile

from search.documents import extracting
from search.models import DocumentText

Outcome = DocumentText.Outcome
PROGRAM = Path(extracting.__file__)
# By the clock; the program counts its own seconds of work.
PATIENCE = 2 * extracting.SECONDS
LARGEST = 60 * 1024 * 1024  # bytes
BLOCK = 1024 * 1024


def read(document):
    """(outcome, text) of the file of ``document``."""
    if document.file_extension.lower() not in extracting.READERS:
        return Outcome.UNREAD, ""
    with TemporaryFile() as copy:
        try:
            size = _copy(document, copy)
        except Exception:
            return Outcome.MISSING, ""
        if size > LARGEST:
            return Outcome.TOO_MUCH, ""
        copy.seek(0)
        return _told(copy, document.file_extension.lower())


def _copy(document, copy):
    """How many bytes were copied; no more than one block too many."""
    size = 0
    with document.file.storage.open(document.file.name, "rb") as file:
        while size <= LARGEST and (block := file.read(BLOCK)):
            size += copy.write(block)
    return size


def _told(file, ending):
    try:
        answer = subprocess.run(  # noqa: S603 - our own program, an ending of our list
            [sys.executable, "-IB", PROGRAM, ending],
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=True,
        )
        told = json.loads(answer.stdout)
    except (subprocess.SubprocessError, ValueError):
        # Killed by a limit, or before it could say anything.
        return Outcome.TOO_MUCH, ""
    return Outcome(told["outcome"]), told["text"]
