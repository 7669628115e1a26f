"""The suite on SQLite, in memory."""

import tempfile
from pathlib import Path

from portal.settings.base import *  # noqa: F403
from portal.settings.engines import sqlite

DEBUG = False
SECRET_KEY = "only for tests"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
SITE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
VAR_DIR = Path(tempfile.mkdtemp(prefix="portal-tests-"))
MEDIA_ROOT = VAR_DIR / "media"
STATIC_ROOT = VAR_DIR / "static"
STATIC_ROOT.mkdir()
# Nobody waits for another in memory, so SQLite needs no queue there.
DATABASES = {"default": {**sqlite(":memory:"), "ENGINE": "django.db.backends.sqlite3"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# A weak hash is quick; nothing here is a secret.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AXES_ENABLED = RATE_LIMITS = False
