import re
from datetime import date, timedelta
from stat import S_IMODE

import pytest
from django.conf import settings as portal_settings
from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command
from django.utils import timezone, translation
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.rich_text import features as registry

from events.models import (
    CollectiveAction,
    ConcertationPage,
    EventPage,
    Meeting,
    ReportPage,
    Venue,
)
from events.models.places import RegistrationState
from home import demo as demonstration
from home.demo.examples import working_day
from home.models import HomePage
from portal.core.models import SiteSettings, Theme
from services.aide_memoire.sections import thawed
from services.models import AideMemoireEdition
from tests.home.reading import comparable, every_row, rich_texts, streams

# What the editor keeps of a text without a word.
EMPTY = "<p></p>"


@pytest.fixture
def examples(demo):
    return Meeting.objects.filter(is_example=True)


def test_loading_twice_changes_nothing(demo):
    before = every_row()

    call_command("load_demo", verbosity=0)

    assert every_row() == before


def test_loading_on_a_later_day_moves_nothing(demo):
    before = every_row()

    demonstration.load(timezone.localdate() + timedelta(days=100))

    assert every_row() == before


def test_what_an_editor_changes_stays_changed(demo):
    page = EventPage.objects.get(slug__endswith="-exemple-intervision")
    page.title, page.slug = "Intervision", "intervision"
    page.save_revision().publish()
    Meeting.objects.filter(pk=page.meeting_id).update(capacity=99)

    demonstration.load(timezone.localdate())

    assert EventPage.objects.get(pk=page.pk).slug == "intervision"
    assert EventPage.objects.get(pk=page.pk).meeting.capacity == 99
    assert EventPage.objects.filter(meeting=page.meeting_id).count() == 1


def test_a_panel_an_editor_removes_does_not_come_back(demo):
    home = HomePage.objects.get(locale__language_code="fr")
    home.panels_below = []
    home.save_revision().publish()

    demonstration.load(timezone.localdate())

    assert not HomePage.objects.get(locale__language_code="fr").panels_below


def test_the_address_of_the_demonstration_says_it_is_an_example(demo):
    settings = SiteSettings.objects.get()

    assert settings.team_email.endswith(".example")
    assert settings.contact_is_fictional
    assert settings.team_phone == ""


def test_every_example_says_so(examples):
    for meeting in examples:
        page = meeting.event_pages.get()
        assert page.title.startswith("Exemple – ")
        assert "exemple" in str(page.body).casefold()
        assert meeting.venue is None or meeting.venue.is_example


def test_what_is_real_is_never_called_an_example(demo):
    real = Meeting.objects.filter(is_example=False)

    assert real.count() == 7
    assert not EventPage.objects.filter(meeting__in=real, title__contains="Exemple")
    assert Venue.objects.get(is_example=False).name == "Maison de quartier Chambéry"


def test_every_presenter_of_an_example_is_fictional_in_name(examples):
    pages = EventPage.objects.filter(meeting__in=examples)
    names = [block.value["name"] for page in pages for block in page.presenters]

    assert names
    assert all("(fictif)" in name or "(fictive)" in name for name in names)


def test_every_example_is_still_to_come(examples):
    assert set(examples.upcoming()) == set(examples)


@pytest.mark.parametrize(
    "facts",
    [
        {"capacity": 57, "reserved_places": 0, "status": "scheduled"},
        {"status": "cancelled"},
        {"status": "postponed"},
        {"status": "rescheduled", "previous_date__isnull": False},
        {"to_confirm": True},
        {"mode": "online"},
        {"registration_opens_at__isnull": False},
        {"needs_registration": False, "start_time__isnull": False},
        {"start_time__isnull": True, "end_date__isnull": False},
    ],
    ids=lambda facts: " ".join(facts),
)
def test_the_examples_show_each_state_a_meeting_can_be_in(examples, facts):
    assert examples.filter(**facts).count() == 1


def test_one_example_is_nearly_full_and_one_is_full(examples):
    found = [meeting.registration(timezone.now()) for meeting in examples]

    assert found.count(RegistrationState.FEW) == 1
    assert found.count(RegistrationState.FULL) == 1


