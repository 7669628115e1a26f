"""The trainings as readers see them: what has a date first, then what is on demand."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from services.costs import euros
from services.wording import said
from trainings import sessions
from trainings.dates import Dates
from trainings.forms import CatalogueForm
from trainings.models import Training

PER_PAGE = 40


@dataclass(frozen=True)
class Card:
    """A training with all that a list, or its own page, says of it."""

    training: Training
    dates: Dates

    @property
    def title(self):
        return said(self.training, "title")

    @property
    def summary(self):
        return said(self.training, "summary")

    @property
    def description(self):
        return said(self.training, "description")

    @property
    def audience(self):
        return said(self.training, "audience")

    @property
    def prerequisites(self):
        return said(self.training, "prerequisites")

    @property
    def next(self):
        return next(iter(self.dates.coming), None)

    @property
    def held(self):
        """The latest session that took place."""
        return next((line for line in self.dates.past if line.took_place), None)

    @property
    def price_words(self):
        """« Gratuit », « 45 € », or what is said of it; nothing where nothing is."""
        training = self.training
        if training.is_free:
            return _("Free of charge")
        return euros(training.amount) if training.amount is not None else ""

    @property
    def price_note(self):
        return said(self.training, "price_note")

    @property
    def date_words(self):
        """« mardi 24 février 2026 », « À la demande », « A eu lieu le… »"""
        if self.next:
            return self.next.when_words
        if self.training.is_on_demand:
            return _("On demand")
        if self.held:
            return self.held.past_words
        return _("See the page of the partner") if self.training.url else ""

    @property
    def has_facts(self):
        priced = self.price_words or self.price_note
        return bool(self.date_words or priced or self.training.needs.all())


@dataclass(frozen=True)
class Catalogue:
    form: CatalogueForm
    # Of cards.
    page: Page

    @property
    def total(self):
        return self.page.paginator.count

    @property
    def cards(self):
        return self.page.object_list

    @property
    def page_key(self):
        return self.form.add_prefix("page")

    @property
    def can_be_filtered(self):
        return bool(self.total) or self.form.is_active


def asked(data, now):
    """The public trainings an address asks for, in a fixed number of queries."""
    form = CatalogueForm(data)
    cards = of(form.among(Training.objects.public()), now)
    if form.wants_dates:
        cards = [card for card in cards if card.next]
    return Catalogue(form, Paginator(cards, PER_PAGE).get_page(form.value("page")))


def of(trainings, now):
    """A card for each of ``trainings``, what comes next first."""
    trainings = list(trainings.with_facts())
    dates = sessions.of(trainings, now)
    cards = [Card(training, dates[training.pk]) for training in trainings]
    return sorted(cards, key=_order)


def card(slug, now):
    """The public training of the address ``slug``, or None."""
    found = of(Training.objects.public().filter(slug=slug), now)
    return found[0] if found else None


def _order(card):
    """Dated ones by date, then those on demand, then the past, the latest first."""
    if card.next:
        return 0, card.next.meeting.beginning().timestamp(), card.training.title_fr
    if card.training.is_on_demand:
        return 1, 0, card.training.title_fr
    if card.held:
        return 2, -card.held.meeting.beginning().timestamp(), card.training.title_fr
    return 1, 1, card.training.title_fr
