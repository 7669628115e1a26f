"""The facts of an entry that can be confirmed or corrected, one by one.

A key says which column, which phone, or which part of the entry a fact is. Some parts
are told in one text (hours, places): their corrections are entered by hand.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from services import hours
from services.freshness import Family
from services.models import Delay, Phone, Saturation, Service

WORDS = {
    "name": Family.ENTRY,
    "description": Family.ENTRY,
    "application_process": Family.ACCESS,
    "eligibility_description": Family.ACCESS,
    "not_offered": Family.ACCESS,
    "fees_description": Family.COST,
}
PLAIN = {"url": Family.CONTACT, "email": Family.CONTACT}
CHOICES = {
    "delay": (Family.DELAY, Delay),
    "saturation": (Family.SATURATION, Saturation),
}
PHONE, PLACES, HOURS = "phone-", "places", "hours"
LONGEST = 2000


@dataclass(frozen=True)
class Fact:
    key: str
    label: str
    family: str
    # As it stands, for a reader, and as it is stored.
    shown: str
    stored: str = ""
    longest: int = LONGEST
    choices: tuple = field(default=())
    # False for what is entered by hand once it is accepted.
    is_written: bool = True

    @property
    def is_dated(self):
        """Whether one may say until when it holds."""
        return bool(self.choices)


def of(service, today):
    """Every fact of ``service``, in the order of its page and the active language."""
    return [
        *_words(service),
        *_phones(service),
        *_plain(service),
        _told(PLACES, _("Where"), Family.CONTACT, _places(service)),
        _told(HOURS, _("Opening hours"), Family.HOURS, _hours(service, today)),
        *_choices(service),
    ]


def by_key(service, today):
    return {fact.key: fact for fact in of(service, today)}


def family_of(key):
    """The family of ``services.freshness`` a key belongs to."""
    if key.startswith(PHONE) or key == PLACES:
        return Family.CONTACT
    if key == HOURS:
        return Family.HOURS
    if key in CHOICES:
        return CHOICES[key][0]
    return PLAIN.get(key) or WORDS[key.rpartition("_")[0]]


def _words(service):
    """Each text in the language it is shown in: ours, or French while it is missing."""
    language = get_language() or settings.LANGUAGE_CODE
    for name, family in WORDS.items():
        own = f"{name}_{language}"
        has_own = getattr(service, own, "")
        key = own if has_own else f"{name}_{settings.LANGUAGE_CODE}"
        text = getattr(service, key)
        column = Service._meta.get_field(key)
        label = str(column.verbose_name).rpartition(" (")[0]
        longest = min(column.max_length or LONGEST, LONGEST)
        yield Fact(key, label, family, text, text, longest)


def _plain(service):
    for name, family in PLAIN.items():
        column, text = Service._meta.get_field(name), getattr(service, name)
        label = str(column.verbose_name)
        yield Fact(name, label, family, text, text, column.max_length)


def _phones(service):
    longest = Phone._meta.get_field("number").max_length
    for phone in service.phones.all():
        label = phone.description or phone.get_type_display()
        key = f"{PHONE}{phone.digits}"
        yield Fact(key, label, Family.CONTACT, phone.number, phone.number, longest)


def _choices(service):
    for name, (family, choices) in CHOICES.items():
        stored = getattr(service, name)
        shown = str(dict(choices.choices).get(stored, ""))
        label = str(Service._meta.get_field(name).verbose_name)
        yield Fact(name, label, family, shown, stored, choices=tuple(choices.choices))


def _told(key, label, family, text):
    return Fact(key, label, family, text, text, is_written=False)


def _places(service):
    return "\n".join(str(at.location) for at in service.service_at_locations.all())


def _hours(service, today):
    lines = (
        f"{one.label} {one.words} {one.place}".strip()
        for one in hours.usual(service, today)
    )
    return "\n".join(lines)
