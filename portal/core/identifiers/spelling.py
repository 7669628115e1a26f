"""One sign for what keyboards and programs write in many ways; no sign moves."""

import unicodedata

BLANKS = dict.fromkeys("\u00a0\u2007\u2009\u202f\u200b\u2060\ufeff\t", " ")
APOSTROPHES = dict.fromkeys("\u2019\u2018\u02bc\u00b4`", "'")
DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
SIGNS = str.maketrans(BLANKS | APOSTROPHES | DASHES | {"＠": "@", "º": "°"})


def plain(text):
    """``text`` as one would type it, sign for sign: places in it stay the same."""
    return "".join(_digit(sign) for sign in text.translate(SIGNS))


def bare(word):
    """``word`` without its accents, as hurried people type it."""
    parts = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _digit(sign):
    """A digit of any script as one of ours."""
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)
