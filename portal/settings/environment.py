"""What the environment says, read once; all that is wrong in it, said at once.

docs/configuration.md tells what each variable means.
"""

import os
import re
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvValidationError, ValidationError, validate

from portal.preflight import DEFAULT_HOST, DEFAULT_PORT
from portal.settings import engines

ON_OR_OFF = {"invalid": "must be on or off."}
HOST_NAME = validate.Regexp(
    re.compile(r"^(\*|\.?[\w-]+(\.[\w-]+)*|\[[0-9a-f:]+\])$", re.IGNORECASE),
    error="must be names of hosts only, without https:// or a port.",
)
SITE_SHAPE = "https://portal.example.org"
TILES_SHAPE = "https://tiles.example.org/{z}/{x}/{y}.png"
TILES = re.compile(r"(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})[\w./{}@-]+", re.ASCII)
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]
STRONG = "50 characters or more that nobody can guess (openssl rand -base64 60)."


class InvalidEnvironmentError(ImproperlyConfigured):
    """The portal cannot start with these variables; the text says why, line by line."""


@dataclass(frozen=True)
class Environment:
    """The variables, typed; an engine nobody named is None."""

    var_dir: Path
    host: str
    port: int
    web_workers: int
    site_url: str
    allowed_hosts: list
    database: dict
    cache: dict
    storage: dict
    search: dict
    mail: dict
    secret_key: str
    tls: bool
    rate_limits: bool
    demo_password: str
    map_tiles: str

    @property
    def origin(self):
        """Where readers find the portal: what mails, feeds and canonical links name."""
        host = in_address(DEFAULT_HOST if _is_everywhere(self.host) else self.host)
        here = f"https://{host}" if self.tls else f"http://{host}:{self.port}"
        return self.site_url or here

    @property
    def hosts(self):
        """The names a request may ask for; no stranger's name gets into a mail."""
        local = [] if self.tls and self.site_url else [in_address(self.host), *LOOPBACK]
        named = [in_address(urlsplit(self.origin).hostname), *self.allowed_hosts]
        return list(dict.fromkeys([*named, *local]))


def read(base_dir):
    """What the environment says; InvalidEnvironmentError names every error in it."""
    env = _Variables(eager=False)
    said = _parse(env, base_dir)
    faults = []
    try:
        env.seal()
    except EnvValidationError as error:
        faults = list(_sentences(error.error_messages))
    faults += _contradictions(said)
    if faults:
        raise InvalidEnvironmentError(
            "\n  ".join(["The portal cannot start:", *faults])
        )
    return said


def in_address(host):
    """A host as an address writes it: IPv6 stands in brackets."""
    return f"[{host}]" if ":" in host else host


class _Variables(Env):
    """As in the shell, an empty variable says nothing."""

    def _get_value(self, env_key, default):
        return super()._get_value(env_key, default) or default


def _parse(env, base_dir):
    parsers = {
        "database_at": engines.database,
        "cache_at": engines.cache,
        "storage_at": engines.storage,
        "search_at": engines.search,
        "mail_at": engines.mail,
        "origin": _origin,
        "tiles": _tiles,
    }
    for name, parse in parsers.items():
        env.add_parser(name, _if_said(parse))
    env.add_parser("folder", lambda text: _made(base_dir / Path(text).expanduser()))
    return Environment(
        var_dir=env.folder("VAR_DIR", "var"),
        host=env.str("HOST", DEFAULT_HOST),
        port=env.int("PORT", int(DEFAULT_PORT), validate=validate.Range(1, 65535)),
        web_workers=env.int("WEB_WORKERS", 2, validate=validate.Range(1, 64)),
        site_url=env.origin("SITE_URL", None),
        allowed_hosts=env.list(
            "ALLOWED_HOSTS", [], subcast=str.strip, validate=_each(HOST_NAME)
        ),
        database=env.database_at("DATABASE_URL", None),
        cache=env.cache_at("CACHE_URL", None),
        storage=env.storage_at("STORAGE_URL", None),
        search=env.search_at("SEARCH_URL", None),
        mail=env.mail_at("EMAIL_URL", None),
        secret_key=env.str("SECRET_KEY", None),
        tls=env.bool("TLS", False, error_messages=ON_OR_OFF),
        rate_limits=env.bool("RATE_LIMITS", True, error_messages=ON_OR_OFF),
        demo_password=env.str("DEMO_PASSWORD", None),
        map_tiles=env.tiles("MAP_TILES_URL", None),
    )


def _if_said(parse):
    return lambda text: parse(text) if text else None


def _each(check):
    def check_all(values):
        for value in values:
            check(value)

    return check_all


def _made(folder):
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ValidationError(f"cannot be made there: {error.strerror}.") from error
    if not os.access(folder, os.W_OK):
        raise ValidationError("cannot be written to.")
    return folder


def _origin(text):
    parts = engines.split(text, SITE_SHAPE)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValidationError(f"must look like {SITE_SHAPE}.")
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise ValidationError("must end after the host: the portal is its whole site.")
    if parts.scheme == "https" and parts.port not in {None, 443}:
        raise ValidationError("cannot name a port after https://.")
    return f"{parts.scheme}://{parts.netloc}"


def _tiles(text):
    parts = engines.split(text, TILES_SHAPE)
    is_whole = parts.scheme in {"http", "https"} and parts.hostname
    if not is_whole or not TILES.fullmatch(parts.path):
        raise ValidationError(f"must look like {TILES_SHAPE}.")
    # It is written into a header: nothing in it may end a line or a rule there.
    if set(parts.netloc) & set(" ;,'\"*@"):
        raise ValidationError("must name a host and nothing beside it.")
    return text


def _sentences(error_messages):
    for name, messages in error_messages.items():
        for message in messages:
            yield f"{name}: {message[0].lower()}{message[1:]}"


def _contradictions(said):
    if not said.tls:
        return
    if not _is_strong(said.secret_key or ""):
        yield f"SECRET_KEY: needed with TLS=on, {STRONG}"
    if said.rate_limits is False:
        yield "RATE_LIMITS: cannot be off with TLS=on: it is for load tests only."
    if (said.site_url or "https").startswith("http:"):
        yield "SITE_URL: must begin with https:// with TLS=on."
    if "*" in (said.allowed_hosts or []):
        yield "ALLOWED_HOSTS: must name each host with TLS=on."


def _is_strong(key):
    return len(key) >= 50 and len(set(key)) >= 5 and "insecure" not in key


def _is_everywhere(host):
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return False
