"""What the address of an engine means to Django.

No message repeats an address: it may hold a password.
"""

from importlib.util import find_spec
from urllib.parse import parse_qs, unquote, urlsplit

import dj_database_url
from environs import ValidationError

from portal.settings import opensearch_client

SQLITE_SHAPE = "sqlite:////folder/file.sqlite3"
POSTGRESQL_SHAPE = "postgres://user:password@host:5432/name"
REDIS_SHAPE = "redis://:password@host:6379/0"
S3_SHAPE = "s3://key:secret@host/bucket"
OPENSEARCH_SHAPE = "opensearch+https://user:password@host:9200"
SMTP_SHAPE = "smtp://user:password@host:587"


def sqlite(path):
    return {
        "ENGINE": "portal.core.sqlite",
        "NAME": path,
        # Each thread keeps its file open: opening and closing it costs 2 ms a request.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # Else two people who write at once are told the database is locked.
            "transaction_mode": "IMMEDIATE",
            # Longer than the longest file of services takes to write (decision 38).
            "timeout": 60,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


def database(address):
    parts = split(address, f"{SQLITE_SHAPE} or {POSTGRESQL_SHAPE}")
    if parts.scheme == "sqlite":
        return _sqlite_at(parts)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ValidationError(f"must look like {SQLITE_SHAPE} or {POSTGRESQL_SHAPE}.")
    _need("psycopg")
    config = dj_database_url.parse(address)
    pool = {"min_size": 1, "max_size": 8, "timeout": 20}
    return {**config, "OPTIONS": {**config.get("OPTIONS", {}), "pool": pool}}


def _sqlite_at(parts):
    path = unquote(parts.path)
    if not path.startswith("//"):
        raise ValidationError(f"must give the whole path, as in {SQLITE_SHAPE}.")
    return sqlite(path[1:])


def cache(address):
    _demand(split(address, REDIS_SHAPE), {"redis", "rediss"}, REDIS_SHAPE)
    _need("redis")
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": address,
    }


def storage(address):
    parts = split(address, S3_SHAPE)
    _demand(parts, {"s3", "s3+http"}, S3_SHAPE)
    bucket = parts.path.strip("/")
    if not bucket:
        raise ValidationError(f"names no bucket: it must look like {S3_SHAPE}.")
    _need("storages")
    scheme = "http" if parts.scheme == "s3+http" else "https"
    return {
        "BACKEND": "portal.core.bucket.Bucket",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": f"{scheme}://{parts.netloc.rpartition('@')[2]}",
            "region_name": _query(parts, "region"),
            "access_key": unquote(parts.username or "") or None,
            "secret_key": unquote(parts.password or "") or None,
            "file_overwrite": False,
        },
    }


def search(address):
    parts = split(address, OPENSEARCH_SHAPE)
    _demand(parts, {"opensearch+https", "opensearch+http"}, OPENSEARCH_SHAPE)
    _need("opensearchpy")
    opensearch_client.let_in()
    url = parts._replace(scheme=parts.scheme.removeprefix("opensearch+"), path="")
    return {
        "BACKEND": "wagtail.search.backends.opensearch3",
        "URLS": [url.geturl()],
        "INDEX_PREFIX": f"{parts.path.strip('/') or 'portal'}_",
    }


def mail(address):
    """The settings of Django that say how mail leaves."""
    parts = split(address, SMTP_SHAPE)
    _demand(parts, {"smtp", "smtps"}, SMTP_SHAPE)
    sender = _query(parts, "from")
    implicit = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if implicit else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": implicit,
        # Port 587 is for submission, which never goes on in clear.
        "EMAIL_USE_TLS": not implicit and parts.port == 587,
        "EMAIL_TIMEOUT": 20,
        **({"DEFAULT_FROM_EMAIL": sender, "SERVER_EMAIL": sender} if sender else {}),
    }


def split(address, shape):
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        raise ValidationError(f"must look like {shape}.") from None
    return parts


def _demand(parts, schemes, shape):
    if parts.scheme not in schemes or not parts.hostname:
        raise ValidationError(f"must look like {shape}.")


def _need(package):
    if find_spec(package) is None:
        raise ValidationError(
            "needs packages that are not installed: requirements/optional.txt "
            "(make run installs them)."
        )


def _query(parts, name):
    return parse_qs(parts.query).get(name, [None])[0]
