"""A likelier address, for one that looks mistyped: suggested, never required."""

from difflib import get_close_matches

# Where our readers have their mail; close to one of these is probably one of these.
COMMON = (
    "gmail.com",
    "hotmail.com",
    "hotmail.be",
    "hotmail.fr",
    "outlook.com",
    "outlook.be",
    "outlook.fr",
    "live.be",
    "live.com",
    "yahoo.com",
    "yahoo.fr",
    "icloud.com",
    "skynet.be",
    "telenet.be",
    "proximus.be",
    "scarlet.be",
    "protonmail.com",
)
# True domains that are close to one of the above.
TRUE = {"mail.com", "email.com", "ymail.com", "hotmail.nl", "hotmail.de", "live.nl"}
CLOSE = 0.84


def likelier(email):
    """« samira@gmail.com » for « samira@gmial.com »; nothing for what looks right."""
    name, _at, domain = email.rpartition("@")
    domain = domain.lower()
    if domain in TRUE or domain in COMMON:
        return ""
    close = get_close_matches(domain, COMMON, n=1, cutoff=CLOSE)
    return f"{name}@{close[0]}" if close else ""
