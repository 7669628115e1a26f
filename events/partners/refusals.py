"""Why what a partner sends is not taken; the words are for the editor."""


class RefusedCalendarError(Exception):
    """The whole of it is not taken, and nothing was stored."""

    def __init__(self, message):
        super().__init__(str(message))
        self.message = message


class UnreadableEntryError(Exception):
    """One entry is left out; the others are read."""

    def __init__(self, message):
        super().__init__(str(message))
        self.message = message
