"""What a service costs, in words: never an amount without the day it was known on."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import formats

from services import freshness
from services.models.taxonomy import Axis, Term
from services.wording import Said, said

NOTHING = Said("")


@dataclass(frozen=True)
class Price:
    words: Said
    # In euros, where it is known; and as it is written.
    value: Decimal | None = None
    amount: str = ""
    more: Said = NOTHING
    as_of: date | None = None
    is_stale: bool = False
    reference_title: str = ""
    reference_url: str = ""


def price_of(vocabulary, condition_pks, options, today=None):
    """« Gratuit », « Conventionné », then each price with its day."""
    conditions = vocabulary.of(Axis.CONDITIONS, condition_pks)
    kinds = [one for one in conditions if one.group == Term.Group.COST]
    prices = [_of_option(option, today) for option in options]
    # A price says the same with its day: « Gratuit » once.
    told = {price.words.text for price in prices}
    return [
        *(Price(Said(one.label)) for one in kinds if one.label not in told),
        *prices,
    ]


def _of_option(option, today):
    return Price(
        words=said(option, "option"),
        value=option.amount,
        amount=euros(option.amount),
        more=said(option, "amount_description"),
        as_of=option.as_of,
        is_stale=bool(today) and _is_stale(option, today),
        reference_title=option.reference_title,
        reference_url=option.reference_url,
    )


def _is_stale(option, today):
    if option.valid_to and option.valid_to < today:
        return True
    family = freshness.Family.COST
    state = freshness.of(option.as_of, today, family=family)
    return state == freshness.Freshness.STALE


def euros(amount):
    """« 20 € », « 11,20 € »; nothing where no amount is known."""
    if amount is None:
        return ""
    decimals = 0 if amount == amount.to_integral_value() else 2
    return f"{formats.number_format(amount, decimals)}\u00a0€"
