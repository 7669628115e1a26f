"""What the search is told of services: words, terms and places, and their changes.

Only services in activity are found, those that are closed for a while after the others.
What helps to choose weighs less than what the service is: a condition is met by many, a
name by one.
"""

from datetime import timedelta
from functools import lru_cache, reduce
from operator import or_

from django.conf import settings
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.core import searchable
from portal.core.searchable import Document, Field, Kind, Source, Wording
from services import closing, freshness
from services.lent_words import LentWords, said
from services.models import Service

SERVICES = "services"
# A worker that was stopped for so long still tells of all.
DAYS_TOLD = timedelta(days=7)
KIND = Kind(
    "service",
    _("Services"),
    order=1,
    words={"fr": "service", "nl": "dienst", "en": "service", "es": "servicio"},
    dated=_("Verified on %(date)s"),
)
# Which fields of a service stand where, for those who look.
WORDS = {
    "alternate_name": Field.NAME,
    "application_process": Field.TEXT,
    "fees_description": Field.TEXT,
    "interpretation_services": Field.TEXT,
    "area_note": Field.TEXT,
    "alert": Field.TEXT,
}
ANY_SLUG = "any-slug"
# What lends its words to services, and by which fields.
BORROWED = {
    "services.ServiceAtLocation": ["service_at_locations"],
    "services.Location": ["service_at_locations__location"],
    "services.Organisation": ["organisation"],
    "services.Term": ["service_types", "publics", "conditions", "modes"],
    "services.Need": ["needs"],
    "services.Language": ["languages"],
    "services.Verification": ["verifications"],
    "core.Theme": ["themes"],
    "core.Commune": ["communes", "bassins__communes"],
    "core.Bassin": ["bassins"],
}


def register(apps):
    searchable.register(Source(SERVICES, _keys, _documents), KIND)
    searchable.watch(Service, SERVICES, lambda service: [service.uuid])
    for label, paths in BORROWED.items():
        searchable.watch(apps.get_model(label), SERVICES, _using(*paths))


def tell_aged(*, now, limit):
    """Tell of services that nobody vouches for any more since a few days, and of
    those that closed or opened again."""
    today = timezone.localdate(now)
    first, lately = freshness.oldest_reliable(today), (today - DAYS_TOLD, today)
    told = Service.objects.filter(
        Q(assured_date__lt=first, assured_date__gte=first - DAYS_TOLD)
        | Q(closures__from_date__range=lately)
        | Q(closures__to_date__range=lately)
    )
    keys = list(told.values_list("uuid", flat=True).distinct())
    searchable.tell(SERVICES, keys)
    return len(keys)


def _keys():
    uuids = Service.objects.listed().order_by("uuid").values_list("uuid", flat=True)
    return map(str, uuids)


def _documents(keys):
    services = Service.objects.listed().filter(uuid__in=keys)
    services = services.select_related("organisation").prefetch_related("closures")
    services = list(services)
    lent, today = LentWords(services), timezone.localdate()
    return [_document(service, lent, today) for service in services]


def _document(service, lent, today):
    languages = [code for code, _name in settings.LANGUAGES]
    used = [code for code in languages if getattr(service, f"name_{code}")]
    stale = (freshness.Freshness.STALE, freshness.Freshness.NEVER)
    return Document(
        key=str(service.uuid),
        kind=KIND.name,
        wordings=[_wording(service, code, lent, today) for code in used],
        date=service.assured_date,
        is_stale=service.freshness(today) in stale
        or closing.of(service, service.closure(today), today).is_on,
    )


def _wording(service, language, lent, today):
    with translation.override(language):
        closed = closing.of(service, service.closure(today), today)
        description = getattr(service, f"description_{language}")
        return Wording(
            language=language,
            title=getattr(service, f"name_{language}"),
            url=_address(service),
            summary=f"{closed}. {description}" if closed.is_on else description,
            body=getattr(service, f"eligibility_description_{language}"),
            texts=(*_texts(service, language), *lent.to(service, language)),
        )


def _address(service):
    return _pattern(get_language()).replace(ANY_SLUG, service.slug)


@lru_cache
def _pattern(language):
    """The address of a service in ``language``; looking each up takes its time."""
    try:
        return reverse("service", args=[ANY_SLUG])
    except NoReverseMatch:
        # The directory has no pages here yet.
        return ""


def _texts(service, language):
    for name, field in WORDS.items():
        yield field, said(service, name, language)
    yield Field.SUMMARY, service.organisation.name
    yield Field.SUMMARY, service.organisation.alternate_name


def _using(*paths):
    """The services that refer to a record by one of ``paths``."""

    def services(record):
        uses = reduce(or_, (Q(**{path: record.pk}) for path in paths))
        found = Service.objects.filter(uses)
        return found.values_list("uuid", flat=True).distinct()

    return services
