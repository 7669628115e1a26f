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
# After « tél » or « gsm » a number may be stuck to it or lack its first zero.
AFTER_WORD = (
    r"(?<![^\W\d_])(?:t[ée]l|gsm|whatsapp|portable)\b(?:[^\w+]{1,3}|\snr?[^\w+]{1,3})"
)
STUCK = r"(?:(?<=\btel)|(?<=\btél)|(?<=\bgsm))"
PHONE = re.compile(
    rf"(?:{APART}|{STUCK})(?P<number>{ABROAD}|{MOBILE}|{LANDLINE}|{OF_FRANCE})(?![\d#])"
    rf"|{AFTER_WORD}(?P<short>[1-9](?:{GAP}\d){{7,8}})(?![\d#])",
    re.IGNORECASE,
)
# Numbers anybody may call, or pays for.
FOR_ANYBODY = ("0800", "0900", "0901", "0902", "0903", "0904", "0905", "070", "078")
OF_A_COMPANY = re.compile(
    r"(?:\bBE\W*|(?:\b(?:TVA|BTW|BCE|KBO)\b|(?i:entreprise|onderneming\w*))\W*"
    r"(?:\w{1,6}\W+){0,2})$"
)
# « Rdv @ midi » is no address: with blanks around the sign, a domain has its dot.
EMAIL = re.compile(
    r"[\w.+-]{1,64}(?:@|\s?[(\[{]\s?(?:at|a|@)\s?[)\]}]\s?"
    r"|(?:\s@\s?|@\s|\sat\s)(?=[\w-]+\s?\.\s?[a-z]{2,}\b)"
    r"|\s(?:arobase|apenstaartje)\s)[\w-]+(?:\s?\.\s?[\w-]+)*",
    re.IGNORECASE,
)
BEFORE = 30


def emails(text):
    return [match.span() for match in EMAIL.finditer(text)]


def phones(text):
    found = [match for match in PHONE.finditer(text) if _is_somebodys(match)]
    return [match.span(match.lastgroup) for match in found]


def _is_somebodys(match):
    digits = "".join(sign for sign in match[match.lastgroup] if sign.isdigit())
    before = match.string[max(0, match.start() - BEFORE) : match.start()]
    return not (digits.startswith(FOR_ANYBODY) or OF_A_COMPANY.search(before))
