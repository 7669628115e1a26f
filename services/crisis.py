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
# Beyond, it is no help to somebody who has to call.
MOST = 60


@dataclass(frozen=True)
class Group:
    title: str
    cards: list


def lines(today):
    """Each group with its services, reliable ones first; empty groups left out."""
    if not front_door.is_public():
        return []
    codes = {code for _title, codes in GROUPS for code in codes}
    typed = BY_NAME["type"].having(Term.objects.filter(code__in=codes).values("pk"))
    listed = Service.objects.listed().filter(pk__in=typed)
    reachable = listed.filter(Exists(Phone.objects.filter(service=OuterRef("pk"))))
    ordered = reachable.in_reader_order(today).select_related("organisation")
    found = cards.of(ordered[:MOST], today)
    groups = [Group(title, _of(found, codes)) for title, codes in GROUPS]
    return [group for group in groups if group.cards]


def _of(found, codes):
    return [card for card in found if codes & {one.code for one in card.types}]
