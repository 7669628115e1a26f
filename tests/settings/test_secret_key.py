"""A portal that was given no secret makes one, once."""

import stat

from portal.settings import secret_key


def test_the_secret_is_made_once(tmp_path):
    assert secret_key.kept_in(tmp_path) == secret_key.kept_in(tmp_path)


def test_two_portals_have_two_secrets(tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()

    assert secret_key.kept_in(here) != secret_key.kept_in(there)


def test_the_secret_is_long_enough_for_django(tmp_path):
    assert len(secret_key.kept_in(tmp_path)) >= 50


def test_only_its_owner_reads_the_secret(tmp_path):
    secret_key.kept_in(tmp_path)

    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
