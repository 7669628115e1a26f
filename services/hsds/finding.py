"""Which records are asked for: the filters of the standard, combined with AND."""

from math import cos, radians

from django.db.models import (
    DateTimeField,
    Exists,
    F,
    FloatField,
    Max,
    OuterRef,
    Prefetch,
    Subquery,
)
from django.db.models.functions import Cast, Coalesce, Greatest

from portal.core.models import Commune
from portal.core.models.words import columns
from services import text_search
from services.among import Among
from services.models import (
    Location,
    Organisation,
    Service,
    ServiceAtLocation,
    Verification,
)

METRES_OF_A_DEGREE = 111_320


def services(asked, words):
    """The public services asked for, in an order that others joining do not move."""
    return _searched(_asked_of_services(public(), asked, words), asked).order_by("pk")


def public():
    """Every service that has a page, with the moment anything of it changed last."""
    written = F("organisation__latest_revision__created_at")
    checked = Verification.objects.filter(service=OuterRef("pk")).order_by()
    last = checked.values("service").annotate(at=Max("recorded_at")).values("at")
    touched = Greatest(
        "changed_at",
        Coalesce(written, "changed_at"),
        Coalesce(Subquery(last), "changed_at"),
        output_field=DateTimeField(),
    )
    return Service.objects.public().annotate(touched_at=touched)


def in_short(services):
    return services.select_related("organisation").prefetch_related("closures")


def in_a_word(services):
    """No more than tells whether a copy is still good: of all of them, at once."""
    return services.values_list(
        "organisation", "uuid", "status", "touched_at", *columns("name")
    )


def organisations(asked, words):
    offered = Service.objects.public().filter(organisation=OuterRef("pk"))
    offered = _described(offered, asked, words)
    found = public_organisations().filter(Exists(offered)).order_by("pk")
    keys = text_search.organisations_found(asked.value("search") or "")
    return found if keys is None else found.filter(Among(F("pk"), keys))


def public_organisations():
    """Those that offer something in public."""
    offered = Service.objects.public().filter(organisation=OuterRef("pk"))
    return Organisation.objects.filter(Exists(offered))


def with_places(organisations):
    """Each with its identifiers, and the places where something public is offered."""
    public_there = ServiceAtLocation.objects.filter(
        location=OuterRef("pk"), service__live=True
    )
    places = Location.objects.filter(Exists(public_there)).select_related("commune")
    return organisations.prefetch_related(
        "identifiers", Prefetch("locations", places, to_attr="public_locations")
    )


def at_locations(asked, words):
    offered = _asked_of_services(public(), asked, words)
    offered = _searched(offered, asked)
    if postcode := asked.value("postcode"):
        offered = _serving(offered, postcode)
    found = ServiceAtLocation.objects.filter(
        service__in=offered.order_by().values("pk")
    )
    if metres := asked.value("proximity"):
        found = _within(found, metres, asked.centre)
    return found.order_by("pk")


def _searched(services, asked):
    """Those that the same words find on the page of the directory."""
    keys = text_search.found(asked.value("search") or "")
    return services if keys is None else services.among(keys)


def _asked_of_services(found, asked, words):
    found = _described(found, asked, words)
    if organisation := asked.value("organization_id"):
        found = found.filter(organisation__uuid=organisation)
    if since := asked.value("modified_after"):
        found = found.filter(touched_at__gte=since)
    return found


def _described(found, asked, words):
    """Those described by the term asked for, and by any term of the taxonomy."""
    if term := asked.value("taxonomy_term_id"):
        word = words.by_id.get(str(term))
        found = _by(found, word.field, [word]) if word else found.none()
    if taxonomy := asked.value("taxonomy_id"):
        of_axis = [word for word in words.words if word.axis.id == str(taxonomy)]
        field = of_axis[0].field if of_axis else ""
        found = _by(found, field, of_axis) if of_axis else found.none()
    return found


def _by(found, field, among):
    if not hasattr(Service, field):
        # Terms of an axis the directory itself does not describe services by.
        return found.none()
    values = [word.value for word in among]
    if not Service._meta.get_field(field).many_to_many:
        # A delay without its day is not told.
        return found.filter(**{f"{field}__in": values}).exclude(
            **{f"{field}_as_of": None}
        )
    through = getattr(Service, field).through
    name = Service._meta.get_field(field).m2m_reverse_field_name()
    rows = through.objects.filter(service_id=OuterRef("pk"), **{f"{name}__in": values})
    return found.filter(Exists(rows))


def _serving(found, postcode):
    commune = Commune.objects.filter(postcode=postcode).first()
    return found.serving(commune) if commune else found.none()


def _within(found, metres, centre):
    """Those so near; the earth is flat enough within a region."""
    latitude, longitude = centre
    north = (Cast("location__latitude", FloatField()) - latitude) * METRES_OF_A_DEGREE
    narrow = METRES_OF_A_DEGREE * cos(radians(latitude))
    east = (Cast("location__longitude", FloatField()) - longitude) * narrow
    return found.alias(distance=north * north + east * east).filter(
        distance__lte=float(metres) ** 2
    )
