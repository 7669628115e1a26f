"""Names typed in small letters after « mme » or « dhr. », told by what stands around.

« Monsieur refuse » and « monsieur lemaire » have one shape. A word is a name where
somebody does something after it (« monsieur lemaire crie »), where an age or « qui »
follows, or where something is done with them before (« chez m. petit ce matin »).
"""

import re

from portal.core.identifiers.name_shapes import FIRST, NO_NAMES, PARTICLE, WORD
from portal.core.identifiers.people import ORIGINS, PERSON
from portal.core.identifiers.small_words import DOES, NEVER_NAMES, VERBS
from portal.core.identifiers.spelling import bare

BLANK = re.compile(r"\s*")
# « Mme benali fatima est … ».
MOST_WORDS = 3
NEXT = re.compile(rf"\s+({WORD})")
# « Mr ss revenus », « mw gn hulp »: as short as what people shorten.
SHORT = 3
# « Mme d. », « mr k »; one that may have lost an apostrophe (« mme n est ») is no name.
DOTTED = re.compile(r"[a-z]\.(?:\s?[a-z]\.)*(?!\w)")
INITIAL = re.compile(r"[befghikopqrvw]")
# « Madame la voisine est … » is no name, « mevrouw van den berg is … » is one.
ARTICLES = frozenset(
    {"la", "le", "du", "des", "de la", "de l'", "l'", "ou", "d'", "o'"}
)
# « Monsieur âgé vit », « madame, hospitalisée, dort ».
DESCRIBES = re.compile(
    r"(?:[ée]e|ées|és?|ant|ante|if|ive|eux|euse|ment|[ai]ble|ique|lijk|ig)$"
)
# Before a vowel: « n'est », « l'après-midi », and not « t'kindt » or « d'hondt ».
ELISION = re.compile(r"^n'|'(?=[aeiouyà-ÿ]|h(?:abitude|ier|eure|umeur|[ôo]pital))")
NOBODYS = re.compile(rf"{PERSON}|{DOES}")
AGE = r"(?:\s*[,(]\s*|\s+)(?:de\s)?\d\d\s?(?:ans?|a|jaar|j|jr)\b"
SOMEBODYS = re.compile(rf"\s+{DOES}|{AGE}|\s+qui\b|\s*,\s*(?:qui|die)\b")
# « Mme jacobs hospitalisée », « mr petit : chute »; a verb in « e » may stand so, too.
IS_SAID = re.compile(r"\s+\w{3,}(?:ée?|ue)\b|\s?:\s|\s+et\s(?:sa|son|ses|leurs?)\b")
# « Mw. peeters antwoordt »: what is done in Dutch ends so, a few adverbs apart.
DUTCH = re.compile(
    r"mevr|mw|mvr|dhr|hr|heer|meneer|mijnheer|juffrouw|mej", re.IGNORECASE
)
DOES_IN_DUTCH = re.compile(
    r"\s+(?!(?:niet|nooit|laat|slecht|eerst|juist|vast|best|meest|nacht|zacht|echt)\b)"
    r"\w{3,}t\b|\s+en\s(?:haar|zijn)\b"
)
DUTCH_VERB = re.compile(r"(?:t|te|de|en)$")
# Endings of what somebody does, or of what they are. A word without one of them, and
# that is no ordinary one, can only be a name: « mme joly déménage ».
MAY_BE_FRENCH = re.compile(
    r"(?:e|er|ir|oir|[aeiouîû]t|[rn][td]|ra|u|us|is|if|eur|eux|ain|ien|al|el|ons|ez|aux)$"
)
MAY_BE_DUTCH = re.compile(
    r"(?:[td]|te|de|en|ig|lijk|ief|isch|baar|zaam|loos|aal|eel|[aeiou]k)$"
)
# « Monsieur commence a boire » lost its accent; « monsieur lemaire a bu » did not.
LOST_ACCENT = re.compile(
    r"\s+a\b(?!\s(?:(?:encore|d[ée]j[àa]|toujours|de nouveau|aussi|bien|tout)\s)*"
    r"(?:[ée]t[ée]|eu|\w+(?:é|u|is|it|ert)|\d\d ans)\b)"
)
INFINITIVE_AFTER = re.compile(r"\s+(?:se\s|s'|ne\s|n')\w+(?:er|ir|re|oir)\b")
CLOSED = re.compile(r"\s*(?:[.,;:!?)]|$)|\s+(?:et|en|die)\b")
CLAUSE = re.compile(
    r"\s+(?:depuis|car|mais|donc|puis|pour|chez|dans|sans|hier|ce|cette|avec|[àa]|au|sur"
    r"|en|ils?|elles?|on)\b"
)
ANYWHERE = re.compile("")
# What stands before the title, the endings that are then of a verb rather than of a
# name, and what has to follow.
BEFORE_NAMES = (
    (r"avec|chez|contre|rencontr[ée]+|accompagn\w+|h[ée]berg\w+|par", "!", ANYWHERE),
    (r"voir|vue?s?|pour|pr|à|sur|concernant|concerne", "(?:er|ir|re|oir)$", ANYWHERE),
    (r"met|bij|tegen|voor|door|over|rond|ivm|naar|aan", "(?:t|en)$", ANYWHERE),
    (r"met|bij|tegen|voor|door|over|rond|ivm|naar|aan", "^(?:ge|be|ont)", CLOSED),
    (r"de", "e$", CLOSED),
    (r"de", "(?:e|er|ir)$", CLAUSE),
    (r"(?<!en\s)(?<!s\s)van|v/d", "t$", CLOSED),
    # « De buren van mevrouw klagen. »
    (r"van", "(?:t|en)$", CLOSED),
    # Whoever is helped, followed or known: « aider mr petit », « wij kennen mw claes ».
    (r"\w+(?:er|ir|[dtvci]re|ons|ez|é)", "(?:e|er|ir|oir)$", ANYWHERE),
    (r"(?:wij|we|ik)\s\w+", "(?:t|en|d)$", ANYWHERE),
)
CONTEXTS = [
    (re.compile(rf"\b(?:{words})\s(?:de\s)?$", re.I), re.compile(ending), after)
    for words, ending, after in BEFORE_NAMES
]
# « Un monsieur ivre qui … »: nobody's title.
COMMON_NOUN = re.compile(
    r"\b(?:une?|le|la|du|au|ce|cette|ces|notre|son|sa|mon|ma|vieux|vieille|jeune|petite?"
    r"|autre|chaque|m[êe]me|een|die|deze|onze|oude?|jonge|andere|elke)\s$",
    re.IGNORECASE,
)
DOCTOR = re.compile(r"d(?:r|oc|ok)", re.IGNORECASE)
BEFORE = 24


