"""What the sources truly say of some types of services; the rest is to be written."""

from home.content import reading
from home.content.typography import typeset
from services.models import Term, TypeProfile

OF_THE_PROFILE = {"type", "first", "source"}


def load():
    for said in typeset(reading.terms("type_profiles")):
        lines = {
            f"{name}_fr": text
            for name, text in said.items()
            if name not in OF_THE_PROFILE
        }
        TypeProfile.objects.get_or_create(
            term=Term.objects.get(code=said["type"]),
            defaults={
                **lines,
                "source": said["source"],
                "is_compared_first": said.get("first", False),
            },
        )
