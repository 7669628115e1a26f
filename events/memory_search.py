"""What the search is told of what the network remembers: observations and actions.

Only what is public is found, and only where a page shows it: an observation on its own
page of the veille, an action at its place on the page of actions.
"""

from functools import partial

from django.db.models import F
from django.db.models.signals import post_delete, post_save
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageViewRestriction
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from events.models import ActionsPage, CollectiveAction, Observation, WatchPage
from portal.core import searchable
from portal.core.searchable import Document, Field, Kind, Source, Wording

OBSERVATIONS, ACTIONS = "observations", "actions"
OBSERVATION = Kind(
    "observation",
    _("Observations"),
    order=7,
    words={
        "fr": "observation veille",
        "nl": "vaststelling",
        "en": "observation",
        "es": "observación",
    },
    dated=_("Last heard on %(date)s"),
)
ACTION = Kind(
    "action",
    _("Actions"),
    order=8,
    words={"fr": "action", "nl": "actie", "en": "action", "es": "acción"},
    dated=_("Meeting of %(date)s"),
)
# What lends its words or its days to each, and by which field.
BORROWED = {
    (OBSERVATIONS, Observation): {
        "events.Meeting": "sightings__meeting",
        "events.Concertation": "sightings__meeting__concertation",
        "core.Bassin": "sightings__meeting__concertation__bassin",
        "core.Theme": "theme",
        "services.Term": "publics",
    },
    (ACTIONS, CollectiveAction): {"events.Meeting": "meeting"},
}


def register(apps):
    sources = (
        (OBSERVATIONS, Observation, _observation_documents, WatchPage, OBSERVATION),
        (ACTIONS, CollectiveAction, _action_documents, ActionsPage, ACTION),
    )
    for name, model, documents, page_class, kind in sources:
        keys = partial(_keys, model)
        searchable.register(Source(name, keys, documents), kind)
        searchable.watch(model, name, lambda record: [record.uuid])
        _watch_pages(page_class, name, keys)
    for (name, model), fields in BORROWED.items():
        for label, field in fields.items():
            searchable.watch(apps.get_model(label), name, _using(model, field))
    for label, field, name in (
        ("Sighting", "observation", OBSERVATIONS),
        ("Milestone", "action", ACTIONS),
    ):
        searchable.watch(apps.get_model("events", label), name, _owner(field))


def tell_of(observations):
    """Say that what ``observations`` tell may have changed, many at a time."""
    searchable.tell(OBSERVATIONS, observations.values_list("uuid", flat=True))


def _keys(model):
    uuids = model.objects.public().order_by("uuid").values_list("uuid", flat=True)
    return map(str, uuids)


def _observation_documents(keys):
    homes = _homes(WatchPage)
    public = Observation.objects.public().filter(uuid__in=keys).with_recurrence()
    related = ("publics", "sightings__meeting__concertation__bassin")
    found = public.select_related("theme").prefetch_related(*related)
    return [_observation(one, homes) for one in found] if homes else []


def _observation(observation, homes):
    def wording(language, home):
        return Wording(
            language=language,
            title=_said(observation, "sentence", language),
            url=f"{home}{observation.pk}/",
            texts=tuple(_around(observation)),
        )

    return Document(
        key=str(observation.uuid),
        kind=OBSERVATION.name,
        wordings=_wordings(wording, homes),
        date=observation.last_heard,
    )


def _around(observation):
    """Its kind, its theme, whom it is about and where it was heard."""
    yield Field.TERM, str(observation.get_kind_display())
    yield Field.TERM, str(observation.theme or "")
    for public in observation.publics.all():
        yield Field.TERM, str(public)
    meetings = [sighting.meeting for sighting in observation.sightings.all()]
    yield from {
        (Field.SUMMARY, str(meeting.concertation.bassin))
        for meeting in meetings
        if meeting.concertation
    }


def _action_documents(keys):
    homes = _homes(ActionsPage)
    public = CollectiveAction.objects.public().filter(uuid__in=keys)
    dated = public.annotate(decided_on=F("meeting__start_date"))
    found = dated.prefetch_related("milestones")
    return [_action(one, homes) for one in found] if homes else []


def _action(action, homes):
    def wording(language, home):
        return Wording(
            language=language,
            title=_said(action, "title", language),
            url=f"{home}#{action.anchor}",
            summary=_said(action, "description", language),
            texts=(
                (Field.TERM, str(action.get_state_display())),
                (Field.SUMMARY, action.owner),
                *((Field.TEXT, str(part)) for part in action.milestones.all()),
            ),
        )

    return Document(
        key=str(action.uuid),
        kind=ACTION.name,
        wordings=_wordings(wording, homes),
        date=action.decided_on,
    )


def _wordings(wording, homes):
    """What a record says in each language in which a page shows it."""
    written = []
    for language, home in homes.items():
        with translation.override(language):
            written.append(wording(language, home))
    return [words for words in written if words.title]


def _said(record, name, language):
    return getattr(record, f"{name}_{language}")


def _homes(page_class):
    """The addresses of the pages anybody may open, by language."""
    pages = page_class.objects.published_in_any_language().select_related("locale")
    return {page.locale.language_code: page.url for page in pages if page.url}


def _using(model, field):
    def keys(record):
        found = model.objects.filter(**{field: record.pk})
        return found.values_list("uuid", flat=True).distinct()

    return keys


def _owner(field):
    def keys(part):
        # Its owner may have gone with it.
        return [owner.uuid] if (owner := getattr(part, field, None)) else []

    return keys


def _watch_pages(page_class, source, keys):
    """Tell of all there is when the page that shows it comes, goes or moves."""

    def on_change(*, instance, **_signal):
        page = getattr(instance, "page", instance)
        if page_class.objects.filter(path__startswith=page.path).exists():
            searchable.tell(source, keys())

    def on_delete(**_signal):
        searchable.tell(source, keys())

    name = f"search-pages-of-{source}"
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(on_change, weak=False, dispatch_uid=name)
    for signal in (post_save, post_delete):
        signal.connect(
            on_change, sender=PageViewRestriction, weak=False, dispatch_uid=name
        )
    post_delete.connect(on_delete, sender=page_class, weak=False, dispatch_uid=name)
