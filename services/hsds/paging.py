"""The pages of a list, as the standard wants them told."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    records: list
    number: int
    total: int
    size: int

    @property
    def total_pages(self):
        return -(-self.total // self.size)

    @property
    def is_last(self):
        return self.number >= self.total_pages

    def told(self, contents):
        return {
            "total_items": self.total,
            "total_pages": self.total_pages,
            "page_number": self.number,
            "size": len(contents),
            "first_page": self.number == 1,
            "last_page": self.is_last,
            "empty": not contents,
            "contents": contents,
        }


def page_of(records, asked, related=None):
    """The page asked for; ``related`` adds what its records are told with."""
    start = (asked.page_number - 1) * asked.size
    part = records[start : start + asked.size]
    shown = list(related(part) if related else part)
    total = len(records) if isinstance(records, list) else records.count()
    return Page(shown, asked.page_number, total, asked.size)


def whole(records):
    """All of them on one page."""
    records = list(records)
    return Page(records, 1, len(records), max(len(records), 1))
