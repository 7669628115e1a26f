"""Text that any program can be sent, whatever was typed or pasted."""

import re

LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Neither calendars (RFC 5545, 3.1) nor XML (1.0, 2.2) may hold them.
UNSPEAKABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text):
    """``text`` with one sign at the end of its lines, and no sign that is none."""
    return UNSPEAKABLE.sub("", LINE_END.sub("\n", str(text)))
