"""Papers as PDF, drawn by typst from a template and facts.

Each is accessible (PDF/UA-1) and made to be kept (PDF/A-2a); typst refuses to draw what
does not conform. Facts reach the template as data, so that markup in somebody's name is
printed and never obeyed. Only the fonts beside this module and those inside typst are
used; nothing of the machine, nothing from the network.
"""

import json
import unicodedata
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path

import typst

FONTS = Path(__file__).parent / "fonts"
# Templates name the files they import from here.
ROOT = Path(__file__).parents[2]
STANDARDS = ["ua-1", "a-2a"]
# Stands for a sign that none of the fonts has.
UNKNOWN = "□"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ONE_SIGN = b"#set document(title: [x])\n#sys.inputs.facts"


def drawn(template, facts, *, now):
    """The bytes of a PDF: ``template`` (the path of a .typ file) filled with ``facts``.

    The template reads them by ``json(bytes(sys.inputs.facts))``; it may import what all
    papers share, ``/portal/core/papers/house.typ``. It names a title and a language.
    Raises ``typst.TypstError`` when the template itself is wrong.
    """
    data = json.dumps(_clean(facts), ensure_ascii=False)
    try:
        return _compile(template, data, now)
    except typst.TypstError:
        return _compile(template, "".join(map(_legible, data)), now)


def _compile(template, data, now):
    compiler = typst.Compiler(
        template,
        root=FONTS if isinstance(template, bytes) else ROOT,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"facts": data},
    )
    return compiler.compile(
        format="pdf", pdf_standards=STANDARDS, timestamp=int(now.timestamp())
    )


@lru_cache(maxsize=4096)
def _legible(sign):
    """The sign, or what stands for it where no font has it; typst is who knows."""
    if sign.isascii():
        return sign
    if unicodedata.category(sign).startswith("M"):
        # One font must have both the mark and the letter under it.
        return ""
    try:
        _compile(ONE_SIGN, sign, EPOCH)
    except typst.TypstError:
        return UNKNOWN
    return sign


@cache
def _fonts():
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


def _clean(value):
    """The same facts without control characters, marks of direction and the like."""
    if isinstance(value, dict):
        return {key: _clean(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(part) for part in value]
    if isinstance(value, str):
        text = unicodedata.normalize("NFC", " ".join(value.splitlines()))
        return "".join(sign for sign in text if unicodedata.category(sign)[0] != "C")
    return value
