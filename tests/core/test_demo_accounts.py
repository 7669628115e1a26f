"""Whoever starts the server is told how to enter the demonstration, no more."""

import pytest

from portal.core import demo_accounts

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(django_user_model, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    make = django_user_model.objects.create_user
    return {
        name: make(name, email=f"{name}@{host}", password="as it was")
        for name, host in [("try-me", "bassin.example"), ("anne", "bassin.brussels")]
    }


def test_accounts_of_real_people_are_never_named(people):
    line = demo_accounts.welcome()

    assert "try-me" in line
    assert "anne" not in line


def test_a_site_without_demonstration_announces_no_account(settings, tmp_path):
    settings.VAR_DIR = tmp_path

    assert demo_accounts.welcome() == ""


def test_the_password_that_was_made_up_is_told(people, tmp_path):
    (tmp_path / "demo-password").write_text("made-up\n")

    assert demo_accounts.welcome().endswith("password: made-up")


def test_the_password_of_the_settings_comes_first(people, settings, tmp_path):
    (tmp_path / "demo-password").write_text("made-up")
    settings.DEMO_PASSWORD = "chosen"

    assert demo_accounts.welcome().endswith("password: chosen")


def test_a_password_nobody_knows_is_not_invented(people):
    assert "the one they were made with" in demo_accounts.welcome()


def test_a_new_password_in_the_settings_is_given_to_the_demonstration_only(
    people, settings
):
    settings.DEMO_PASSWORD = "chosen"

    demo_accounts.follow_the_settings()

    for user in people.values():
        user.refresh_from_db()
    assert people["try-me"].check_password("chosen")
    assert people["anne"].check_password("as it was")


def test_without_a_password_in_the_settings_accounts_keep_theirs(people):
    demo_accounts.follow_the_settings()

    people["try-me"].refresh_from_db()
    assert people["try-me"].check_password("as it was")
