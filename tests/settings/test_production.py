"""What the settings of a real server promise."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from tests.settings.conftest import STRONG_KEY

ROOT = Path(__file__).parents[2]
HTTPS = {"TLS": "on", "SECRET_KEY": STRONG_KEY, "SITE_URL": "https://portal.example"}
NEEDS_HTTPS = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT")


@pytest.fixture
def settings_of(said):
    """The settings that these variables give."""

    def run_settings(**variables):
        said(**variables)
        return runpy.run_module("portal.settings.production")

    return run_settings


@pytest.fixture
def manage(said):
    """Call ``manage.py`` as whoever keeps a server does."""

    def call(*words, **variables):
        said(**variables)
        environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "portal.settings.production"}
        return subprocess.run(
            [sys.executable, "manage.py", *words],
            env=environ,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )

    return call


def test_debug_is_always_off(settings_of):
    assert settings_of()["DEBUG"] is False


def test_what_is_written_stays_in_one_folder(settings_of):
    settings = settings_of()
    places = [
        settings["DATABASES"]["default"]["NAME"],
        settings["MEDIA_ROOT"],
        settings["STATIC_ROOT"],
        settings["EMAIL_FILE_PATH"],
    ]

    assert {place.parent for place in places} == {settings["VAR_DIR"]}


def test_a_proxy_is_believed_with_https_only(settings_of):
    plain = settings_of()
    assert plain["BEHIND_PROXY"] is False
    assert "SECURE_PROXY_SSL_HEADER" not in plain

    behind = settings_of(**HTTPS)
    assert behind["BEHIND_PROXY"] is True
    assert behind["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.mark.parametrize("name", NEEDS_HTTPS)
def test_with_https_nothing_travels_in_clear(settings_of, name):
    assert settings_of(**HTTPS)[name] is True
    assert name not in settings_of()


def test_limits_of_attempts_can_be_off_for_load_tests(settings_of):
    assert settings_of()["AXES_ENABLED"] is True
    assert settings_of(RATE_LIMITS="off")["AXES_ENABLED"] is False


def test_a_real_site_begins_without_demonstration_unless_asked(settings_of):
    assert "load_demo" in settings_of()["FIRST_CONTENT"]
    assert settings_of(**HTTPS)["FIRST_CONTENT"] == ["load_starter"]
    asked = settings_of(**HTTPS, DEMO_PASSWORD="let me in, please")
    assert "load_demo" in asked["FIRST_CONTENT"]


def test_mail_goes_to_files_until_a_server_is_named(settings_of):
    assert "filebased" in settings_of()["EMAIL_BACKEND"]
    named = settings_of(EMAIL_URL="smtp://mail.example?from=a@portal.example")
    assert "smtp" in named["EMAIL_BACKEND"]
    assert named["DEFAULT_FROM_EMAIL"] == "a@portal.example"


def test_links_in_mails_and_in_pages_name_the_same_place(settings_of):
    settings = settings_of(SITE_URL="http://portal.example")

    assert settings["SITE_URL"] == "http://portal.example"
    assert settings["WAGTAILADMIN_BASE_URL"] == "http://portal.example"


def test_django_finds_nothing_to_say_before_deployment(manage):
    answer = manage("check", "--deploy", "--fail-level=DEBUG", **HTTPS)

    assert "no issues (0 silenced)" in answer.stdout
    assert answer.returncode == 0, answer.stderr


def test_wrong_variables_are_told_without_a_traceback(manage):
    answer = manage("serve", PORT="high", TLS="perhaps")

    assert answer.returncode == 1
    assert len(answer.stderr.splitlines()) == 3, "a title and two errors"
