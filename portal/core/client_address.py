"""From where a request came: what limits of attempts are counted by."""

from ipaddress import ip_address

from django.conf import settings


def client_address(request):
    """The address of the client.

    What a proxy says is believed only where the settings say that one stands in
    front; then its own word is the last of the list, the others are the client's.
    """
    said = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    last = said.rpartition(",")[2].strip()
    try:
        return str(ip_address(last))
    except ValueError:
        return request.META.get("REMOTE_ADDR")