def end_of_small_name(text, title):
    """Where the name after ``title``, a match, ends; None where there is none."""
    before = text[max(0, title.start() - BEFORE) : title.start()]
    if COMMON_NOUN.search(before) and not DOCTOR.match(title[0]):
        return None
    dotted = DOTTED.match(text, title.end())
    start = BLANK.match(text, dotted.end()).end() if dotted else title.end()
    return _end_of_row(text, start, title, before) or (dotted and dotted.end())


def is_done(word):
    """Whether ``word``, in small letters, is what somebody does or is, by itself."""
    return word in NO_NAMES or bool(NOBODYS.fullmatch(word))


def _end_of_row(text, start, title, before):
    """Where the names from ``start`` end; None where nothing says that they are."""
    end = None
    for rank in range(MOST_WORDS):
        start = _after_particle(text, start)
        word = FIRST.match(text, start)
        if not word or not _may_be_name(word[0]):
            break
        if _is_followed(text, word):
            return word.end()
        is_clear = _is_clear(text, word, title)
        is_first = rank == 0 and (is_clear or _is_in_context(text, word, before))
        # « Mme haddad samira, » is two words, « chez mme haddad dehors, » one.
        if is_first or (end and is_clear and CLOSED.match(text, word.end())):
            end = word.end()
        start = BLANK.match(text, word.end()).end()
    return end


def _after_particle(text, start):
    particle = PARTICLE.match(text, start)
    is_article = particle and " ".join(particle[0].lower().split()) in ARTICLES
    return particle.end() if particle and not is_article else start


def _may_be_name(word):
    return (
        word.islower()
        and not ELISION.search(word)
        and (len(word) > 1 or bool(INITIAL.fullmatch(word)))
        and not is_done(word)
        and bare(word) not in NEVER_NAMES
        and not DESCRIBES.search(word)
        and not ORIGINS.fullmatch(word)
    )


def _is_followed(text, word):
    """Whether what stands after ``word`` makes it somebody's name."""
    end = word.end()
    is_verb = word[0].endswith("e")
    next_word = NEXT.match(text, end)
    does = next_word and bare(next_word[1]) in VERBS
    if does or SOMEBODYS.match(text, end):
        is_lost = is_verb and LOST_ACCENT.match(text, end)
        return not is_lost and not INFINITIVE_AFTER.match(text, end)
    return bool(IS_SAID.match(text, end)) and not is_verb


def _is_in_context(text, word, before):
    """Whether what stands before the title makes ``word`` somebody's name."""
    return any(
        context.search(before)
        and after.match(text, word.end())
        and not ending.search(word[0])
        for context, ending, after in CONTEXTS
    )


def _is_clear(text, word, title):
    """Whether ``word`` can be nothing else than a name in the language of ``title``."""
    if not DUTCH.match(title[0]):
        return len(word[0]) > SHORT and not MAY_BE_FRENCH.search(word[0])
    is_done = DOES_IN_DUTCH.match(text, word.end())
    return bool(is_done and not DUTCH_VERB.search(word[0])) or (
        len(word[0]) > SHORT and not MAY_BE_DUTCH.search(word[0])
    )