def test_the_examples_are_spread_over_two_themes_and_four_communes(examples):
    used = Theme.objects.filter(pk__in=[meeting.theme.pk for meeting in examples])

    assert used.count() == 2
    assert examples.values("venue__commune").exclude(venue=None).distinct().count() == 4


def test_the_link_to_join_online_is_on_no_page(examples, client):
    secret = examples.get(mode="online").online_url

    assert secret
    for page in Page.objects.live().filter(depth__gt=1):
        assert secret not in client.get(page.url).content.decode()


def test_an_example_never_falls_on_a_weekend_or_a_fixed_holiday():
    friday = date(2026, 12, 18)

    assert working_day(friday, 1) == date(2026, 12, 21)
    assert working_day(friday, 7) == date(2026, 12, 28)
    assert working_day(friday, 0, lasting=2) == date(2026, 12, 21)


def test_a_meeting_keeps_its_identity_when_everything_is_loaded_anew(demo):
    uuids = set(Meeting.objects.values_list("uuid", flat=True))
    Page.objects.type(EventPage, ReportPage).delete()
    CollectiveAction.objects.all().delete()
    Meeting.objects.all().delete()

    demonstration.load(timezone.localdate())

    assert set(Meeting.objects.values_list("uuid", flat=True)) == uuids


def test_every_page_is_published_with_its_history(demo):
    for page in Page.objects.filter(depth__gt=1):
        assert page.live
        assert not page.has_unpublished_changes
        assert page.revisions.exists()


def test_every_text_is_one_an_editor_could_have_saved(demo):
    for field, stream in streams():
        field.stream_block.clean(stream)


def test_an_editor_who_opens_and_saves_a_text_loses_none_of_it(demo):
    for features, text in rich_texts():
        converter = ContentstateConverter(features or registry.get_default_features())
        saved = converter.to_database_format(converter.from_database_format(text))
        assert _without_marks(saved) == _without_marks(text or EMPTY)


@translation.override("fr")
def test_the_concertation_and_its_cycle_are_whole(demo):
    concertation = ConcertationPage.objects.get(slug="sante-mentale").concertation
    meetings = concertation.meetings.filter(is_example=False)

    assert [m.series for m in meetings.in_order()] == [
        "Réunion #1",
        "Réunion #2",
        "Réunion #3",
        "Matinée 1/3",
        "Matinée 2/3",
        "Matinée 3/3",
    ]
    assert concertation.meetings.upcoming().count() == 1


def test_each_role_has_an_account(demo):
    users = get_user_model().objects

    assert users.get(username="admin").is_superuser
    assert users.get(username="redaction").groups.get().name == "Rédaction"
    assert users.get(username="communication").groups.get().name == "Communication"


def test_the_password_is_made_up_once_and_only_its_owner_may_read_it(demo):
    file = portal_settings.VAR_DIR / "demo-password"

    assert S_IMODE(file.stat().st_mode) == 0o600
    assert authenticate(None, username="admin", password=file.read_text())


def _without_marks(html):
    """``html`` without the key the editor gives each block, or line breaks between."""
    return comparable(re.sub(r' data-block-key="\w+"|\n', "", html))


def test_the_edition_of_the_first_morning_is_what_the_sources_let_one_say(demo):
    edition = AideMemoireEdition.objects.get()
    [meeting] = edition.meetings.all()
    sections = thawed(edition.content)
    lines = [line for section in sections for line in section.lines]

    assert edition.day == meeting.start_date == date(2025, 10, 10)
    assert [section.code for section in sections] == ["need-ambulatory", "need-home"]
    assert "reconstituée" in edition.note
    assert lines
    assert not any("2026" in line.delay + line.standing_words for line in lines)
    for line in lines:
        assert line.is_fictional == line.name.startswith("Service exemple")


def test_an_example_carries_a_document_that_says_it_is_one(demo, client):
    document = get_document_model().objects.get()
    page = EventPage.objects.get(slug__endswith="-exemple-concertation-sante-mentale")

    response = client.get(document.url)

    assert b"".join(response.streaming_content).startswith(b"%PDF")
    assert "exemple" in document.title
    assert document.url in client.get(page.url).content.decode()
