"""What someone says of themselves when they register."""

import uuid
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Person:
    given_name: str
    family_name: str
    email: str = ""
    organisation: str = ""
    role: str = ""
    language: str = "fr"
    question: str = ""
    is_listed: bool = False
    answers: dict = field(default_factory=dict)
    access_need: str = ""
    # Made when the form is shown: the same form posted twice is known by it.
    booking: uuid.UUID = field(default_factory=uuid.uuid4)

    @classmethod
    def of(cls, registration):
        """Who somebody said they were, to be written down once more."""
        names = (
            "given_name",
            "family_name",
            "email",
            "organisation",
            "role",
            "language",
        )
        return cls(**{name: getattr(registration, name) for name in names})

    def facts(self):
        """What the registration keeps; the need for access is kept apart."""
        facts = asdict(self)
        del facts["access_need"]
        return facts
