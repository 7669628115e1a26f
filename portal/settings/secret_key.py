"""The secret of a portal that was given none: made once, kept in VAR_DIR."""

import os
import secrets


def kept_in(var_dir):
    """The key kept in ``var_dir``: made on the first call, for its owner only."""
    path = var_dir / "secret-key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text()
