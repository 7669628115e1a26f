"""`make dev`: the reloading server, for work on the code."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import BASE_DIR
from portal.settings.engines import sqlite

DEBUG = True
SECRET_KEY = "only for work on the code"
ALLOWED_HOSTS = ["*"]
SITE_URL = WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
VAR_DIR = BASE_DIR / "var"
VAR_DIR.mkdir(exist_ok=True)
MEDIA_ROOT = VAR_DIR / "media"
STATIC_ROOT = VAR_DIR / "static"
DATABASES = {"default": sqlite(VAR_DIR / "portal.sqlite3")}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
