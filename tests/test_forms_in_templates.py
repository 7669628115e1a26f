"""A form that is posted by somebody signed in carries its token wherever it stands."""

import re
from collections import defaultdict
from pathlib import Path

TEMPLATES = Path(__file__).parents[1] / "templates"
INCLUDE = re.compile(r'\{%\s*include\s+"([^"]+)"([^%]*)%\}')


def test_no_template_keeps_the_token_from_a_form_it_includes():
    texts = {
        str(path.relative_to(TEMPLATES)): path.read_text()
        for path in TEMPLATES.rglob("*.html")
    }
    includers = defaultdict(list)
    for name, text in texts.items():
        for included, words in INCLUDE.findall(text):
            includers[included].append((name, words))

    kept_from = {
        f"{form} in {name}"
        for form, text in texts.items()
        if "csrf_token" in text
        for name, words in _above(form, includers)
        if " only" in words and "csrf_token=" not in words
    }

    assert kept_from == set()


def _above(form, includers, seen=frozenset()):
    """Those that include ``form``, or include what does."""
    for name, words in includers[form]:
        if name not in seen:
            yield name, words
            yield from _above(name, includers, seen | {name})
