"""Each engine is named by an address, and behaves as the rest of the house expects."""

import subprocess
import sys
from pathlib import Path

import pytest
from environs import ValidationError

from portal.settings import engines

ROOT = Path(__file__).parents[2]


def test_sqlite_lets_writers_wait_for_each_other():
    config = engines.database("sqlite:////srv/portal/portal.sqlite3")

    assert config["NAME"] == "/srv/portal/portal.sqlite3"
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "WAL" in config["OPTIONS"]["init_command"]


def test_postgresql_keeps_a_pool_and_what_the_address_asks():
    config = engines.database(
        "postgres://me:p%40ss@db.example:5433/portal?sslmode=require"
    )

    assert config["ENGINE"] == "django.db.backends.postgresql"
    assert (config["HOST"], config["PORT"]) == ("db.example", 5433)
    assert (config["USER"], config["PASSWORD"]) == ("me", "p@ss")
    assert config["OPTIONS"]["sslmode"] == "require"
    assert config["OPTIONS"]["pool"]["max_size"] >= 4, "one connection per thread"
    assert config["CONN_MAX_AGE"] == 0, "a pool refuses connections that persist"


def test_postgresql_on_the_same_machine_needs_no_host():
    assert engines.database("postgres:///portal")["NAME"] == "portal"


def test_redis_is_djangos_own_cache():
    config = engines.cache("rediss://:hush@cache.example:6380/2")

    assert config["BACKEND"] == "django.core.cache.backends.redis.RedisCache"
    assert config["LOCATION"] == "rediss://:hush@cache.example:6380/2"


def test_a_bucket_never_replaces_a_file_by_another_of_the_same_name():
    options = engines.storage("s3://key:se%2Fcret@s3.example/files?region=bru")[
        "OPTIONS"
    ]

    assert options["file_overwrite"] is False
    assert options["endpoint_url"] == "https://s3.example"
    assert options["bucket_name"] == "files"
    assert (options["access_key"], options["secret_key"]) == ("key", "se/cret")
    assert options["region_name"] == "bru"


def test_opensearch_keeps_its_indices_under_a_name_of_their_own():
    config = engines.search("opensearch+https://me:hush@search.example:9200/bassin")

    assert config["URLS"] == ["https://me:hush@search.example:9200"]
    assert config["INDEX_PREFIX"] == "bassin_"
    assert engines.search("opensearch+https://search.example")["INDEX_PREFIX"]


def test_the_client_of_opensearch_is_not_given_our_room_of_events():
    """In a process of its own, where nothing is imported yet."""
    program = (
        "from portal.settings import engines\n"
        "engines.search('opensearch+https://search.example')\n"
        "import events, opensearchpy.metrics\n"
        "print(events.__file__)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert answer.stdout.strip() == str(ROOT / "events" / "__init__.py")


@pytest.mark.parametrize(
    ("address", "port", "starts_tls", "is_tls"),
    [
        ("smtp://mail.example", 25, False, False),
        ("smtp://me:hush@mail.example:587", 587, True, False),
        ("smtps://me:hush@mail.example", 465, False, True),
    ],
)
def test_a_password_for_mail_travels_encrypted(address, port, starts_tls, is_tls):
    config = engines.mail(address)

    assert config["EMAIL_PORT"] == port
    assert config["EMAIL_USE_TLS"] is starts_tls
    assert config["EMAIL_USE_SSL"] is is_tls


def test_the_sender_of_mail_can_be_named():
    config = engines.mail("smtp://mail.example?from=agenda@portal.example")

    assert config["DEFAULT_FROM_EMAIL"] == "agenda@portal.example"


@pytest.mark.parametrize(
    ("engine", "address"),
    [
        (engines.database, "sqlite:///relative.sqlite3"),
        (engines.database, "mysql://host/name"),
        (engines.database, "postgres://host"),
        (engines.database, "postgres://host:port/name"),
        (engines.cache, "memcached://host"),
        (engines.storage, "s3://bucket"),
        (engines.storage, "s3:///bucket"),
        (engines.search, "https://host"),
        (engines.mail, "smtp:"),
        (engines.mail, "file:///tmp"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(engine, address):
    with pytest.raises(ValidationError):
        engine(address)


@pytest.mark.parametrize(
    ("engine", "address"),
    [
        (engines.database, "postgres://host/name"),
        (engines.cache, "redis://host"),
        (engines.storage, "s3://host/bucket"),
        (engines.search, "opensearch+https://host"),
    ],
)
def test_an_engine_without_its_packages_says_what_to_install(
    monkeypatch, engine, address
):
    monkeypatch.setattr(engines, "find_spec", lambda package: None)

    with pytest.raises(ValidationError, match=r"requirements/optional\.txt"):
        engine(address)
