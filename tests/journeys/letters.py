"""The mail a portal has sent, read from the folder it writes mail to."""

import email
import re
import time
from email import policy
from threading import Event

PATIENCE = 30  # seconds


def link_mailed_to(var_dir, address, path="inscriptions/"):
    """The link below ``path``, once the worker has sent it."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for file in sorted((var_dir / "mail").glob("*"), reverse=True):
            if link := _link_in(file.read_bytes(), address, path):
                return link
        Event().wait(0.3)
    raise AssertionError(f"No mail with a link came for {address}.")


def _link_in(written, address, path):
    # One connection writes all its messages to one file, a rule between two.
    for text in written.split(b"-" * 79 + b"\n"):
        message = email.message_from_bytes(text, policy=policy.default)
        if message["To"] == address:
            body = message.get_body(("plain",)).get_content()
            return re.search(rf"http\S+/{path}\S+", body).group()
    return ""
