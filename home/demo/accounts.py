"""One account per role, to try the admin with."""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from home.content import roles
from portal.core import demo_accounts

KEPT_IN = "demo-password"
OWNER_ONLY = 0o600
ACCOUNTS = {
    "redaction": roles.DRAFTING,
    "communication": roles.COMMUNICATION,
    "accueil": roles.RECEPTION,
    "appui": roles.SUPPORT,
    "admin": None,
}


def load():
    """The accounts that are missing; one that is there keeps its password."""
    for username, role in ACCOUNTS.items():
        if not get_user_model().objects.filter(username=username).exists():
            _create(username, role)


def _create(username, role):
    user = get_user_model().objects.create_user(
        username,
        email=f"{username}@bassin-sud-est.example",
        password=demo_accounts.known_password() or _made_up(),
        first_name=role or roles.ADMINISTRATION,
        last_name="(démonstration)",
        is_staff=role is None,
        is_superuser=role is None,
    )
    if role:
        user.groups.add(Group.objects.get(name=role))


def _made_up():
    """A password for this machine, which only the owner of the file may read."""
    password = secrets.token_urlsafe(12)
    path = settings.VAR_DIR / KEPT_IN
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=OWNER_ONLY)
    path.write_text(password)
    return password
