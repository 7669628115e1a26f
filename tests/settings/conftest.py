from pathlib import Path

import pytest

from portal.settings import environment

STRONG_KEY = "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLM"
VARIABLES = [
    "VAR_DIR",
    "HOST",
    "PORT",
    "WEB_WORKERS",
    "SITE_URL",
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "CACHE_URL",
    "STORAGE_URL",
    "SEARCH_URL",
    "EMAIL_URL",
    "SECRET_KEY",
    "TLS",
    "RATE_LIMITS",
    "DEMO_PASSWORD",
    "MAP_TILES_URL",
]


@pytest.fixture
def said(monkeypatch, tmp_path):
    """Set these variables and no other of ours; VAR_DIR is a folder of the test."""

    def say(**variables):
        for name in VARIABLES:
            monkeypatch.delenv(name, raising=False)
        for name, value in {"VAR_DIR": str(tmp_path / "var"), **variables}.items():
            monkeypatch.setenv(name, value)

    return say


@pytest.fixture
def read(said):
    """What the portal understands of these variables."""

    def read_variables(**variables):
        said(**variables)
        return environment.read(Path("/nowhere"))

    return read_variables


@pytest.fixture
def refused(read):
    """What it answers to variables that it refuses."""

    def refuse(**variables):
        with pytest.raises(environment.InvalidEnvironmentError) as answer:
            read(**variables)
        return str(answer.value)

    return refuse
