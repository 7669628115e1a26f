"""Names that come after « M. », « Mme » or « dhr. », in capitals or not."""

import re

from portal.core.identifiers.name_shapes import (
    NO_NAMES,
    PARTICLE,
    WORD,
    end_of_name,
    is_name,
)

# « M. », « Me » and « MM. » are words of their own in small letters.
TITLE = re.compile(
    r"(?<![\w'·-])(?:"
    r"(?-i:MM?\s?\.|MM|Me|M(?=\s[A-Z][a-z]))"
    r"|mme?s?\.?|mlles?\.?|mr\.?|dr\.?|pr\.|mevr\.?|dhr\.?|mw\.?|mej\.?"
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
# A name in small letters is one where somebody does something after it, or where
# something is done with them before the title.
DOES = (
    r"(?:est|a|n'\w+|s'\w+|se|va|vit|ne(?!\s(?:pas|plus|jamais|rien)\b)|vient|revient|dort"
    r"|boit|dit|refuse|menace|pleure|crie|hurle|reste|re[çc]oit|prend|doit|peut|veut"
    r"|sait|fait|parle|souffre|habite|consomme|perd|sort|demande|appelle|loge|tombe"
    r"|entend|paie|ouvre|mange|accepte|arrive|r[ée]pond|semble|insulte|accumule"
    r"|sont|ont|refusent|vivent|dorment|veulent|boivent|menacent|crient"
    r"|is|heeft|wil|kan|komt|gaat|woont|werd|wordt|was|had|drinkt|slaapt|zegt|weigert"
    r"|belt|roept|spreekt|leeft|hoort|doet|krijgt|blijft|moet|zal|vraagt|betaalt|opent"
    r"|gebruikt|eet|staat|zit|ligt|loopt|valt|dreigt|huilt)\b"
)
SMALL = re.compile(rf"({WORD})\s+{DOES}")
WITH = re.compile(
    r"\b(?:avec|chez|pour|contre|voir|rencontr[ée]+|met|voor|bij|tegen|door)\s$",
    re.IGNORECASE,
)
SMALL_ALONE = re.compile(rf"({WORD})(?=\s*(?:[.,;:!?)]|$)|\s+(?:et|qui|en|die)\b)")
BEFORE_VERBS = (
    "lui leur me te se y dont où n n'en aussi là toujours alors seul seule lui-même "
    "elle-même enfin ici souvent parfois jamais bien tout tous toutes mal peu "
    "encore déjà beaucoup même tard malade enceinte alcoolique zelf ook nu er hem "
    "ons niet dan nog al steeds vandaag alleen altijd nooit wie wat waar soms vaak "
    "graag weer thuis samen"
)
NOT_SMALL = NO_NAMES | frozenset(BEFORE_VERBS.split())
# « Monsieur âgé vit », « madame, hospitalisée, dort ».
DESCRIBES = re.compile(r"(?:[ée]e?|ant|ante|if|ive|eux|euse|ment|er|ir)$")


def spans(text):
    for match in TITLE.finditer(text):
        if STREET_BEFORE.search(text, max(0, match.start() - 20), match.start()):
            continue
        end = end_of_name(text, match.end())
        if end and STREET.search(text, match.end(), end):
            continue
        if end and PLURAL.match(text, match.start()):
            end = _end_with_another(text, end)
        end = end or _end_of_small(text, match)
        if end:
            yield match.start(), end


def _end_with_another(text, end):
    another = AND_ANOTHER.match(text, end)
    return another.end() if another and is_name(another[1]) else end


def _end_of_small(text, title):
    start = title.end()
    particle = PARTICLE.match(text, start)
    # « Madame la voisine est … »: an article; « mevrouw van den berg is … »: a name.
    if particle and particle[0].split()[0] in {"van", "el", "ben", "al", "bin"}:
        start = particle.end()
    match = SMALL.match(text, start)
    if not match and WITH.search(text, max(0, title.start() - 12), title.start()):
        match = SMALL_ALONE.match(text, start)
    is_small_name = (
        match
        and match[1].islower()
        and len(match[1]) > 1
        and match[1] not in NOT_SMALL
        and not DESCRIBES.search(match[1])
    )
    return match.end(1) if is_small_name else None
