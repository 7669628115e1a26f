"""The address of the site: Wagtail writes links from its record, we from the settings.

They must name the same place, else mails and canonical links disagree.
"""

from urllib.parse import urlsplit

from wagtail.models import Site

PORTS = {"http": 80, "https": 443}


def follow(origin):
    """Give the default site the host and port of ``origin``, e.g. after a move."""
    parts = urlsplit(origin)
    wanted = (parts.hostname, parts.port or PORTS[parts.scheme])
    site = Site.objects.filter(is_default_site=True).first()
    if site and (site.hostname, site.port) != wanted:
        site.hostname, site.port = wanted
        site.save()
