from dataclasses import dataclass, field

from events.lines import Line


@dataclass
class Dates:
    """The public sessions of a training; what was called off is in neither list."""

    # The next one first.
    coming: list[Line] = field(default_factory=list)
    # The latest first.
    past: list[Line] = field(default_factory=list)
