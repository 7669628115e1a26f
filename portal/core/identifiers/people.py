"""Names after who somebody is, or before what only a person does.

« Ma patiente Fatima », « zijn zoon, Bilal, »; « Karim Benali dort dehors ».
"""

import re

from portal.core.identifiers.name_shapes import (
    FIRST,
    PARTICLE,
    WORD,
    end_of_name,
    is_name,
)

# One person; « les patients Alzheimer » are none in particular.
PERSON = (
    r"patiente?|usager|usag[èe]re|r[ée]sidente?|cliente?|b[ée]n[ée]ficiaire|locataire"
    r"|h[ée]berg[ée]e?|habitante?|voisine?|dame|homme|personne|enfant|b[ée]b[ée]|gar[çc]on"
    r"|fils|fille|fr[èe]re|s(?:œ|oe)ur|m[èe]re|p[èe]re|maman|papa|mari|femme|[ée]pouse"
    r"|[ée]poux|compagnon|compagne|conjointe?|copain|copine|cousine?|oncle|tante|neveu"
    r"|ni[èe]ce|amie?|tuteur|tutrice|administrateur|administratrice|psychiatre|psychologue"
    r"|m[ée]decin|assistante?\ssociale?|r[ée]f[ée]rente?|[ée]ducateur|[ée]ducatrice"
    r"|pati[ëe]nte?|cli[ëe]nte?|bewoner|bewoonster|gebruiker|gebruikster|huurder|huurster"
    r"|man|vrouw|kind|baby|jongen|meisje|zoon|dochter|broer|zus|moeder|vader|mama|partner"
    r"|vriend|vriendin|buurman|buurvrouw|oom|neef|nicht|bewindvoerder|voogd|psychiater"
)
AFTER_PERSON = re.compile(
    rf"\b(?:{PERSON})(?:\sconcern[ée]e?)?(?P<sign>,\s|\s?:\s|\s\(|\s)\s*(?={WORD})",
    re.IGNORECASE,
)
# « Le petit Youssef », and not « Le Petit Château ».
LITTLE = re.compile(
    r"\b(?:[Ll]e|[Ll]a|[Cc]ette|[Cc]e|[Dd]e|[Dd]ie|[Dd]it|[Dd]at)\s"
    r"(?:petite?|jeune|kleine|jonge)\s+"
)
LITTLE_PLACES = "château sablon senne île maison ceinture ring samusocial zavel"
PLACES = frozenset(LITTLE_PLACES.split())
# Where somebody is from, which many write with a capital.
ORIGINS = re.compile(
    r"(?:afghan|africain|alban|alg[ée]r|am[ée]ric|angl|antill|arab|argentin|arm[ée]n|belg"
    r"|bosni|br[ée]sil|brux|brussel|bulgar|burund|cameroun|chilien|chin|colomb|congol|croat"
    r"|cubain|duits|egypt|égypt|engels|espagn|[ée]rythr|[ée]thiop|europ|flamand|français"
    r"|frans|g[ée]orgi|grec|grieks|guin|ha[ïi]t|indien|irak|iran|irland|ital|ivoir|ixellois"
    r"|koerd|kosov|kurd|liban|li[ée]geois|mac[ée]don|malien|maro[ck]|maurit|molenbeekois"
    r"|namurois|nederland|n[ée]erland|nig[ée]r|oekra|pakist|palest|p[ée]ruv|polon|pools"
    r"|portug|roem|roms?$|roumain|russ|rwand|s[ée]n[ée]g|serb|slov|somal|soudan|spaans"
    r"|suiss|syr|tch[éè]|togol|tunis|tur[ckq]|ukrain|vlaams|waals|wallon)\w{0,7}",
    re.IGNORECASE,
)
# « Patient BIM », « client CPAS »: letters of an institution or of an illness.
MOST_LETTERS = 4
LONGER_LETTERS = "COCOM COCOF FEDASIL FOREM ACTIRIS IRISCARE INAMI RIZIV"
INSTITUTIONS = frozenset(LONGER_LETTERS.split())
# Where somebody is, in brackets or after a comma: communes and the towns around.
TOWNS = re.compile(
    r"(?:anderlecht|auderghem|oudergem|berchem|bruxelles|brussel|etterbeek|evere|forest"
    r"|vorst|ganshoren|ixelles|elsene|jette|koekelberg|molenbeek|saint-gilles|sint-gillis"
    r"|saint-josse|sint-joost|schaerbeek|schaarbeek|uccle|ukkel|watermael|watermaal|woluwe"
    r"|namur|li[èe]ge|luik|gand|gent|anvers|antwerpen|charleroi|louvain|leuven|mons)"
    r"(?:-[\w-]+)?",
    re.IGNORECASE,
)
CLOSED = re.compile(r"\s*[,.;)]|\s*$")
# What no organisation does, after a name.
ONLY_PEOPLE = re.compile(
    r"(?:,?\s\(?(?:n[ée]e?\s(?:le|en|[àa])\b|geb\b|geboren\b|ddn\b|°)"
    r"|,?\s\(?(?:âgée?\sde\s)?\d\d\s(?:ans|jaar)\b|\s(?:"
    r"(?:vit|vivait|dort|dormait|habite|habitait|boit|souffre|pleure|mendie|erre|fugue"
    r"|d[ée]lire|hurle)\b"
    r"|est\s(?:n[ée]|hospitalis|sans[\s-](?:abri|papiers)|seule?\b|malade|enceinte|d[ée]c[ée]d"
    r"|mort|incarc[ée]r|plac[ée]|[âa]g[ée]|diab[ée]tique|schizophr|toxico|alcoolique)"
    r"|a\s(?:encore\s|de\snouveau\s|d[ée]j[àa]\s)?(?:dormi|bu|fugu[ée]|pleur[ée]|\d\d\sans)"
    r"|(?:woont|slaapt|drinkt|huilt|leeft|bedelt)\s(?!(?:hij|zij|ze|er|men|de|het|een|die)\b)"
    r"|is\s(?:geboren|opgenomen|ziek|dakloos|zwanger|overleden|alleenstaand)))"
)
FURTHEST = 60
BEFORE_PLACE = re.compile(
    r"\b(?:[àa]|au|aux|en|de|du|le|la|les|notre|nos|votre|une?|chaque|in|te|op|het|onze?"
    r"|een|van|mon|ma|son|sa|ce|cette)\s$|['-]$",
    re.IGNORECASE,
)
NOBODYS = re.compile(
    rf"(?:{PERSON}|\w+ment|celui-ci|celle-ci|celui|celle|jeune|personne|chacun|beaucoup"
    r"|certains|aucun|ceci|cela|ça|quelqu'un|actuellement|aujourd'hui|vandaag|momenteel|nu"
    r"|soms|vaak|nog|ook|wie|niemand|iemand|daar|homme|femme|famille|couple|gezin|koppel"
    r"|toujours|encore|maintenant|parfois|souvent|où|quand|comment|pourquoi|waar|hoe|wanneer"
    r"|sdf|mena|tox)",
    re.IGNORECASE,
)


