"""A class that neither a style sheet nor a script knows does nothing for readers."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
STATIC = ROOT / "portal/static/portal"
TEMPLATE_CODE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
CLASSES = re.compile(r'class="([^"]*)"')
UNWRITTEN = "…"
# Wagtail's own style sheet has it.
KNOWN_ELSEWHERE = {"login-logo"}


def test_every_class_of_a_public_template_is_known_to_a_style_sheet_or_a_script():
    files = [*STATIC.rglob("*.css"), *STATIC.rglob("*.js")]
    known = set(re.findall(r"[\w-]+", "\n".join(path.read_text() for path in files)))

    unknown = {
        f"{name} in {path.relative_to(ROOT)}"
        for path in (ROOT / "templates").rglob("*.html")
        if "admin" not in path.parts
        for name in _classes(path) - known - KNOWN_ELSEWHERE
    }

    assert unknown == set()


def _classes(path):
    """Those written out; what a variable completes is not judged."""
    text = TEMPLATE_CODE.sub(UNWRITTEN, path.read_text())
    names = {name for value in CLASSES.findall(text) for name in value.split()}
    return {name for name in names if UNWRITTEN not in name}
