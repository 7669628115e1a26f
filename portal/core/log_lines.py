"""What the log says, so that it stays readable."""

import logging


class WithoutTraceback(logging.Filter):
    """For what is no fault of the code, e.g. a stranger's idea of our host name."""

    def filter(self, record):
        record.exc_info = None
        return True
