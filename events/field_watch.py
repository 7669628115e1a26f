"""The veille: what was heard in the field, how often, and what came of it.

Only what is public is here. Recurrence is counted from the meetings at which it was
heard, the state from the steps that were proved; nothing of it is typed.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from events.action_addresses import address_of
from events.lines import lines
from events.models.meeting import Meeting
from events.models.observation import Observation
from events.models.observation_step import ObservationStep
from events.models.sighting import Sighting
from events.observed_words import saying
from events.watch_form import WatchFilter
from services import front_door
from services.models import Service

PER_PAGE = 30
# How many of the meetings at which it was heard a list names.
LATEST = 4


@dataclass(frozen=True)
class Board:
    """One page of what was heard, what came back most first."""

    form: WatchFilter
    page: object

    @property
    def observations(self):
        return self.page.object_list

    @property
    def total(self):
        return self.page.paginator.count

    @property
    def page_key(self):
        return self.form.add_prefix("page")

    @property
    def page_numbers(self):
        """The first, the last, and those around; nothing where some are left out."""
        elided = self.page.paginator.get_elided_page_range(
            self.page.number, on_each_side=2, on_ends=1
        )
        return [number if isinstance(number, int) else None for number in elided]


@dataclass(frozen=True)
class Proof:
    """Where a step leads, as a reader may follow it; ``url`` may be empty."""

    step: ObservationStep
    name: str
    url: str


@dataclass(frozen=True)
class Sheet:
    """All that is shown of one observation at one moment."""

    observation: Observation
    now: datetime

    @property
    def lines(self):
        """The meetings at which it was heard, the first one first."""
        heard = Meeting.objects.filter(sightings__observation=self.observation)
        return lines(heard.in_order().with_facts(), self.now)

    @property
    def proofs(self):
        steps = self.observation.steps.select_related(
            "meeting", "action", "service", "page"
        )
        return [proof for step in steps if (proof := proof_of(step, self.now))]

    @property
    def actions(self):
        """Those that prove no step of it, which are shown as steps."""
        known = self.observation.actions.public().open_first()
        return known.exclude(steps__observation=self.observation)


def board(data):
    """What the keys of an address ask for; two questions more than an empty list."""
    form = WatchFilter(data)
    found = form.among(Observation.objects.public().with_state())
    found = saying(found, form.value("words"))
    listed = found.with_recurrence().most_heard_first()
    listed = listed.select_related("theme").prefetch_related("publics")
    page = Paginator(listed, PER_PAGE).get_page(form.value("page"))
    _add_latest(page.object_list)
    return Board(form, page)


def find(number, now):
    """The public observation ``number``, or None."""
    public = Observation.objects.public().with_recurrence().with_state()
    found = public.select_related("theme").filter(pk=number).first()
    return Sheet(found, now) if found else None


def proof_of(step, now):
    """What proves ``step`` for a reader, or None where that is not public."""
    if step.meeting:
        line = lines([step.meeting], now)[0]
        return Proof(step, step.words or line.long_name, line.url)
    if step.action:
        if not step.action.is_public:
            return None
        address = address_of(step.action)
        return Proof(step, step.words or step.action.title, address)
    if step.service:
        return _proof_by_service(step)
    if step.page:
        is_open = step.page.live and not step.page.get_view_restrictions().exists()
        page = step.page.localized if is_open else None
        return Proof(step, step.words or page.title, page.url) if page else None
    return Proof(step, step.words or step.url, step.url)


def _proof_by_service(step):
    known = front_door.is_public() and Service.objects.public()
    if not known or not known.filter(pk=step.service_id).exists():
        return None
    address = reverse("service", args=[step.service.slug])
    return Proof(step, step.words or step.service.name, address)


def _add_latest(observations):
    """Give each its latest sightings, the last one first, in one question for all."""
    latest = Window(
        RowNumber(),
        partition_by="observation",
        order_by=[F("meeting__start_date").desc(), F("pk").desc()],
    )
    ranked = Sighting.objects.select_related("meeting").annotate(place=latest)
    found = ranked.filter(observation__in=list(observations), place__lte=LATEST)
    by_observation = defaultdict(list)
    for sighting in found.order_by("place"):
        by_observation[sighting.observation_id].append(sighting)
    for observation in observations:
        observation.latest_sightings = by_observation[observation.pk]
