"""What an aide-mémoire says of one service: words only, true on one day."""

from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core import when
from services import addresses, closing, freshness
from services.freshness import Freshness
from services.models.taxonomy import Term
from services.wording import Said, said

SHOWN_GROUPS = (Term.Group.ACCESS, Term.Group.MODALITY)
# Their mode says it already.
SAID_BY_THE_MODE = {"cond-mobile", "cond-outreach", "cond-remote"}
COMMUNES_NAMED = 4


@dataclass(frozen=True)
class Number:
    number: str
    uri: str
    who: str = ""


@dataclass(frozen=True)
class Line:
    uuid: str
    slug: str
    name: str
    # The language of the name where it is not the reader's.
    language: str
    kind: str
    zone: str
    publics: str
    access: str
    delay: str
    languages: str
    phones: tuple[Number, ...]
    # A value of Freshness, and the same in words.
    standing: str
    standing_words: str
    is_fictional: bool = False
    # « Fermé du … au … », where it is or soon will be.
    closed: str = ""
    # The language of ``publics`` where it is not the reader's.
    publics_language: str = ""

    @property
    def url(self):
        return addresses.service(self.slug)

    @property
    def is_doubtful(self):
        """True where a reader should call before sending anybody there."""
        return self.standing in {Freshness.STALE, Freshness.NEVER}

    @property
    def data(self):
        return {**asdict(self), "phones": [asdict(number) for number in self.phones]}

    @classmethod
    def of_data(cls, data):
        phones = tuple(Number(**number) for number in data["phones"])
        return cls(**{**data, "phones": phones})


def line_of(service, day):
    """What was known of ``service`` on ``day``; what was said later is left out.

    Costs nothing where ``service`` was read ``with_card`` and with its publics.
    """
    standing, standing_words = _standing(service, day)
    name, publics = said(service, "name"), publics_of(service)
    return Line(
        uuid=str(service.uuid),
        slug=service.slug,
        name=name.text,
        language=name.lang,
        kind=", ".join(term.label for term in service.service_types.all()),
        zone=zone_of(service),
        publics=publics.text,
        access=_access(service),
        delay=_delay(service, day),
        languages=", ".join(language.name for language in service.languages.all()),
        phones=numbers_of(service),
        standing=standing,
        standing_words=standing_words,
        is_fictional=service.is_fictional,
        closed=str(closing.of(service, service.closure(day), day)),
        publics_language=publics.lang,
    )


def zone_of(service):
    """« Etterbeek, Auderghem », « Région bruxelloise »: where it works."""
    if service.serves_country:
        return _("all of Belgium")
    if service.serves_region:
        return _("Brussels Region")
    bassins = [bassin.name for bassin in service.bassins.all()]
    if bassins:
        return ", ".join(bassins)
    communes = [commune.name for commune in service.communes.all()]
    if len(communes) > COMMUNES_NAMED:
        count = len(communes)
        return ngettext("%(count)s commune", "%(count)s communes", count) % {
            "count": count
        }
    return ", ".join(communes)


def publics_of(service):
    named = ", ".join(term.label for term in service.publics.all())
    return Said(named) if named else said(service, "eligibility_description")


def numbers_of(service):
    return tuple(
        Number(number=phone.number, uri=phone.uri, who=phone.description)
        for phone in service.phones.all()
    )


def _access(service):
    granted = [
        term.label
        for term in service.conditions.all()
        if term.group in SHOWN_GROUPS and term.code not in SAID_BY_THE_MODE
    ]
    return ", ".join(granted)


def _delay(service, day):
    told = service.shown_delay(day)
    if told is None or told.as_of > day:
        return ""
    return _("%(delay)s (said on %(day)s)") % {
        "delay": told.label,
        "day": when.day(told.as_of, weekday=False),
    }


def _standing(service, day):
    assured = service.assured_date
    if assured is not None and assured > day:
        assured = None
    state = freshness.of(assured, day)
    return str(state), standing_words(state, assured)


def standing_words(state, assured):
    """« Vérifié le 15 septembre 2026 », « À vérifier : octobre 2024 »."""
    if state == Freshness.NEVER:
        return _("Never verified yet")
    if state == Freshness.STALE:
        return _("To be verified: %(month)s") % {"month": when.month(assured)}
    day = when.day(assured, weekday=False)
    if state == Freshness.TO_CONFIRM:
        return _("Verified on %(day)s, to be confirmed") % {"day": day}
    return _("Verified on %(day)s") % {"day": day}
