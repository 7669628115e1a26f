"""Names that come after « M. », « Mme » or « dhr. », in capitals or not."""

import re

from portal.core.identifiers.name_shapes import (
    FIRST,
    PARTICLE,
    WORD,
    end_of_name,
    is_name,
)
from portal.core.identifiers.small_names import end_of_small_name, is_done

# « Me » and « MM » are words of their own in small letters; « 200 m. » are metres, and
# « il m a dit » has lost an apostrophe.
TITLE = re.compile(
    r"(?<![\w'·-])(?:"
    r"(?-i:MM?\s?\.|MM|Me|M(?=\s[A-Z](?:\w|\.)))"
    r"|(?<!\d)(?<!\d )(?-i:m\.|m(?=\s[A-ZÀ-Þ]))"
    r"|(?<!\d)(?:(?<=^)|(?<=[.,;:!?(\n]\s)|(?<=\bchez\s)|(?<=\bavec\s))m(?=\s)"
    r"|mme?s?\.?|mm?e?lles?\.?|mr\.?|mrs\.?|dr\.?|pr\.|mad\.|mvr\.?|mevr\.?|dhr\.?"
    r"|hr\.|mw\.?|mej\.?"
    r"|monsieur|messieurs|madame|mesdames|mademoiselle|ma[iî]tre|docteur"
    r"|heer|meneer|mijnheer|mevrouw|juffrouw|dokter"
    r")(?:(?<=\.)|(?![\w'·]))\s*",
    re.IGNORECASE,
)
PLURAL = re.compile(r"(?:MM|mme?s|mlles|messieurs|mesdames)\b", re.IGNORECASE)
AND_ANOTHER = re.compile(rf"\s(?:et|en|&)\s({WORD})", re.IGNORECASE)
# « Rue Docteur Huet », « Dokter Huetstraat »: somebody who became a street.
STREET_BEFORE = re.compile(
    r"\b(?:rue|av\.|avenue|place|bd\.?|boulevard|chauss[ée]e|square|clos|quai|all[ée]e"
    r"|parc|station|arr[êe]t|[ée]cole|institut|fondation|prix)\s(?:du\s)?$",
    re.IGNORECASE,
)
STREET = re.compile(r"(?:straat|laan|plein|weg|kaai|lei|dreef|park|square)$", re.I)


def spans(text):
    for match in TITLE.finditer(text):
        if STREET_BEFORE.search(text, max(0, match.start() - 20), match.start()):
            continue
        end = end_of_name(text, match.end())
        if end and STREET.search(text, match.end(), end):
            continue
        if end and _is_shouted(text, match.end()):
            continue
        if end and PLURAL.match(text, match.start()):
            end = _end_with_another(text, end)
        end = end or end_of_small_name(text, match)
        if end:
            yield match.start(), end


def _is_shouted(text, start):
    """« MADAME REFUSE TOUT » names nobody, and « MME DE SMET » somebody."""
    particle = PARTICLE.match(text, start)
    word = FIRST.match(text, particle.end() if particle else start)
    return word[0].isupper() and len(word[0]) > 1 and is_done(word[0].lower())


def _end_with_another(text, end):
    another = AND_ANOTHER.match(text, end)
    return another.end() if another and is_name(another[1]) else end
