"""The address of the site, its front door, and what it says of the network."""

from django.conf import settings
from django.contrib.auth.models import Group
from wagtail.models import Page, Site, Task, Workflow

from home.content.network import NETWORK
from home.content.typography import typeset
from home.models import HomePage
from portal.core import site_address
from portal.core.models import SiteSettings


def front_door():
    """The home page served today, or None while it is Wagtail's own first page."""
    site = _default_site()
    return HomePage.objects.filter(pk=site.root_page_id).first() if site else None


def serve(home):
    """Serve ``home`` at the address of the settings."""
    site = _default_site() or Site(is_default_site=True, hostname="localhost")
    if site.root_page_id != home.pk:
        site.root_page = home
        site.site_name = site.site_name or NETWORK["network_name_fr"]
        site.full_clean()
        site.save()
    site_address.follow(settings.SITE_URL)
    return site


def name_the_network(site):
    # A page shown before this command leaves a row of empty words behind.
    words = SiteSettings.objects.filter(site=site).first() or SiteSettings(site=site)
    if not words.network_name_fr:
        for name, text in typeset(NETWORK).items():
            setattr(words, name, text)
        words.full_clean()
        words.save()


def remove_placeholders():
    """Remove what Wagtail puts in so that a site can start, once ours is there."""
    welcome = {"depth": 2, "slug": "home", "numchild": 0, "content_type__model": "page"}
    for page in Page.objects.filter(**welcome):
        page.delete()
    Workflow.objects.filter(name="Moderators approval").delete()
    for task in Task.objects.filter(name="Moderators approval"):
        task.specific.delete()
    Group.objects.filter(name__in=["Editors", "Moderators"], user=None).delete()


def _default_site():
    return Site.objects.filter(is_default_site=True).first()
