"""Words too common to tell anything, by language, folded."""

FRENCH = """
a ai au aux avec c ce ces cet cette comme d dans de des du elle elles en es est et etre
eu il ils j je l la le les leur leurs lui m ma mais me mes mon n ne nos notre nous on
ont ou par pas plus pour qu que quel quelle quelles quels qui s sa se ses si son sont
sur t ta te tes ton tu un une vers vos votre vous y
"""
DUTCH = """
aan al als bij dan dat de der deze die dit door een en er haar heb heeft het hij hun ik
in is je kan met mijn naar niet of om onder onze ook op over te tot u uit uw van veel
voor was wat we wel wie wij ze zijn zo
"""
ENGLISH = """
a an and are as at be by for from has have i in is it its my of on or our that the their
they this to was we were what which who with you your
"""
SPANISH = """
a al como con de del el en es la las lo los mas mi o para por que se ser si sin su sus
un una y yo
"""
STOP_WORDS = {
    "fr": frozenset(FRENCH.split()),
    "nl": frozenset(DUTCH.split()),
    "en": frozenset(ENGLISH.split()),
    "es": frozenset(SPANISH.split()),
}
