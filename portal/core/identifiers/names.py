"""Names that come after « M. », « Mme » or « dhr. », or words that announce them."""

import re

LETTER = r"[^\W\d_]"
WORD = rf"{LETTER}(?:{LETTER}|['·-](?={LETTER}))*"
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
ANNOUNCED = re.compile(
    r"\b(?:s'appell(?:e|ent|ait)|se nomm(?:e|ant|ait)|(?:pr[ée]|d[ée]|sur)?nomm[ée]+s?"
    r"|(?<!\bdat )(?<!\bdit )heet(?:te)?|genaamd|famille|familie"
    r"|(?:pr[ée])?nom\s?:|(?:voor|achter|familie)?naam\s?:)\s+",
    re.IGNORECASE,
)
PARTICLE = re.compile(
    r"(?:de la|de l'|de|du|des|d'|van der|van den|van de|van 't|van|von|der|den|ten|ter"
    r"|el|al|ben|bin|ou|di|da|del|della|dos|le|la|'t|o')(?:\s+|(?<='))",
    re.IGNORECASE,
)
FIRST = re.compile(WORD)
# After the first; a longer row of capitals is no name.
MOST_WORDS = 5
# « L'équipe », and not « L'Hoest ».
ELIDED = re.compile(r"(?:l|qu|n|s|c)'(?-i:(?=[a-zà-ÿ]))", re.IGNORECASE)
MORE = re.compile(rf"(?:\s|\.\s?|-)(?:{PARTICLE.pattern})?({WORD})", re.IGNORECASE)
# Stands for somebody without naming them.
PLACEHOLDERS = {"X", "Y", "Z", "XX", "YY", "N"}
# What a capital may begin after such a word, and is no name.
AFTER_TITLES = (
    "monsieur madame mademoiselle mme mr mevrouw meneer mijnheer heer et en ou of "
    "il elle ils elles je nous vous on le la les l un une des ce cet cette ces son sa "
    "ses notre nos mon ma mais car donc puis depuis après avant dans sur chez pour par "
    "hij zij ze wij we het de een dit dat die deze ons onze haar zijn maar want dus "
    "directeur directrice président présidente juge ministre bourgmestre échevin "
    "échevine secrétaire chef burgemeester voorzitter voorzitster directrice minister "
    "rechter vrederechter schepen secretaris"
)
NO_NAMES = frozenset(AFTER_TITLES.split())
# A name in small letters is one when a verb follows that no other word comes before.
SMALL = re.compile(
    rf"({WORD})\s+(?:est|a|n'\w+|s'est|se|va|vit|ne(?!\s(?:pas|plus|jamais|rien)\b)"
    r"|is|heeft|wil|kan|komt|gaat|woont|werd|wordt|was|had)\b"
)
BEFORE_VERBS = (
    "lui leur me te se y qui que dont où ne n n'en aussi là hier toujours alors seul "
    "seule lui-même elle-même enfin ici souvent parfois jamais bien die dat zelf ook "
    "nu er hem haar ons niet dan nog al steeds gisteren vandaag alleen altijd nooit "
    "wie wat waar"
)
NOT_SMALL = NO_NAMES | frozenset(BEFORE_VERBS.split())


def spans(text):
    found = []
    for match in TITLE.finditer(text):
        end = _end_of_name(text, match.end()) or _end_of_small(text, match.end())
        if end:
            found.append((match.start(), end))
    for match in ANNOUNCED.finditer(text):
        end = _end_of_name(text, match.end())
        if end:
            found.append((match.end(), end))
    return found


def _end_of_name(text, start):
    """Where the name that begins at ``start`` ends; None where there is none."""
    particle = PARTICLE.match(text, start)
    # « Madame la Bourgmestre », « Madame le … »: an article before an office.
    if particle and particle[0].strip().lower() not in {"le", "la", "ou"}:
        start = particle.end()
    first = FIRST.match(text, start)
    if not first or not _is_name(first[0]):
        return None
    end = first.end()
    for _word in range(MOST_WORDS):
        more = MORE.match(text, end)
        if not more or not _is_name(more[1]):
            break
        end = more.end()
    return end


def _end_of_small(text, start):
    match = SMALL.match(text, start)
    is_name = match and match[1].islower() and match[1] not in NOT_SMALL
    return match.end(1) if is_name else None


def _is_name(word):
    return (
        word[0].isupper()
        and word not in PLACEHOLDERS
        and word.lower() not in NO_NAMES
        and not ELIDED.match(word)
    )
