"""How a name looks: words with a capital, particles between, initials with a dot."""

import re

LETTER = r"[^\W\d_]"
WORD = rf"{LETTER}(?:{LETTER}|['·-](?={LETTER}))*"
PARTICLE = re.compile(
    r"(?:de la|de l'|de|du|des|d'|van der|van den|van de|van 't|van|von|der|den|ten|ter"
    r"|el|al|ben|bin|ou|di|da|del|della|dos|le|la|'t|o')(?:\s+|(?<='))",
    re.IGNORECASE,
)
FIRST = re.compile(WORD)
# After the first; a longer row of capitals is no name.
MOST_WORDS = 5
# « L'équipe », and not « L'Hoest ».
ELIDED = re.compile(r"(?:l|qu|n|s|c|d)'(?-i:(?=[a-zà-ÿ]))", re.IGNORECASE)
MORE = re.compile(rf"(?:\s+|\.\s?|-)(?:{PARTICLE.pattern})?({WORD})", re.IGNORECASE)
# The dot of « Mme D. » belongs to what stands for her.
DOT_OF_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]$")
# « Mme V.d.B. ».
DOTS = re.compile(rf"(?:\.{LETTER}(?=\.))*\.")
# Stands for somebody without naming them.
PLACEHOLDERS = {"X", "Y", "Z", "XX", "YY", "N"}
# What a capital may begin after a title, and is no name.
AFTER_TITLES = (
    "monsieur madame mademoiselle mme mr mevrouw meneer mijnheer heer et en ou of "
    "il elle ils elles je nous vous on le la les un une des ce cet cette ces son "
    "sa ses notre nos mon ma mais car donc puis depuis après avant dans sur chez "
    "pour par hier hij zij ze wij we het de een dit dat die deze ons onze haar zijn "
    "maar want dus est is qui que ne gisteren directeur directrice président "
    "présidente juge ministre bourgmestre échevin échevine secrétaire chef "
    "burgemeester voorzitter voorzitster directrice minister rechter vrederechter "
    "schepen secretaris"
)
NO_NAMES = frozenset(AFTER_TITLES.split())


def end_of_name(text, start):
    """Where the name that begins at ``start`` ends; None where there is none."""
    particle = PARTICLE.match(text, start)
    # « Madame la Bourgmestre », « Madame le … »: an article before an office.
    if particle and particle[0].strip().lower() not in {"le", "la", "ou"}:
        start = particle.end()
    first = FIRST.match(text, start)
    if not first or not is_name(first[0]):
        return None
    end = first.end()
    for _word in range(MOST_WORDS):
        more = MORE.match(text, end)
        if not more or not is_name(more[1]):
            break
        end = more.end()
    dots = DOTS.match(text, end) if DOT_OF_INITIAL.search(text[:end][-2:]) else None
    return dots.end() if dots else end


def is_name(word):
    return (
        word[0].isupper()
        and word not in PLACEHOLDERS
        and word.lower() not in NO_NAMES
        and not ELIDED.match(word)
    )
