"""What is asked of services. Time is an argument, in days of Brussels."""

from datetime import timedelta

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When

from services import freshness
from services.among import Among

LISTED = ("active", "temporarily closed")
# For a card in a list: the facts that decide.
FOR_A_CARD = (
    "service_types",
    "needs",
    "conditions",
    "modes",
    "languages",
    "communes",
    "bassins",
    "phones",
    "closures",
    "cost_options",
    "service_at_locations__location__commune",
)
FOR_A_PAGE = (
    *FOR_A_CARD,
    "publics",
    "themes",
    "phones__languages",
    "phones__location",
    "schedules",
    "schedules__location",
    "schedule_exceptions",
    "required_documents",
    "sources",
    "identifiers",
    "verifications",
    "organisation__identifiers",
)


class ServiceQuerySet(models.QuerySet):
    def public(self):
        """Those that have a page: published, closed ones included."""
        return self.filter(live=True)

    def listed(self):
        """Those a list shows: published and in activity, however old the facts.

        One that is closed for a while is among them, marked and after the others.
        """
        return self.filter(live=True, status__in=LISTED)

    def among(self, keys):
        """Those with one of ``keys``, however many these are."""
        return self.filter(Among(F("pk"), keys))

    def serving(self, commune):
        """Those whose area served holds ``commune``, wherever they sit."""
        in_communes = self._area("communes", commune_id=commune.pk)
        served = Q(serves_region=True) | Q(serves_country=True) | Exists(in_communes)
        if commune.bassin_id:
            served |= Exists(self._area("bassins", bassin_id=commune.bassin_id))
        return self.filter(served)

    def _area(self, name, **of):
        rows = getattr(self.model, name).through.objects
        return rows.filter(service_id=OuterRef("pk"), **of)

    def with_standing(self, today):
        """Each with ``demotion``: 1 where nobody vouched for it within the last
        period, 2 where it is closed on ``today``."""
        reliable = Q(assured_date__gte=freshness.oldest_reliable(today))
        return self.annotate(
            demotion=Case(
                When(self._closed(today), then=Value(2)),
                When(reliable, then=Value(0)),
                default=Value(1),
                output_field=models.IntegerField(),
            )
        )

    def in_reader_order(self, today):
        """By name; then those nobody vouches for any more, then those that are closed
        for a while."""
        return self.with_standing(today).order_by("demotion", "name_fr", "pk")

    def _closed(self, today):
        closures = self.model.closures.rel.related_model.objects
        on = closures.filter(from_date__lte=today, to_date__gte=today).order_by()
        return Q(status="temporarily closed") | Q(pk__in=on.values("service_id"))

    def in_freshness(self, state, today):
        """Those that stand so on ``today``, as ``services.freshness`` counts."""
        limits = freshness.thresholds()
        advised = today - timedelta(days=limits.advised)
        mandatory = today - timedelta(days=limits.mandatory)
        return self.filter(
            {
                freshness.Freshness.FRESH: Q(assured_date__gte=advised),
                freshness.Freshness.TO_CONFIRM: Q(
                    assured_date__gte=mandatory, assured_date__lt=advised
                ),
                freshness.Freshness.STALE: Q(assured_date__lt=mandatory),
                freshness.Freshness.NEVER: Q(assured_date=None),
            }[freshness.Freshness(state)]
        )

    def to_ask_again(self, today):
        """Those whose delay or saturation said by itself when to ask again."""
        return self.filter(
            Q(delay_ask_again_on__lte=today) | Q(saturation_ask_again_on__lte=today)
        )

    def assured_before(self, day):
        """Those last confirmed before ``day``, or never; the oldest first."""
        never_or_old = Q(assured_date__lt=day) | Q(assured_date=None)
        return self.filter(never_or_old).order_by(
            F("assured_date").asc(nulls_first=True), "pk"
        )

    def with_card(self):
        """Whatever a card shows, in a number of queries that does not grow."""
        return self.select_related("organisation").prefetch_related(*FOR_A_CARD)

    def with_everything(self):
        """Whatever a page or an export shows, in queries that do not grow."""
        return self.select_related("organisation", "successor").prefetch_related(
            *FOR_A_PAGE
        )
