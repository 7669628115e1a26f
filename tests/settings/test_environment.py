"""What the environment may say, and what is answered when it says something wrong."""

import re
from pathlib import Path

import pytest

from portal.settings import environment
from tests.settings.conftest import STRONG_KEY, VARIABLES

ROOT = Path(__file__).parents[2]


def test_nothing_needs_to_be_said(read):
    said = read()

    assert said.origin == "http://127.0.0.1:8000"
    assert said.web_workers == 2
    assert said.rate_limits
    assert not said.tls
    engines = [said.database, said.cache, said.storage, said.search, said.mail]
    assert engines == [None] * 5


def test_an_empty_variable_says_nothing(read):
    everything = {name: "" for name in VARIABLES if name != "VAR_DIR"}

    assert read(**everything) == read()


def test_a_map_has_tiles_where_one_is_named(read):
    address = "https://tiles.example:8443/brussels/{z}/{x}/{y}@2x.png"

    assert read(MAP_TILES_URL=address).map_tiles == address


def test_every_error_is_told_at_once(refused):
    answer = refused(PORT="high", WEB_WORKERS="0", TLS="perhaps", SITE_URL="portal")

    for name in ("PORT", "WEB_WORKERS", "TLS", "SITE_URL"):
        assert f"\n  {name}: " in answer


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "0"),
        ("PORT", "65536"),
        ("WEB_WORKERS", "many"),
        ("RATE_LIMITS", "sometimes"),
        ("SITE_URL", "ftp://portal.example"),
        ("SITE_URL", "https://portal.example/under"),
        ("SITE_URL", "https://portal.example:8443"),
        ("SITE_URL", "https://[portal"),
        ("ALLOWED_HOSTS", "https://portal.example"),
        ("ALLOWED_HOSTS", "portal.example:80"),
        ("MAP_TILES_URL", "https://tiles.example/map.png"),
        ("MAP_TILES_URL", "ftp://tiles.example/{z}/{x}/{y}.png"),
        ("MAP_TILES_URL", "https://tiles.example;script-src */{z}/{x}/{y}.png"),
        ("MAP_TILES_URL", "/{z}/{x}/{y}.png"),
    ],
)
def test_a_variable_that_means_nothing_is_refused_by_name(refused, name, value):
    assert f"{name}: " in refused(**{name: value})


@pytest.mark.parametrize(
    "name", ["DATABASE_URL", "CACHE_URL", "STORAGE_URL", "SEARCH_URL", "EMAIL_URL"]
)
def test_a_refused_address_is_not_repeated_as_it_may_hold_a_password(refused, name):
    answer = refused(**{name: "gopher://someone:hush@host:port/x"})

    assert f"{name}: " in answer
    assert "hush" not in answer


@pytest.mark.parametrize(
    "key", ["", "short", "a" * 60, "django-insecure-" + STRONG_KEY]
)
def test_https_needs_a_strong_secret(refused, key):
    assert "SECRET_KEY: " in refused(TLS="on", SECRET_KEY=key)


@pytest.mark.parametrize(
    "weakness",
    [
        {"RATE_LIMITS": "off"},
        {"SITE_URL": "http://portal.example"},
        {"ALLOWED_HOSTS": "portal.example,*"},
    ],
)
def test_https_goes_with_no_weakness(read, refused, weakness):
    (name,) = weakness
    read(**weakness)

    assert f"{name}: " in refused(TLS="on", SECRET_KEY=STRONG_KEY, **weakness)


def test_with_https_only_named_hosts_are_answered(read):
    said = read(
        TLS="on",
        SECRET_KEY=STRONG_KEY,
        SITE_URL="https://portal.example/",
        ALLOWED_HOSTS="www.portal.example, [2001:db8::1]",
    )

    assert said.origin == "https://portal.example"
    assert said.hosts == ["portal.example", "www.portal.example", "[2001:db8::1]"]


@pytest.mark.parametrize("everywhere", ["0.0.0.0", "::"])
def test_a_portal_that_listens_everywhere_has_an_address_one_can_open(read, everywhere):
    assert read(HOST=everywhere, PORT="8010").origin == "http://127.0.0.1:8010"


def test_an_ipv6_host_stands_in_brackets(read):
    said = read(HOST="::1")

    assert said.origin == "http://[::1]:8000"
    assert "[::1]" in said.hosts


def test_the_folder_for_data_is_made(read, tmp_path):
    folder = tmp_path / "deep" / "down"

    assert read(VAR_DIR=str(folder)).var_dir == folder
    assert folder.is_dir()


def test_a_folder_that_cannot_be_made_is_told(refused, tmp_path):
    (tmp_path / "file").touch()

    assert "VAR_DIR: " in refused(VAR_DIR=str(tmp_path / "file" / "var"))


def test_the_page_on_configuration_names_each_variable_and_no_other():
    source = Path(environment.__file__).read_text()
    page = (ROOT / "docs" / "configuration.md").read_text()

    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', source))
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]

    assert set(re.findall(r"`([A-Z_]+)`", "".join(rows))) == read == set(VARIABLES)
