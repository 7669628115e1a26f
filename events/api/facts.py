"""Meetings and reports as programs read them; `schemas.py` says what facts mean."""

from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from events.models.timing import BRUSSELS


def meeting(line):
    record, page = line.meeting, line.event_page
    return {
        "id": str(record.uuid),
        "url": page.full_url,
        "calendar_url": _whole("meeting_feed", page),
        **_words(page),
        "audience": page.audience,
        "price": page.price,
        "kind": record.kind,
        **_standing(record),
        **_timing(record),
        **_place(record),
        **_series(record),
        "is_example": record.is_example,
        "created_at": _moment(record.created_at),
        "updated_at": _moment(record.updated_at),
    }


def report(line):
    record, page = line.meeting, line.report_page
    return {
        "id": str(page.translation_key),
        "url": page.full_url,
        **_words(page),
        "meeting": {
            "id": str(record.uuid),
            "kind": record.kind,
            **_timing(record),
            **_series(record),
            "attendance": record.attendance,
        },
        "is_example": record.is_example,
        "published_at": _moment(page.first_published_at or record.created_at),
        "updated_at": _moment(record.updated_at),
    }


def _words(page):
    return {
        "language": page.locale.language_code,
        "title": page.title,
        "summary": page.summary,
    }


def _standing(record):
    return {
        "status": record.status,
        "status_note": str(record.status_note),
        "previous_date": _text(record.previous_date),
        "sequence": record.sequence,
    }


def _timing(record):
    return {
        "start_date": record.start_date.isoformat(),
        "start_time": _hour(record.start_time),
        "end_date": record.last_day.isoformat(),
        "end_time": _hour(record.end_time),
        "starts_at": None if record.is_all_day else _moment(record.beginning()),
        "ends_at": _moment(record.ending()) if record.end_time else None,
        "date_precision": record.date_precision,
        "to_confirm": record.to_confirm,
        "timezone": str(BRUSSELS),
    }


def _place(record):
    return {
        "mode": record.mode,
        "place": record.venue and _venue(record.venue),
        "online_url": record.public_online_url or None,
    }


def _venue(venue):
    return {
        "name": str(venue.name),
        "street": venue.street,
        "commune": _named(venue.commune, "slug"),
        "postcode": venue.commune.postcode if venue.commune else None,
        "coordinates": venue.coordinates and list(venue.coordinates),
    }


def _series(record):
    concertation = record.concertation
    themes = list(record.themes.all())
    if concertation and concertation.theme not in themes:
        themes.insert(0, concertation.theme)
    return {
        "themes": [_named(theme) for theme in themes],
        "concertation": concertation and _named(concertation.theme),
        "bassin": concertation and _named(concertation.bassin),
        "reunion_number": record.reunion_number,
        "cycle": record.cycle
        and {
            "season": record.cycle.season,
            "rank": record.cycle_rank,
            "planned_meetings": record.cycle.planned_meetings,
        },
    }


def _named(record, key="code"):
    return record and {"code": getattr(record, key), "name": str(record.name)}


def _whole(name, page):
    with translation.override(page.locale.language_code):
        return urljoin(settings.SITE_URL, reverse(name, args=[page.slug]))


def _text(day):
    return day and day.isoformat()


def _hour(hour):
    return hour and f"{hour:%H:%M}"


def _moment(moment):
    return moment.astimezone(BRUSSELS).isoformat(timespec="microseconds")
