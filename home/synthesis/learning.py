"""The training needs and what answers them, as the synthesis tells them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    rank: object
    title: str
    answer: str


def rows(now):
    return []
