"""A start makes what is missing, once, and leaves alone what is there."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from portal.core.management.commands.prepare import is_empty

pytestmark = pytest.mark.django_db


@pytest.fixture
def prepare(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.FIRST_CONTENT = ["load_starter"]

    def call():
        told = StringIO()
        call_command("prepare", stdout=told)
        return told.getvalue()

    return call


def test_a_new_database_is_an_empty_site():
    assert is_empty()


def test_an_empty_site_gets_its_first_content(prepare):
    assert "first content" in prepare()

    assert not is_empty()


def test_the_second_start_has_nothing_to_do(prepare):
    prepare()

    assert prepare() == ""


def test_a_site_with_pages_is_left_alone(prepare, settings):
    prepare()
    settings.FIRST_CONTENT = ["a command that does not exist"]

    assert "first content" not in prepare()


def test_first_content_that_fails_leaves_an_empty_site(prepare, settings):
    settings.FIRST_CONTENT = ["load_starter", "a command that does not exist"]

    with pytest.raises(CommandError):
        prepare()

    assert is_empty()


def test_files_are_collected_again_when_one_changed(prepare, settings):
    prepare()
    (settings.STATIC_ROOT / ".fingerprint").write_text("of other files")

    assert "styles" in prepare()


def test_the_server_never_runs_with_debug_on(settings):
    settings.DEBUG = True

    with pytest.raises(CommandError):
        call_command("serve")
