"""An entry as readers would see it, before it is saved or published."""

from django.conf import settings
from django.template.response import TemplateResponse
from django.utils import timezone, translation

from services import cards, front_door, service_page
from services.models.organisation import Organisation
from services.models.service import Service
from services.slugs import free_slug

# What belongs to nobody's entry: a new one has no verification and no mention yet.
OF_NOBODY = 0
LANGUAGES = dict(settings.LANGUAGES)


def shown(draft, request, *, language):
    """The answer that shows ``draft``, a service or an organisation, in ``language``.

    An unknown language is that of the reference.
    """
    if draft.pk is None:
        draft.pk = OF_NOBODY
    with translation.override(
        language if language in LANGUAGES else settings.LANGUAGE_CODE
    ):
        template, context = PAGES[type(draft)](draft, timezone.localtime())
        return TemplateResponse(request, template, context).render()


def _service(draft, moment):
    draft.slug = draft.slug or free_slug(draft)
    door = front_door.here()
    context = {
        "directory_page": door and door.page,
        "sheet": service_page.of(draft, moment),
    }
    return "services/service.html", context


def _organisation(draft, moment):
    """It has no page of its own: its name stands above its services."""
    services = list(draft.services.listed().in_reader_order(moment.date()))
    for service in services:
        service.organisation = draft
    context = {"organisation": draft, "cards": cards.of(services, moment.date())}
    return "services/organisation_preview.html", context


PAGES = {Service: _service, Organisation: _organisation}
