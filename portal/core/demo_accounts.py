"""The accounts of the demonstration, as whoever starts the server is told of them."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model


def accounts():
    """Accounts of the demonstration only: nobody real has an address that ends so."""
    return get_user_model().objects.filter(email__endswith=".example", is_active=True)


def known_password():
    """The password they share where it is known: the settings', else the one kept."""
    kept = Path(settings.VAR_DIR) / "demo-password"
    if settings.DEMO_PASSWORD or not kept.exists():
        return settings.DEMO_PASSWORD
    return kept.read_text().strip()


def follow_the_settings():
    """Give them the password of the settings, when there is one and theirs differs."""
    if not settings.DEMO_PASSWORD:
        return
    for user in accounts():
        if not user.check_password(settings.DEMO_PASSWORD):
            user.set_password(settings.DEMO_PASSWORD)
            user.save(update_fields=["password"])


def welcome():
    """One line that names them, or nothing where there are none."""
    names = ", ".join(accounts().values_list("username", flat=True))
    password = known_password() or "the one they were made with"
    return f"Demonstration accounts: {names} – password: {password}" if names else ""
