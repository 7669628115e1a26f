"""What a partner needs to tell of a meeting: words to paste, a picture, addresses."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin

from django.conf import settings
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from events import card, embed
from events.lines import Line
from events.models import EventPage
from portal.core.models import SiteSettings
from portal.core.qr_code import QrCode

# Partners of a network of Brussels write in both.
LANGUAGES = ("fr", "nl")


@dataclass(frozen=True)
class Text:
    """Words to paste; ``borrows`` where the title is still in another language."""

    language: str
    words: str
    borrows: bool

    @property
    def id(self):
        return f"text-{self.language}"

    @property
    def language_name(self):
        return get_language_info(self.language)["name_local"].capitalize()


@dataclass(frozen=True)
class Kit:
    line: Line
    team: SiteSettings

    @property
    def page(self):
        return self.line.event_page

    @property
    def crumbs(self):
        return [*self.page.crumbs, self.page]

    @property
    def card_words(self):
        return card.words(self.line)

    @cached_property
    def address(self):
        """Where to register as long as one can, else where to read about it."""
        return _address_of(self.line)

    @property
    def address_name(self):
        return _name_of_the_address(self.line)

    @property
    def qr_code(self):
        return QrCode(self.address)

    @property
    def embed(self):
        return embed.Embed(
            language=self.page.locale.language_code,
            asked={"meeting": str(self.line.meeting.uuid)},
            network=self.team.network_name,
            agenda_page=embed.agenda_page(),
        )

    @property
    def texts(self):
        return [self._text(language) for language in LANGUAGES]

    def _text(self, language):
        with translation.override(language):
            page = EventPage.objects.published().filter(meeting=self.line.meeting)
            own = page.select_related("locale").first()
            line = Line(self.line.meeting, self.line.now, own or self.page)
            borrows = line.event_page.locale.language_code != language
            return Text(language, _words_of(line, self.team), borrows)


def _words_of(line, team):
    """The announcement, in the active language, as plain text."""
    facts = [
        (_("Date"), capfirst(line.when_words)),
        (_("Place"), line.address),
        (_name_of_the_address(line), _address_of(line)),
        (_("Organiser"), f"{team.team_name}, {team.network_name}"),
    ]
    if line.shows_registration and not line.registration_url:
        facts.append((_("Registration"), line.registration_words))
    rows = [_("%(name)s: %(title)s") % {"name": n, "title": t} for n, t in facts]
    parts = [line.news_words, line.title, line.summary, "\n".join(rows)]
    return "\n\n".join(part for part in parts if part)


def _name_of_the_address(line):
    return line.registration_action if line.registration_url else _("Programme")


def _address_of(line):
    page = line.event_page
    with translation.override(page.locale.language_code):
        registration = line.registration_url
    return urljoin(settings.SITE_URL, registration) if registration else page.full_url
