"""A service as a vCard 4.0 (RFC 6350), for address books. Knows no HTTP."""

from urllib.parse import urljoin

from django.conf import settings

LONGEST_LINE = 75  # octets, without the end of the line
SPECIAL = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n", "\r": None})


def of(sheet):
    """The card of one service, as text with the line ends of the standard."""
    service = sheet.service
    lines = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        f"UID:urn:uuid:{service.uuid}",
        "KIND:org",
        line("FN", str(sheet.words["name"])),
        line("ORG", str(service.organisation)),
        *_phones(service),
        *_if("EMAIL", service.email),
        *_if("URL", service.url, escaped=False),
        *_addresses(service),
        *_languages(service),
        *_if("NOTE", _note(sheet)),
        f"SOURCE:{urljoin(settings.SITE_URL, sheet.url)}",
        f"REV:{service.changed_at:%Y%m%dT%H%M%SZ}",
        "END:VCARD",
    ]
    return "".join(f"{folded(one)}\r\n" for one in lines)


def line(name, text):
    return f"{name}:{_escaped(text)}"


def _if(name, text, *, escaped=True):
    """One line, or none where nothing is known."""
    if text:
        yield line(name, text) if escaped else f"{name}:{_one_line(text)}"


def _phones(service):
    for phone in service.phones.all():
        extension = f";ext={phone.extension}" if phone.extension.isdigit() else ""
        yield f'TEL;VALUE=uri;TYPE="work,{phone.type}":{phone.uri}{extension}'


def _addresses(service):
    for at in service.service_at_locations.all():
        place = at.location
        if place.location_type == place.Kind.VIRTUAL or not place.address:
            continue
        parts = [
            "",
            place.address_2,
            place.address_1,
            str(place.town),
            "",
            place.postal_code,
            place.country,
        ]
        yield f"ADR;TYPE=work:{';'.join(_escaped(part) for part in parts)}"
        if place.coordinates:
            latitude, longitude = place.coordinates
            yield f"GEO:geo:{latitude},{longitude}"


def _languages(service):
    for language in service.languages.all():
        yield f"LANG:{language.code}"


def _note(sheet):
    """What it does, and how sure we are of it."""
    return "\n".join(
        text for text in (str(sheet.words["description"]), sheet.standing.words) if text
    )


def _escaped(text):
    return str(text).translate(SPECIAL)


def _one_line(text):
    return "".join(str(text).split())


def folded(line):
    """``line`` in pieces of 75 octets at most, never within a sign."""
    pieces, piece, size = [], "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > LONGEST_LINE:
            pieces.append(piece)
            # The blank that begins what continues counts too.
            piece, size = " ", 1
        piece, size = piece + sign, size + octets
    return "\r\n".join([*pieces, piece])
