"""The suite on PostgreSQL; where the server is, libpq's own variables say."""

from portal.settings.test import *  # noqa: F403

DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "portal"}}
