"""`make run` and real servers: what the environment says, with debug off."""

from urllib.parse import urlsplit

from portal.settings import environment, secret_key
from portal.settings.base import *  # noqa: F403
from portal.settings.base import BASE_DIR, FIRST_CONTENT, WAGTAILSEARCH_BACKENDS
from portal.settings.engines import sqlite

try:
    said = environment.read(BASE_DIR)
except environment.InvalidEnvironmentError as error:
    # Whoever starts a server reads this: a traceback would hide it.
    raise SystemExit(str(error)) from None

DEBUG = False
VAR_DIR = said.var_dir
BIND = f"{environment.in_address(said.host)}:{said.port}"
WEB_WORKERS = said.web_workers
SITE_URL = WAGTAILADMIN_BASE_URL = said.origin
ALLOWED_HOSTS = said.hosts
SECRET_KEY = said.secret_key or secret_key.kept_in(VAR_DIR)
AXES_ENABLED = RATE_LIMITS = said.rate_limits
DEMO_PASSWORD = said.demo_password
MAP_TILES_URL = said.map_tiles or ""
if said.tls and not DEMO_PASSWORD:
    # A real site begins without demonstration, and without accounts nobody chose.
    FIRST_CONTENT = ["load_starter"]

DATABASES = {"default": said.database or sqlite(VAR_DIR / "portal.sqlite3")}
# The database as cache is shared by every worker, with nothing to install.
DATABASE_CACHE = {
    "BACKEND": "django.core.cache.backends.db.DatabaseCache",
    "LOCATION": "cache",
    # Counts of attempts and receipts of forms are kept beside pages.
    "OPTIONS": {"MAX_ENTRIES": 20_000},
}
PAGES_IN_MEMORY = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "pages",
    "OPTIONS": {"MAX_ENTRIES": 200},
}
CACHES = {"default": said.cache or DATABASE_CACHE, "pages": PAGES_IN_MEMORY}
KEPT_BYTES = 64 * 1024 * 1024
MEDIA_ROOT = VAR_DIR / "media"
STATIC_ROOT = VAR_DIR / "static"
FILES = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
STORAGES = {
    "default": said.storage or FILES,
    "staticfiles": {"BACKEND": "portal.core.static_files.HashedAndCompressed"},
}
WAGTAILSEARCH_BACKENDS = {"default": said.search or WAGTAILSEARCH_BACKENDS["default"]}

DEFAULT_FROM_EMAIL = SERVER_EMAIL = f"portail@{urlsplit(SITE_URL).hostname}"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
globals().update(said.mail or {})

if said.tls:
    # A proxy in front speaks HTTPS, removes these headers from what comes in, and
    # writes its own. Without one, any visitor could write them.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    BEHIND_PROXY = True
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    LANGUAGE_COOKIE_SECURE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "filters": {"one_line": {"()": "portal.core.log_lines.WithoutTraceback"}},
    "handlers": {
        # On standard error, for whatever keeps the logs of the machine.
        "console": {"class": "logging.StreamHandler", "formatter": "plain"}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.security.DisallowedHost": {"filters": ["one_line"]},
        # Addresses that were not found may hold a personal link, and refused
        # sign-ins name a person: neither belongs in a log.
        "django.request": {"level": "ERROR"},
        "axes": {"level": "ERROR"},
        # Django answers HEAD as GET; that the server drops the body is no news.
        "gunicorn.http.wsgi": {"level": "ERROR"},
    },
}
