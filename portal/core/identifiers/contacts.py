"""Phone numbers and e-mail addresses. Numbers anybody may call are left alone."""

import re

GAP = r"[ ()./-]{0,3}"
# Not in the middle of a longer number, nor after a group of four.
APART = r"(?<![\w#+])(?<!\d{4}[ .-])(?<!\d[.,/-])"
ABROAD = rf"(?:\+|00)(?:{GAP}\d){{9,15}}"
MOBILE = rf"0{GAP}4{GAP}[5-9](?:{GAP}\d){{7}}"
LANDLINE = rf"0{GAP}[1-9](?:{GAP}\d){{7}}"
# Five groups of two, as in France.
OF_FRANCE = r"0[1-9](?:[ .-]\d\d){4}"
PHONE = re.compile(rf"{APART}(?:{ABROAD}|{MOBILE}|{LANDLINE}|{OF_FRANCE})(?![\d#])")
# Numbers anybody may call, or pays for.
FOR_ANYBODY = ("0800", "0900", "0901", "0902", "0903", "0904", "0905", "070", "078")
OF_A_COMPANY = re.compile(
    r"(?:\bBE\W*|(?:\b(?:TVA|BTW|BCE|KBO)\b|(?i:entreprise|onderneming\w*))\W*"
    r"(?:\w{1,6}\W+){0,2})$"
)
EMAIL = re.compile(
    r"[\w.+-]{1,64}(?:\s?@\s?|\s?[(\[]\s?(?:at|a|@)\s?[)\]]\s?"
    r"|\s(?:arobase|apenstaartje)\s)[\w-]+(?:\s?\.\s?[\w-]+)*",
    re.IGNORECASE,
)
BEFORE = 30


def emails(text):
    return [match.span() for match in EMAIL.finditer(text)]


def phones(text):
    return [match.span() for match in PHONE.finditer(text) if _is_somebodys(match)]


def _is_somebodys(match):
    digits = "".join(sign for sign in match[0] if sign.isdigit())
    before = match.string[max(0, match.start() - BEFORE) : match.start()]
    return not (digits.startswith(FOR_ANYBODY) or OF_A_COMPANY.search(before))
