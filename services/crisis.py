"""Whom to call in a crisis: emergency numbers, listening lines, mobile teams."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from services import cards, front_door
from services.facets import BY_NAME
from services.models.phone import Phone
from services.models.service import Service
from services.models.taxonomy import Term

# The codes of the starter; where an editor removed one, its group is not shown.
GROUPS = (
    (_("Emergency numbers"), {"type-emergency-number"}),
    (_("Listening lines"), {"type-helpline"}),
    (_("Mobile crisis teams"), {"type-mobile-2a", "type-mobile-2b"}),
    (
        _("Psychiatric emergencies and crisis beds"),
        {"type-psych-emergency", "type-crisis-centre"},
    ),
)
# Those that anybody may call at once, whatever the hour and without being sent.
AT_ONCE = GROUPS[:2]
# Beyond, it is no help to somebody who has to call.
MOST = 60


@dataclass(frozen=True)
class Group:
    title: str
    cards: list


def groups(today):
    """Each group with its services, reliable ones first; empty groups left out."""
    return _found(GROUPS, today) if front_door.is_public() else []


def numbers(today):
    """The cards of whom anybody may call at once, emergency numbers first."""
    found = _found(AT_ONCE, today)
    by_service = {card.service.pk: card for group in found for card in group.cards}
    return list(by_service.values())


def _found(wanted, today):
    codes = {code for _title, codes in wanted for code in codes}
    typed = BY_NAME["type"].having(Term.objects.filter(code__in=codes).values("pk"))
    listed = Service.objects.listed().filter(pk__in=typed)
    reachable = listed.filter(Exists(Phone.objects.filter(service=OuterRef("pk"))))
    ordered = reachable.in_reader_order(today).select_related("organisation")
    found = cards.of(ordered[:MOST], today)
    groups = [Group(title, _of(found, codes)) for title, codes in wanted]
    return [group for group in groups if group.cards]


def _of(found, codes):
    return [card for card in found if codes & {one.code for one in card.types}]
