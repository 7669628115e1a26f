"""Names of people, by what stands around them: nobody keeps a list of names here."""

import re

from portal.core.identifiers import people, titles
from portal.core.identifiers.name_shapes import end_of_name

ANNOUNCED = re.compile(
    r"\b(?:s'appell(?:e|ent|ait)|se nomm(?:e|ant|ait)|(?:pr[ée]|d[ée]|sur)?nomm[ée]+s?"
    r"|(?<!\bdat )(?<!\bdit )heet(?:te)?|genaamd|famille|familie|du nom de|met de naam"
    r"|se fait appeler|noemt zich(?:zelf)?"
    r"|(?:carte|papiers?|courriers?|bail|contrat|compte|dossier)\b[^.;!?\n]{0,25}"
    r"\sau nom de"
    r"|(?:pr[ée])?nom\s?:|(?:voor|achter|familie)?naam\s?:|initia(?:les|len)\s?:"
    r"|(?:nom|naam)\s(?:du|de|van)\s(?:la\s|l'|de\s|het\s)?"
    r"(?:usager|usag[èe]re|patiente?|personne|famille|cliente?|pati[ëe]nte?|cli[ëe]nte?"
    r"|bewoner)\s?:)\s*",
    re.IGNORECASE,
)
# « Notre équipe s'appelle Hestia »: a thing has that name.
THING = re.compile(
    r"(?<!de )(?<!van )\b(?:le|la|l'|notre|nos|une?|ce|cette|son|sa|het|de|een|ons|onze"
    r"|dit|die)\s?(?:[ée]quipe|projet|service|asbl|association|maison|institution"
    r"|formation|module|outil|plan|dispositif|groupe|rue|place|logiciel|r[ée]union"
    r"|cellule|centre|foyer|chien|chat|chienne|team|dienst|huis|project|vzw|vereniging"
    r"|werking|groep|straat|opleiding|hond|kat|centrum|plein)(?:\s(?:qui|die|dat))?\s$",
    re.IGNORECASE,
)
BEFORE = 40


def spans(text):
    return [*titles.spans(text), *_announced(text), *people.spans(text)]


def _announced(text):
    for match in ANNOUNCED.finditer(text):
        start = match.start()
        end = end_of_name(text, match.end())
        if end and not THING.search(text, max(0, start - BEFORE), start):
            yield match.end(), end
