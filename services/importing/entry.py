from dataclasses import dataclass, field


@dataclass
class Entry:
    """One service as a file tells it, by the columns of ``services.columns``.

    What a mapping does not hold, the file does not say, and stays as it is; what it
    holds empty is to be emptied. Values are texts when read, typed once checked.
    """

    # The line of the file, or the rank of the service in it, from 1.
    line: int
    uuid: str = ""
    # What others know it by: pairs of whose name, and the name.
    identifiers: tuple = ()
    organisation_uuid: str = ""
    organisation: dict = field(default_factory=dict)
    facts: dict = field(default_factory=dict)
    codes: dict = field(default_factory=dict)
    # Lists of mappings; ``places`` hold their ``uuid`` and an ``at`` of their own.
    places: list | None = None
    children: dict = field(default_factory=dict)
    successor: str | None = None
    assured_date: str = ""
    # For the team only, and only of a new service.
    note: str = ""

    @property
    def name(self):
        return self.facts.get("name_fr", "")


@dataclass(frozen=True)
class Refusal:
    """Why one line cannot be taken, in words for whoever prepared the file."""

    line: int
    name: str
    reason: str