def spans(text):
    yield from _after_person(text)
    yield from _alone(text)


def _after_person(text):
    for match in AFTER_PERSON.finditer(text):
        end = _end(text, match.end())
        if end and _is_told(text, match, end):
            yield match.end(), end
    for match in LITTLE.finditer(text):
        end = _end(text, match.end())
        if end and text[match.end() : end].lower() not in PLACES:
            yield match.end(), end


def _is_told(text, match, end):
    """« Patient : Jean Lo » names somebody, and « patient : Diabète » does not."""
    sign = match["sign"].strip()
    if sign == ":":
        return len(FIRST.findall(text, match.end(), end)) > 1
    # « Sa maman, Christelle, », « mon patient (Kevin) ».
    return not sign or bool(CLOSED.match(text, end))


def _end(text, start):
    """As ``end_of_name``; no letter, origin or institution is a name here."""
    end = end_of_name(text, start) if text[start].isupper() else None
    name = text[start:end] if end else ""
    return end if end and not _tells_nobody(name) else None


def _tells_nobody(name):
    is_letters = name.isupper() and " " not in name and not name.endswith(".")
    return (
        (is_letters and len(name) <= MOST_LETTERS)
        or name in INSTITUTIONS
        or bool(ORIGINS.fullmatch(name) or TOWNS.fullmatch(name))
        or bool(NOBODYS.fullmatch(name))
    )


def _alone(text):
    for match in ONLY_PEOPLE.finditer(text):
        start = _start_of_row(text, match.start())
        if start is not None and not BEFORE_PLACE.search(
            text, max(0, start - 12), start
        ):
            yield start, match.start()


def _start_of_row(text, end):
    """Where the row of names that ends at ``end`` starts; None where there is none."""
    start, reached = None, end
    for word in reversed([*FIRST.finditer(text, max(0, end - FURTHEST), end)]):
        between = text[word.end() : reached]
        # Initials have dots: « M.L., 54 ans ».
        if between.strip("." if len(word[0]) == 1 else "") not in {"", " "}:
            break
        if is_name(word[0]) and not NOBODYS.fullmatch(word[0]):
            start = word.start()
        elif not PARTICLE.match(text, word.start()):
            break
        reached = word.start()
    is_nobody = start is None or _tells_nobody(text[start:end])
    return None if is_nobody else start
