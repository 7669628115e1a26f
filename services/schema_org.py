"""A service in the words of schema.org (release 30), for search engines.

Promises values that JSON takes as they are. Nothing is said that nobody can vouch for:
no price without its day still good, no hours where none are known.
"""

from urllib.parse import urljoin

from django.conf import settings

VOCABULARY = "https://schema.org"
DAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}


def service(sheet):
    """The service of ``sheet`` as a Service; nothing of one that is over."""
    if sheet.is_over:
        return None
    said = sheet.service
    facts = {
        "@context": VOCABULARY,
        "@type": "Service",
        "identifier": str(said.uuid),
        "name": str(sheet.words["name"]),
        "alternateName": str(sheet.words["alternate_name"]),
        "description": str(sheet.words["description"]),
        "url": urljoin(settings.SITE_URL, sheet.url),
        "sameAs": said.url,
        "serviceType": sheet.types,
        "provider": _provider(said.organisation),
        "areaServed": _area(said),
        "audience": _audiences(said),
        "availableChannel": list(_channels(sheet)),
        "hoursAvailable": _hours(said, sheet.today),
        "offers": [_offer(price) for price in sheet.prices if _is_told(price)],
    }
    return _said(facts)


def _provider(organisation):
    return _typed("Organization", name=str(organisation), url=organisation.website)


def _area(said):
    if said.serves_country:
        return [_typed("Country", name="BE")]
    if said.serves_region:
        region = "Région de Bruxelles-Capitale"
        return [_typed("AdministrativeArea", name=region)]
    areas = [*said.communes.all(), *said.bassins.all()]
    return [_typed("AdministrativeArea", name=str(area)) for area in areas]


def _audiences(said):
    ages = {"suggestedMinAge": said.minimum_age, "suggestedMaxAge": said.maximum_age}
    if not said.publics.all():
        return [_typed("PeopleAudience", **ages)] if _said(ages) else []
    return [
        _typed("PeopleAudience", audienceType=str(public), **ages)
        for public in said.publics.all()
    ]


def _channels(sheet):
    """Each number, with the languages it is answered in; then each place."""
    said = sheet.service
    spoken = [language.code for language in said.languages.all()]
    for phone in said.phones.all():
        own = [language.code for language in phone.languages.all()]
        yield _typed(
            "ServiceChannel",
            servicePhone=_typed("ContactPoint", telephone=phone.number),
            availableLanguage=own or spoken,
        )
    for at in sheet.places:
        yield _typed(
            "ServiceChannel",
            serviceLocation=_place(at.location),
            availableLanguage=spoken,
        )


def _place(place):
    address = _typed(
        "PostalAddress",
        streetAddress=place.address_1,
        postalCode=place.postal_code,
        addressLocality=str(place.town),
        addressCountry=place.country,
    )
    return _typed("Place", name=str(place), address=address, geo=_geo(place))


def _geo(place):
    if not place.coordinates:
        return None
    latitude, longitude = place.coordinates
    return _typed("GeoCoordinates", latitude=latitude, longitude=longitude)


def _hours(said, today):
    return [
        _typed(
            "OpeningHoursSpecification",
            dayOfWeek=[f"{VOCABULARY}/{DAYS[day]}" for day in one.byday.split(",")],
            opens=f"{one.opens_at:%H:%M}",
            closes=f"{one.closes_at:%H:%M}",
            validFrom=one.valid_from and one.valid_from.isoformat(),
            validThrough=one.valid_to and one.valid_to.isoformat(),
        )
        for one in said.schedules.all()
        if one.opens_at and (one.valid_to is None or one.valid_to >= today)
    ]


def _is_told(price):
    return bool(price.value is not None and not price.is_stale)


def _offer(price):
    return _typed(
        "Offer",
        description=str(price.words),
        price=f"{price.value:.2f}",
        priceCurrency="EUR",
    )


def _said(facts):
    """``facts`` without those nothing is known of; zero and False are known."""
    return {name: value for name, value in facts.items() if value not in (None, "", [])}


def _typed(kind, **facts):
    return {"@type": kind, **_said(facts)}
