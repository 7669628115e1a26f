"""What support teams do, at which levels, with which results and difficulties."""

from home.content import reading
from home.content.network import LANGUAGES
from home.content.typography import typeset
from services.models import SupportAnswer, SupportKind, SupportLevel, SupportOutcome

WORDS = ("own_words", "name", "hint", "question", "example")
ASKED = ("level", "tried", "availability")


def load():
    content = reading.terms("support")
    for order, level in enumerate(content["levels"], start=1):
        _level(level, order)
    for order, kind in enumerate(content["kinds"], start=1):
        _kind(kind, order)
    for order, answer in enumerate(content["answers"], start=1):
        texts = {f"text_{code}": typeset(answer[code]) for code in LANGUAGES}
        SupportAnswer.objects.get_or_create(
            name=answer["name"], defaults={"sort_order": order, **texts}
        )


def _level(content, order):
    names = {f"name_{code}": typeset(content[code]) for code in ("fr", "nl")}
    level, _created = SupportLevel.objects.get_or_create(
        code=content["code"], defaults={"sort_order": order, **names}
    )
    for sort, lines in (
        (SupportOutcome.Sort.RESULT, content["results"]),
        (SupportOutcome.Sort.DIFFICULTY, content["difficulties"]),
    ):
        for place, (code, french, dutch) in enumerate(lines, start=1):
            names = typeset({"name_fr": french, "name_nl": dutch})
            SupportOutcome.objects.get_or_create(
                code=f"{level.code}-{code}",
                defaults={"level": level, "sort": sort, "sort_order": place, **names},
            )


def _kind(content, order):
    words = {
        f"{name}_{code}": text
        for name in WORDS
        for code, text in zip(("fr", "nl"), content.get(name, ()), strict=False)
    }
    asks = {f"asks_{name}": name in content.get("asks", ()) for name in ASKED}
    SupportKind.objects.get_or_create(
        code=content["code"],
        defaults={
            "section": content["section"],
            "is_asked": content.get("is_asked", True),
            "sort_order": order,
            **asks,
            **typeset(words),
        },
    )
