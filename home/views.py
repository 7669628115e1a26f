"""The addresses of the front door that are no pages."""

from datetime import timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page

from home import reusable
from home.models import HomePage
from portal.core.drawn_pages import for_anybody
from portal.core.models import SiteSettings

PAGES_OF_A_MAP = 500


@require_safe
def choose_language(request):
    """Send a reader of « / » to the published language their browser asks for."""
    homes = HomePage.objects.live().public().select_related("locale")
    published = [home.locale.language_code for home in homes]
    asked = get_language_from_request(request)
    language = asked if asked in published else settings.LANGUAGE_CODE
    response = redirect(f"/{language}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def site_map(request):
    """Every page a reader may open, in the order of the tree."""
    pages = Page.objects.live().public().filter(locale=Locale.get_active(), depth__gt=1)
    return render(
        request,
        "home/site_map.html",
        {"pages": pages.order_by("path").specific(defer=True)[:PAGES_OF_A_MAP]},
    )


@require_safe
def reuse(request):
    """What others may take over, where and on which terms."""
    context = {
        "site_url": settings.SITE_URL,
        "news": reusable.news(),
        "filters": reusable.filters(),
        "team": SiteSettings.for_request(request),
    }
    return for_anybody(render(request, "home/reuse.html", context))


@require_safe
def robots(request):
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        f"Sitemap: {urljoin(settings.SITE_URL, '/sitemap.xml')}",
    ]
    return _plain(lines)


@require_safe
def security(request):
    """Where to tell of a weakness (RFC 9116)."""
    contact = SiteSettings.for_request(request)
    address = contact.security_email or contact.team_email
    page = urljoin(settings.SITE_URL, f"/{settings.LANGUAGE_CODE}/contact/")
    expires = timezone.localdate() + timedelta(days=180)
    lines = [
        f"Contact: mailto:{address}" if address else f"Contact: {page}",
        f"Expires: {expires:%Y-%m-%d}T00:00:00Z",
        "Preferred-Languages: fr, nl, en",
        f"Canonical: {urljoin(settings.SITE_URL, reverse('security'))}",
    ]
    return _plain(lines)


@require_safe
def favicon(request):
    return redirect(static("portal/icons/favicon.ico"), permanent=True)


def _plain(lines):
    return HttpResponse(
        "".join(f"{line}\n" for line in lines), content_type="text/plain; charset=utf-8"
    )
