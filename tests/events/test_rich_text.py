"""A meeting in a sentence is kept as itself, and shown as it is now."""

import json
from datetime import date, time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import ReferenceIndex
from wagtail.rich_text import RichText, expand_db_html, features
from wagtail_localize.strings import extract_strings, restore_strings

from events.models import Meeting
from tests.making import (
    announce,
    make_commune,
    make_concertation,
    make_concertation_page,
    make_meeting,
    make_site,
    make_venue,
    report,
)

pytestmark = pytest.mark.django_db
UNKNOWN = "00000000-0000-4000-8000-000000000000"


def embed(uuid):
    return f'<embed embedtype="meeting" uuid="{uuid}"/>'


def drawn(meeting):
    return BeautifulSoup(expand_db_html(embed(meeting.uuid)), "html.parser")


def words(meeting):
    return drawn(meeting).get_text().replace("\u00a0", " ")


def coming(**facts):
    facts.setdefault("start_date", timezone.localdate() + timedelta(days=30))
    return make_meeting(**facts)


def converter():
    return ContentstateConverter(features.get_default_features())


def opened(html):
    return json.loads(converter().from_database_format(html))


def saved_again(html):
    soup = BeautifulSoup(
        converter().to_database_format(converter().from_database_format(html)),
        "html.parser",
    )
    for tag in soup(attrs={"data-block-key": True}):
        del tag["data-block-key"]
    return str(soup)


def test_a_meeting_shows_its_day_hours_and_place():
    meeting = make_meeting(
        end_time=time(13), venue=make_venue(make_commune("Auderghem"))
    )

    assert words(meeting) == "mardi 20 janvier 2026, de 9 h à 13 h, Auderghem"
    assert drawn(meeting).time["datetime"] == "2026-01-20T09:00+01:00"


def test_a_meeting_leads_to_its_published_page():
    make_site()
    meeting = make_meeting()
    assert not drawn(meeting).a

    page = announce(meeting)

    assert drawn(meeting).a["href"] == page.url


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"status": Meeting.Status.CANCELLED}, "(annulé)"),
        ({"status": Meeting.Status.POSTPONED}, "(reporté)"),
        ({"status": Meeting.Status.MOVED_ONLINE}, "(déplacé en ligne)"),
        ({"to_confirm": True}, "(date à confirmer)"),
        ({"mode": Meeting.Mode.ONLINE}, "en ligne"),
        ({"start_date": date(2025, 5, 1), "to_confirm": True}, "(date à confirmer)"),
    ],
)
def test_a_meeting_says_what_has_become_of_it(facts, said):
    assert said in words(coming(**facts))


def test_a_meeting_that_takes_place_as_announced_says_no_more():
    assert "(" not in words(coming())


def test_a_past_meeting_does_not_wait_for_its_place():
    assert "lieu" in words(coming())
    assert "lieu" not in words(make_meeting(start_date=date(2025, 5, 1)))


def test_a_text_follows_when_its_meeting_moves():
    meeting = make_meeting()

    Meeting.objects.filter(pk=meeting.pk).update(start_date=date(2026, 3, 3))

    assert "3 mars 2026" in words(meeting)


def test_a_meeting_stays_inside_its_sentence():
    inline = {"span", "a", "time", "strong"}
    make_site()
    meeting = coming(to_confirm=True, venue=make_venue())
    announce(meeting)

    assert {tag.name for tag in drawn(meeting)(True)} == inline


@pytest.mark.parametrize("uuid", [UNKNOWN, "", "&lt;script&gt;", "12 mai"])
def test_a_meeting_nobody_knows_leaves_the_text_whole(uuid):
    assert expand_db_html(f"<p>Le {embed(uuid)}.</p>") == "<p>Le .</p>"


def test_many_meetings_cost_no_more_than_one(django_assert_num_queries):
    make_site()
    meetings = [make_meeting() for _ in range(5)]
    texts = [embed(announce(meeting).meeting.uuid) for meeting in meetings]
    with CaptureQueriesContext(connection) as one:
        expand_db_html(texts[0])

    with django_assert_num_queries(len(one), exact=False):
        assert expand_db_html("".join(texts)).count("<a href") == 5


def test_a_meeting_comes_back_from_the_editor_as_it_went_in():
    html = f"<p>Le {embed(make_meeting().uuid)} aura lieu <b>ici</b>.</p>"

    assert saved_again(html) == html


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{embed(UNKNOWN)}</p>",
        f"<ul><li><b>{embed(UNKNOWN)}</b> : focus</li><li>autre</li></ul>",
        f"<p>{embed(UNKNOWN)}, {embed(UNKNOWN)}</p>",
        f'<p>Le <span class="print-only">{embed(UNKNOWN)}</span> aussi.</p>',
        '<p>La matinée <span class="print-only">(voir recto)</span> a eu lieu.</p>',
    ],
)
def test_what_editors_write_comes_back_as_it_went_in(html):
    assert saved_again(html) == html


def test_the_editor_shows_which_meeting_and_keeps_only_its_key():
    meeting = make_meeting()

    state = opened(f"<p>Le {embed(meeting.uuid)} aura lieu.</p>")

    block, entity = state["blocks"][0], state["entityMap"]["0"]
    assert block["text"] == f"Le {meeting} aura lieu."
    assert (entity["type"], entity["mutability"]) == ("MEETING", "IMMUTABLE")
    assert entity["data"] == {"uuid": str(meeting.uuid)}


def test_a_deleted_meeting_is_named_as_such_in_the_editor():
    assert "n’existe plus" in opened(f"<p>{embed(UNKNOWN)}</p>")["blocks"][0]["text"]


def test_a_translator_finds_the_meeting_in_place():
    html = f"<p>Le {embed(UNKNOWN)} aura lieu.</p>"

    template, strings = extract_strings(html)

    assert restore_strings(template, strings) == html
    assert len(strings) == 2


def test_the_editor_offers_meetings_and_paper_and_no_decoration():
    offered = features.get_default_features()

    assert {"h3", "bold", "ul", "ol", "link", "document-link"} < set(offered)
    assert {"meeting", "paper"} < set(offered)
    assert not {"italic", "image", "embed", "hr"} & set(offered)


def test_the_editor_loads_the_script_of_meetings():
    scripts = str(DraftailRichTextArea().media)

    assert "portal/js/draftail-meeting.js" in scripts
    assert scripts.index("draftail.js") < scripts.index("draftail-meeting.js")


def test_words_for_paper_are_shown_on_paper_only():
    html = RichText('<p>La matinée <span class="print-only">(voir recto)</span></p>')

    assert '<span class="print-only">(voir recto)</span>' in str(html)


def test_a_meeting_knows_which_texts_refer_to_it():
    make_site()
    concertation = make_concertation()
    meeting, other = make_meeting(concertation=concertation), make_meeting()
    parent = make_concertation_page(concertation)

    page = report(meeting, parent, context=f"<p>Le {embed(other.uuid)}</p>")

    reference = ReferenceIndex.get_references_to(other).get()
    assert reference.object_id == str(page.pk)
