"""A partner finds all it takes to tell of a meeting, true to its facts."""

from datetime import time, timedelta
from io import BytesIO
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone, translation
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from wagtail.models import PageViewRestriction

from events import card
from events.kit import Kit
from events.lines import Line, line
from events.models import EventPage, Meeting
from portal.core.models import SiteSettings
from tests.making import announce, brussels, make_meeting, make_site, make_venue

NOW = brussels(2026, 1, 5, 10)
LONG = "Anticonstitutionnellement" * 10


@pytest.fixture
def _site(db):
    make_site()


def at(name, page):
    with translation.override("fr"):
        return reverse(name, args=[page.slug])


def kit_of(meeting, **words):
    announce(meeting, **words)
    with translation.override("fr"):
        return Kit(line(meeting, NOW), SiteSettings.objects.get())


def words(meeting, language="fr", **page):
    kit = kit_of(meeting, **page)
    with translation.override("fr"):
        return next(text for text in kit.texts if text.language == language)


@pytest.mark.usefixtures("_site")
class TestKit:
    def test_the_text_says_what_when_where_who_and_how_to_register(self):
        meeting = make_meeting(end_time=time(13), venue=make_venue())

        text = words(meeting, summary="Un résumé.").words

        page = EventPage.objects.get()
        assert text.startswith("Une matinée\n\nUn résumé.\n\n")
        assert "Mardi 20\u00a0janvier\u00a02026" in text
        assert "Salle, rue de l’Essai 1" in text
        assert f"http://testserver/fr/agenda/{page.slug}/inscription/" in text
        assert "Équipe d’essai, Bassin d’essai" in text

    def test_the_text_in_dutch_says_that_its_title_is_still_in_french(self):
        text = words(make_meeting(), "nl")

        assert text.borrows
        assert text.words.startswith("Une matinée")
        assert "januari" in text.words
        assert "/fr/agenda/" in text.words

    def test_what_was_cancelled_begins_with_it_and_offers_no_place(self):
        text = words(make_meeting(status="cancelled")).words

        assert text.startswith("Annulé\n\n")
        assert "/inscription/" not in text

    def test_the_address_to_give_is_the_page_once_registration_is_closed(self):
        meeting = make_meeting(registration_closes_at=NOW - timedelta(days=1))
        kit = kit_of(meeting)

        assert kit.address == kit.page.full_url

    def test_the_page_has_it_all(self, client):
        day = timezone.localdate() + timedelta(days=9)
        page = announce(make_meeting(start_date=day), '"Titre" & <suite>')

        answer = client.get(at("meeting_kit", page))
        screen = BeautifulSoup(answer.content, "html.parser")

        assert screen.find(id="text-fr").text.startswith('"Titre" & <suite>')
        assert screen.find(id="text-nl")["lang"] == "nl"
        assert screen.find(id="address")["value"].endswith("/inscription/")
        assert screen.find("svg", class_="qr").title.text
        assert '"Titre" & <suite>' in screen.find("img", class_="social")["alt"]
        code = BeautifulSoup(screen.find(id="embed-component").text, "html.parser")
        assert code.find("agenda-reseau")["meeting"] == str(page.meeting.uuid)
        assert screen.find("a", href=lambda href: href.endswith("evenement.ics"))
        assert not answer.cookies

    def test_the_page_of_the_meeting_leads_to_it(self, client):
        page = announce(make_meeting())

        assert at("meeting_kit", page) in client.get(page.url).content.decode()

    @pytest.mark.parametrize("name", ["meeting_kit", "meeting_card"])
    def test_what_is_not_public_has_no_kit_and_no_picture(self, client, name):
        draft, private = announce(make_meeting()), announce(make_meeting())
        draft.unpublish()
        PageViewRestriction.objects.create(page=private, restriction_type="login")

        assert client.get(at(name, draft)).status_code == 404
        assert client.get(at(name, private)).status_code == 404

    def test_the_picture_has_the_size_networks_ask_for(self, client):
        page = announce(make_meeting(), "Réseau – œuvre")

        answer = client.get(at("meeting_card", page))

        assert answer["Content-Type"] == "image/png"
        assert Image.open(BytesIO(answer.content)).size == (1200, 630)
        assert len(answer.content) < 100_000

    def test_a_picture_is_sent_again_only_when_the_meeting_changed(self, client):
        page = announce(make_meeting())
        first = client.get(at("meeting_card", page))
        known = {"if-none-match": first["ETag"]}
        assert client.get(at("meeting_card", page), headers=known).status_code == 304

        Meeting.objects.get().save()

        assert client.get(at("meeting_card", page), headers=known).status_code == 200

    def test_a_shared_page_shows_its_picture(self, client):
        page = announce(make_meeting())

        shown = client.get(page.url).content.decode()

        address = f"http://testserver{at('meeting_card', page)}"
        assert f'property="og:image" content="{address}"' in shown


def drawn(title, **facts):
    meeting = Meeting(start_date=NOW.date(), start_time=time(9), **facts)
    meeting.over_at = meeting.ending()
    return Line(meeting, NOW, SimpleNamespace(title=title))


@given(title=st.text(max_size=255) | st.just(LONG))
@settings(max_examples=8, deadline=None)
def test_a_picture_can_be_drawn_of_any_title(title):
    assert card.png(drawn(title), network=title).startswith(b"\x89PNG")


def test_a_title_too_long_for_its_picture_is_cut_with_a_sign():
    _size, title = card.title_lines("mot " * 120)

    assert title.endswith(card.CUT)


def test_no_line_of_a_title_is_wider_than_the_picture():
    size, title = card.title_lines(LONG)

    assert card.font(size, 750).getlength(title) <= card.WIDTH


@pytest.mark.parametrize("status", ["cancelled", "postponed", "rescheduled"])
def test_the_words_of_a_picture_say_its_news_too(status):
    with translation.override("fr"):
        said = card.words(drawn("Titre", status=status))

    assert said.startswith(str(Meeting.Status(status).label))
