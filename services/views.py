"""The directory and its services; who may read them is said by the page above."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.core.drawn_pages import for_anybody
from portal.core.front_door import addresses
from portal.core.models import SiteSettings
from services import crisis, schema_org, service_page, vcard
from services.doorkeeper import opened

GONE = 410
VCARD = "text/vcard; charset=utf-8"


@require_safe
@opened
def directory(request, door):
    """The list, at an address that costs no way through the tree of pages."""
    response = door.page.serve(request)
    response.context_data["addresses"] = door.addresses
    return response


@require_safe
@opened
def service(request, door, slug):
    """A service; one that is closed leads to who took over, or says that it is."""
    found = service_page.find(slug)
    if successor := found.replaced_by:
        return redirect("service", successor.slug, permanent=found.is_defunct)
    sheet = service_page.of(found.service, timezone.localtime())
    context = {
        "directory_page": door.page,
        "sheet": sheet,
        "schema_org": schema_org.service(sheet),
        "addresses": addresses(door.addresses, "service", slug=slug),
    }
    status = GONE if found.is_over else 200
    drawn = TemplateResponse(request, "services/service.html", context, status=status)
    return for_anybody(drawn)


@require_safe
@opened
def service_card(request, door, slug):
    """The service in an address book."""
    found = service_page.find(slug)
    if found.is_over:
        raise Http404
    text = vcard.of(service_page.of(found.service, timezone.localtime()))
    response = HttpResponse(text, content_type=VCARD)
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}.vcf"'
    return response


@require_safe
def crisis_lines(request):
    """Whom to call now, each with its languages."""
    context = {
        "crisis": crisis.groups(timezone.localdate()),
        "site": SiteSettings.for_request(request),
    }
    return for_anybody(TemplateResponse(request, "services/crisis.html", context))
