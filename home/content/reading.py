"""The data files and the longer texts that come with the portal."""

import csv
import json
from pathlib import Path

HERE = Path(__file__).parent


def communes():
    """The communes of Brussels, and the parts of one that have their own postcode."""
    with (HERE / "data" / "communes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def glossary():
    """The vocabulary of the field: terms, acronyms and synonyms in four languages."""
    with (HERE / "data" / "glossary.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def terms(name):
    """The terms of one axis of the taxonomy, in their order."""
    return json.loads((HERE / "data" / f"{name}.json").read_text(encoding="utf-8"))


def text(name):
    """The rich text of a plain page."""
    return (HERE / "texts" / f"{name}.html").read_text(encoding="utf-8").strip()
