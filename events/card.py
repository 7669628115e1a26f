"""The picture of a meeting: what, when and where, for networks and letters.

1200 by 630 pixels, as social networks crop nothing of; in the fonts and the colours of
the portal.
"""

import re
from functools import cache
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.utils.text import capfirst
from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
MARGIN = 80
WIDTH = SIZE[0] - 2 * MARGIN
# Deep étang, iris and their inks, as in tokens.css.
GROUND, INK, PALE = "#0B3B39", "#F3F8F2", "#BCD5CD"
MARK, ON_MARK = "#F7C646", "#12302D"
FONTS = Path(settings.BASE_DIR) / "portal" / "static" / "portal" / "fonts"
FONT = FONTS / "atkinson-hyperlegible-next-latin.woff2"
# Sizes a title may have, the largest that fits first.
TITLE_SIZES = (72, 60, 50, 42)
TITLE_HEIGHT = 250
LEADING = 1.18
CUT = "…"
# Not the blank of French before a colon, which stays on its line.
BLANKS = re.compile(r"[^\S\u00a0]+")


def words(line):
    """What the picture says, for those who do not see it."""
    parts = [line.meeting.news, line.title, line.when_words, line.place]
    return ", ".join(part for part in parts if part)


def png(line, *, network):
    """The picture of ``line`` as bytes, signed with the name of ``network``."""
    image = Image.new("RGB", SIZE, GROUND)
    draw = ImageDraw.Draw(image)
    _leaf(draw, line.meeting)
    draw.text((280, 92), _fitting(line.kicker, 30, 840), PALE, font(30, 500))
    if line.meeting.has_news:
        draw.text((280, 146), line.meeting.news, MARK, font(38, 700))
    size, title = title_lines(line.title)
    draw.multiline_text(
        (MARGIN, 250), title, INK, font(size, 750), spacing=size * (LEADING - 1)
    )
    _foot(draw, line, network)
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _foot(draw, line, network):
    when = capfirst(line.when_words)
    draw.text((MARGIN, 494), _fitting(when, 34, WIDTH), MARK, font(34, 700))
    draw.text((MARGIN, 546), _fitting(line.place, 30, WIDTH // 2), INK, font(30, 500))
    name = _fitting(network, 30, WIDTH // 2 - 40)
    draw.text((SIZE[0] - MARGIN, 546), name, PALE, font(30, 500), anchor="ra")


def _leaf(draw, meeting):
    """The date on a leaf: two sharp corners and two round ones."""
    box = (MARGIN, 70, MARGIN + 160, 70 + 150)
    draw.rounded_rectangle(box, 56, MARK, corners=(False, True, False, True))
    middle = MARGIN + 80
    if not meeting.knows_the_day:
        draw.text((middle, 145), meeting.short_month, ON_MARK, font(46, 750), "mm")
        return
    day = str(meeting.start_date.day)
    draw.text((middle, 124), day, ON_MARK, font(76, 800), anchor="mm")
    draw.text((middle, 184), meeting.short_month, ON_MARK, font(32, 700), anchor="mm")


def title_lines(text):
    """The size a title is set in, and its lines; the smallest one cuts what is left."""
    for size in TITLE_SIZES:
        rows = [_fitting(row, size, WIDTH, 750) for row in _rows(text, font(size, 750))]
        most = int(TITLE_HEIGHT // (size * LEADING))
        if len(rows) <= most:
            return size, "\n".join(rows)
    last = _fitting(f"{rows[most - 1]} {CUT}", size, WIDTH, 750)
    return size, "\n".join([*rows[: most - 1], last])


def _rows(text, face):
    rows = [""]
    for word in BLANKS.split(text.strip()):
        longer = f"{rows[-1]} {word}".strip()
        if face.getlength(longer) <= WIDTH or not rows[-1]:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def _fitting(text, size, width, weight=500):
    """``text``, or as much of its beginning as ``width`` pixels hold."""
    face, text = font(size, weight), BLANKS.sub(" ", text)
    if face.getlength(text) <= width:
        return text
    while text and face.getlength(text + CUT) > width:
        text = text[:-1].rstrip(f" {CUT}")
    return text + CUT


@cache
def font(size, weight):
    # The other layout engine fails on control characters, and shapes no Latin better.
    face = ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)
    face.set_variation_by_axes([weight])
    return face
