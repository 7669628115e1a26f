"""An address as a QR code (ISO/IEC 18004) that a page draws without asking anybody."""

from dataclasses import dataclass
from functools import cached_property

import segno

QUIET = 4  # modules left blank on each side, as readers need


@dataclass(frozen=True)
class QrCode:
    """The code of ``text``, drawn in a square of ``side`` units of SVG."""

    text: str

    @cached_property
    def _rows(self):
        return segno.make_qr(self.text, error="m").matrix

    @property
    def side(self):
        return len(self._rows) + 2 * QUIET

    @property
    def path(self):
        """What is dark, as the « d » of an SVG path."""
        return "".join(
            f"M{column + QUIET} {row + QUIET}h1v1h-1z"
            for row, modules in enumerate(self._rows)
            for column, is_dark in enumerate(modules)
            if is_dark
        )
