"""What the page of a service says, the same for readers and for machines."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from services import assurances, cards, closing, hours, mentions, vocabulary
from services.costs import price_of
from services.facets import BY_NAME
from services.forms import DirectoryForm
from services.models.service import Service
from services.models.taxonomy import Term
from services.standing import Standing
from services.wording import said

MOST_ALTERNATIVES = 5
WORDS = (
    "name",
    "alternate_name",
    "description",
    "application_process",
    "eligibility_description",
    "not_offered",
    "refer_elsewhere",
    "fees_description",
    "interpretation_services",
    "alert",
    "area_note",
)
OVER = (Service.Status.INACTIVE, Service.Status.DEFUNCT)


@dataclass(frozen=True)
class Found:
    """A service at its address, and what became of it."""

    service: Service

    @property
    def is_defunct(self):
        return self.service.status == Service.Status.DEFUNCT

    @property
    def is_over(self):
        return self.service.status in OVER

    @property
    def replaced_by(self):
        """The public service that took over from one that is over, or nothing."""
        return self.service.final_successor if self.is_over else None


def find(slug):
    """The published service at ``slug``; 404 where there is none."""
    service = Service.objects.public().with_everything().filter(slug=slug).first()
    if service is None:
        raise Http404
    return Found(service)


@dataclass(frozen=True)
class Sheet:
    """All that is shown of one service at one moment, in the reader's language."""

    service: Service
    moment: datetime

    @property
    def today(self):
        return self.moment.date()

    @property
    def url(self):
        return reverse("service", args=[self.service.slug])

    @property
    def full_url(self):
        return urljoin(settings.SITE_URL, self.url)

    @property
    def need_key(self):
        """The key of a need in the address of the directory."""
        return DirectoryForm.keys["need"]

    @property
    def organisation(self):
        return said(self.service.organisation, "name")

    @property
    def words(self):
        """What the service says of itself, each text with its language."""
        return {name: said(self.service, name) for name in WORDS}

    @property
    def is_over(self):
        return self.service.status in OVER

    @property
    def phone(self):
        """The number to call first, or nothing."""
        spoken = [one for one in self.service.phones.all() if one.type in cards.SPOKEN]
        return next(iter(spoken), None)

    @property
    def ages(self):
        """« de 18 à 65 ans », « dès 18 ans », « jusqu’à 17 ans », or nothing."""
        low, high = self.service.minimum_age, self.service.maximum_age
        if low is not None and high is not None:
            return _("from %(low)s to %(high)s years") % {"low": low, "high": high}
        if low is not None:
            return _("from the age of %(low)s") % {"low": low}
        return _("up to the age of %(high)s") % {"high": high} if high else ""

    @property
    def area(self):
        """The names of who is served: everybody, or bassins and communes."""
        if self.service.serves_country:
            return [_("All of Belgium")]
        if self.service.serves_region:
            return [_("The whole Brussels Region")]
        areas = [*self.service.bassins.all(), *self.service.communes.all()]
        return [area.name for area in areas]

    @property
    def types(self):
        return _labels(self.service.service_types)

    @property
    def conditions(self):
        """Who may come and how to ask; what it costs is said apart."""
        found = self.service.conditions.all()
        return [one for one in found if one.group != Term.Group.COST]

    @property
    def prices(self):
        pks = [one.pk for one in self.service.conditions.all()]
        costs = self.service.cost_options.all()
        return price_of(vocabulary.here(), pks, costs, self.today)

    @property
    def fees(self):
        """What it costs in more words, unless a price says the very same."""
        words = self.words["fees_description"]
        with override(words.lang or get_language()):
            told = {str(price.words) for price in self.prices}
        return None if str(words) in told else words

    @property
    def delay(self):
        return self.service.shown_delay(self.today)

    @property
    def saturation(self):
        return self.service.shown_saturation(self.today)

    @property
    def closing(self):
        return closing.of(self.service, self.service.closure(self.today), self.today)

    @property
    def standing(self):
        return Standing.of(self.service.assured_date, self.today)

    @property
    def assurances(self):
        return assurances.assurances(self.service, self.today)

    @property
    def assured_how(self):
        return assurances.how(self.service)

    @property
    def hours(self):
        return hours.usual(self.service, self.today)

    @property
    def unusual_days(self):
        return hours.unusual(self.service, self.today)

    @property
    def open_now(self):
        return hours.now(self.service, self.moment)

    @property
    def places(self):
        return [at for at in self.service.service_at_locations.all() if at.location_id]

    @property
    def mentions(self):
        return mentions.of(self.service, self.moment)

    @property
    def alternatives(self):
        """For who comes to a service that is over: others of the same type."""
        types = [term.pk for term in self.service.service_types.all()]
        others = Service.objects.listed().exclude(pk=self.service.pk)
        alike = others.filter(pk__in=BY_NAME["type"].having(types))
        found = alike.in_reader_order(self.today).select_related("organisation")
        return cards.of(found[:MOST_ALTERNATIVES], self.today)


def of(service, moment):
    """The ``Sheet`` of ``service`` at ``moment``, a date and time in Brussels."""
    return Sheet(service, moment)


def _labels(terms):
    return [term.label for term in terms.all()]
