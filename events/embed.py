"""The agenda inside the pages of others: its lines as data, and what they paste.

A partner's page asks for lines of text and shows them in its own fonts; what a line
says (hours, place, « annulé ») is written here, in the language that was asked for.
"""

from dataclasses import dataclass
from urllib.parse import urljoin

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from events import agenda
from events.embed_form import EmbedFilter
from events.forms import MeetingFilter
from events.lines import lines
from events.models import AgendaPage


@dataclass(frozen=True)
class Embed:
    """What another site pastes to show the agenda of ``network`` in ``language``.

    ``asked`` are the filters by name, as they are written in an address.
    """

    language: str
    asked: dict
    network: str
    agenda_page: AgendaPage

    @property
    def title(self):
        with translation.override(self.language):
            return _("Agenda of %(network)s") % {"network": self.network}

    @property
    def attributes(self):
        """Those of the component, by name."""
        return {"lang": self.language, **self.asked}

    @property
    def code(self):
        """The component as the source of a page."""
        return render_to_string("events/embed/code.html", {"embed": self}).strip()

    @property
    def frame_code(self):
        """The frame as the source of a page."""
        return render_to_string("events/embed/iframe.html", {"embed": self}).strip()

    @property
    def script_url(self):
        return urljoin(settings.SITE_URL, reverse("embed_script"))

    @property
    def frame_url(self):
        with translation.override(self.language):
            return _address("embed_frame", self.asked)

    @property
    def more_url(self):
        """The agenda itself, with the filters it knows too."""
        page = self.agenda_page
        known = [name for name in self.asked if name in MeetingFilter.base_fields]
        with translation.override(page.locale.language_code):
            query = _query({name: self.asked[name] for name in known})
        return f"{page.full_url}?{query}" if query else page.full_url


def spoken():
    """What the component knows of each language before it has asked for anything."""
    return {language: _words_of(language) for language, _name in settings.LANGUAGES}


def agenda_page():
    """The agenda in the reader's language, or the French one; None before any."""
    page = AgendaPage.objects.published().first()
    if page is None:
        with translation.override(settings.LANGUAGE_CODE):
            page = AgendaPage.objects.published().first()
    return page


def found(filters, now):
    """The lines to come that were asked for, in French where not yet translated."""
    with translation.override(settings.LANGUAGE_CODE):
        in_french = agenda.announced()
    meetings = (agenda.announced() | in_french).upcoming(now).with_facts()
    return _with_words(list(filters.among(meetings)), now)


def facts(line):
    """What is said of one meeting, ready to be shown."""
    return {
        "title": line.title,
        "url": line.event_page.full_url,
        "language": line.event_page.locale.language_code,
        "kicker": line.kicker,
        "start": line.meeting.machine_start,
        "when": capfirst(line.when_words),
        "place": line.place,
        "status": line.meeting.status,
        "tags": tags(line),
    }


def tags(line):
    """What to know before coming: « exemple », « annulé », « 14 places restantes »."""
    meeting = line.meeting
    said = [
        _("example") if meeting.is_example else "",
        _("To be confirmed") if meeting.to_confirm else "",
        line.short_news,
        line.registration_words if line.shows_registration else "",
    ]
    return [str(tag) for tag in said if tag]


def _with_words(meetings, now):
    drawn = lines(meetings, now)
    bare = [line.meeting for line in drawn if line.event_page is None]
    if not bare:
        return drawn
    with translation.override(settings.LANGUAGE_CODE):
        french = {line.meeting.pk: line for line in lines(bare, now)}
    return [french.get(line.meeting.pk, line) for line in drawn]


def _words_of(language):
    with translation.override(language):
        return {
            "data": reverse("embed_data"),
            "keys": {name: _key(name) for name in EmbedFilter.base_fields},
            "loading": _("The agenda is on its way…"),
            "empty": _("No meeting to come for the moment."),
            "failed": _("The agenda cannot be shown for the moment."),
        }


def _address(name, asked):
    address = urljoin(settings.SITE_URL, reverse(name))
    query = _query(asked)
    return f"{address}?{query}" if query else address


def _query(asked):
    return urlencode({_key(name): value for name, value in asked.items()})


def _key(name):
    return str(EmbedFilter.keys[name])
