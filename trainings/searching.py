"""What the search is told of trainings and of training needs, and their changes."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from wagtail.models import PageViewRestriction

from portal.core import searchable
from portal.core.searchable import Document, Field, Kind, Source, Wording
from trainings.doors import CATALOGUE, NEEDS
from trainings.models import Training, TrainingNeed

KINDS = (
    Kind(
        "training",
        _("Trainings"),
        order=5,
        words={
            "fr": "formation",
            "nl": "vorming",
            "en": "training",
            "es": "formación",
        },
    ),
    Kind(
        "training_need",
        _("Training needs"),
        order=6,
        words={
            "fr": "besoin de formation",
            "nl": "vormingsnood",
            "en": "training need",
            "es": "necesidad de formación",
        },
    ),
)


def register(apps):
    for source, kind in zip(SOURCES, KINDS, strict=True):
        searchable.register(Source(source.name, source.keys, source.documents), kind)
        searchable.watch(source.model, source.name, lambda record: [record.uuid])
        # Who may read them is said by the page above them.
        for above in (source.entrance.model, PageViewRestriction):
            searchable.watch(above, source.name, source.all_keys)
        for label, field in source.borrowed.items():
            model = apps.get_model(label)
            searchable.watch(model, source.name, source.using(field))


class Records:
    """Public records with words in each language, and a page above them."""

    def __init__(self, name, model, kind, entrance, *, shown, texts, borrowed):
        self.name = name
        self.model = model
        self.kind = kind
        self.entrance = entrance
        # Reads records with all that is told of them.
        self.shown = shown
        self.texts = texts
        # What lends its words to them, and by which field.
        self.borrowed = borrowed

    def keys(self):
        if not self._languages():
            return []
        uuids = self.model.objects.public().order_by("uuid")
        return map(str, uuids.values_list("uuid", flat=True))

    def all_keys(self, _changed):
        return self.model.objects.values_list("uuid", flat=True)

    def documents(self, keys):
        languages = self._languages()
        if not languages:
            return []
        found = self.shown(self.model.objects.public().filter(uuid__in=keys))
        return [self._document(record, languages) for record in found]

    def using(self, field):
        """The records that refer to another one by ``field``."""

        def keys(other):
            found = self.model.objects.filter(**{field: other.pk})
            return found.values_list("uuid", flat=True).distinct()

        return keys

    def _languages(self):
        """For each language, the one they are read in; none where nobody may."""
        public = []
        for code, _name in settings.LANGUAGES:
            with translation.override(code):
                if self.entrance.is_public():
                    public.append(code)
        if settings.LANGUAGE_CODE not in public:
            return {code: code for code in public}
        french = settings.LANGUAGE_CODE
        return {
            code: code if code in public else french
            for code, _name in settings.LANGUAGES
        }

    def _document(self, record, languages):
        changed = getattr(record, "updated_at", record.created_at)
        return Document(
            key=str(record.uuid),
            kind=self.kind,
            wordings=[
                self._wording(record, code, read_in)
                for code, read_in in languages.items()
                if getattr(record, f"title_{code}")
            ],
            date=timezone.localdate(changed),
        )

    def _wording(self, record, language, read_in):
        with translation.override(read_in):
            url = reverse(self.kind, args=[record.slug])
        with translation.override(language):
            return Wording(
                language=language,
                title=getattr(record, f"title_{language}"),
                url=url,
                summary=getattr(record, f"summary_{language}", ""),
                body=getattr(record, f"description_{language}"),
                texts=tuple(self.texts(record, language)),
            )


def _of_training(training, language):
    yield Field.TERM, str(training.get_kind_display())
    yield Field.SUMMARY, training.partner_words
    for name in ("audience", "prerequisites"):
        yield Field.TEXT, getattr(training, f"{name}_{language}")
    for need in training.needs.all():
        yield Field.SUMMARY, getattr(need, f"title_{language}")
    yield from _themes(training, language)


def _of_need(need, language):
    yield from _themes(need, language)


def _themes(record, language):
    for theme in record.themes.all():
        yield Field.TERM, getattr(theme, f"name_{language}")


SOURCES = (
    Records(
        "trainings",
        Training,
        "training",
        CATALOGUE,
        shown=lambda trainings: trainings.with_facts(),
        texts=_of_training,
        borrowed={
            "services.Organisation": "partner",
            "trainings.TrainingNeed": "needs",
            "core.Theme": "themes",
        },
    ),
    Records(
        "training-needs",
        TrainingNeed,
        "training_need",
        NEEDS,
        shown=lambda needs: needs.prefetch_related("themes"),
        texts=_of_need,
        borrowed={"core.Theme": "themes"},
    ),
)
