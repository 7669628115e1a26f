"""Dutch words written as one: « gezondheidszorg » is care, and health too."""

import re
from functools import lru_cache

# What long words of the field often end in.
HEADS = """
aanbod begeleider begeleiding bijstand centrum cel consulent dienst diensten gids groep
groepen hulp hulpverlener hulpverlening huis huizen instelling lijn lijnen loket netwerk
opleiding opvang organisatie overleg plek plekken ploeg preventie psycholoog punt steun
team teams verlener verlening verpleging voorziening voorzieningen vorming werk werker
werkers werking woning woningen ziekenhuis zorg
"""
# What binds it to the rest is no part of either.
COMPOUND = re.compile(rf"([a-z]{{4,}}?)(?:en|s)?({'|'.join(HEADS.split())})$")


@lru_cache(maxsize=20_000)
def parts(word):
    """The two words a folded compound is made of, or nothing."""
    found = COMPOUND.match(word)
    return found.groups() if found else ()
