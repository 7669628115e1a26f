"""What is new in the directory: entries that came, changed, or closed."""

from urllib.parse import urljoin

from django.conf import settings
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from portal.core import when
from portal.core.news import LIMIT, Item
from services import addresses
from services.models import Service


def of_directory():
    """The public services, the last that were changed first."""
    said = Coalesce("last_published_at", "changed_at")
    services = (
        Service.objects.public().annotate(said_at=said).order_by("-said_at", "-pk")
    )
    return [
        _of_service(service)
        for service in services.select_related("organisation").prefetch_related(
            "service_types", "needs"
        )[:LIMIT]
    ]


def _of_service(service):
    return Item(
        uuid=service.uuid,
        title=service.name,
        url=urljoin(settings.SITE_URL, addresses.service(service.slug)),
        published_at=service.first_published_at or service.created_at,
        updated_at=max(service.said_at, service.created_at),
        paragraphs=[_standing(service), service.alert, service.description],
        tags=[str(one) for one in (*service.service_types.all(), *service.needs.all())],
    )


def _standing(service):
    if service.status != service.Status.ACTIVE:
        return service.get_status_display()
    if service.assured_date is None:
        return ""
    day = when.day(service.assured_date, weekday=False)
    return _("Verified on %(day)s") % {"day": day}
