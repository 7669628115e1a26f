"""One click begins a page, a report or the next meeting, with all that is known."""

from datetime import date, time

import pytest
from django.utils import translation
from wagtail.models import Locale

from events import drafting
from events.models import AgendaPage, EventPage, Meeting, ReportPage
from home.models import HomePage
from tests.making import (
    announce,
    brussels,
    make_concertation,
    make_concertation_page,
    make_cycle,
    make_meeting,
    make_need,
    make_site,
    make_theme,
    make_venue,
    report,
)

pytestmark = pytest.mark.django_db
NOW = brussels(2026, 1, 2, 10)


@pytest.fixture
def morning():
    """The second morning of three, of a concertation that has its page."""
    make_site()
    cycle = make_cycle()
    make_concertation_page(cycle.concertation)
    return make_meeting(concertation=cycle.concertation, cycle=cycle, cycle_rank=2)


def test_a_page_is_begun_as_a_draft_under_the_agenda(morning, admin_user):
    page = drafting.create_page(morning, user=admin_user)

    assert not page.live
    assert page.get_parent().specific == AgendaPage.objects.get()
    assert (page.meeting, page.owner) == (morning, admin_user)
    assert page.latest_revision.user == admin_user


def test_the_address_of_a_page_starts_with_the_date(morning):
    page = drafting.create_page(morning)

    assert page.title == "Santé mentale, Matinée 2/3"
    assert page.slug == "2026-01-20-sante-mentale-matinee-2-3"


def test_two_pages_of_a_day_have_two_addresses():
    make_site()
    first, second = (drafting.create_page(make_meeting()) for _ in range(2))

    assert second.slug == f"{first.slug}-2"


def test_a_page_begun_twice_is_the_same(morning):
    assert drafting.create_page(morning) == drafting.create_page(morning)
    assert EventPage.objects.count() == 1


def test_a_page_is_begun_in_the_language_the_editor_works_in(morning):
    dutch = Locale.objects.get_or_create(language_code="nl")[0]
    home = HomePage.objects.get().copy_for_translation(dutch)
    home.add_child(instance=AgendaPage(title="Agenda", slug="agenda", locale=dutch))

    with translation.override("nl"):
        assert drafting.create_page(morning).locale == dutch


def test_a_language_without_agenda_falls_back_to_french(morning):
    with translation.override("nl"):
        assert drafting.create_page(morning).locale.language_code == "fr"


def test_no_page_is_begun_without_an_agenda():
    with pytest.raises(drafting.NoAgendaError):
        drafting.create_page(make_meeting())


def test_a_report_goes_under_the_page_of_its_concertation(morning):
    page = drafting.write_report(morning)

    assert not page.live
    assert page.get_parent().specific == morning.concertation.pages.get()
    assert page.slug.startswith("2026-01-20-")


def test_a_report_has_the_sections_of_the_house_in_their_order(morning):
    drafting.write_report(morning)

    sections = ReportPage.objects.get().sections
    assert [section.block_type for section in sections] == list(drafting.SKELETON)
    assert sections[0].value["heading"] == "Veille des besoins de la population"


def test_a_report_takes_over_the_title_and_names_who_presented(morning):
    names = ["Service <A>", "Planning B"]
    speakers = [("presenter", {"name": name}) for name in names]
    announce(morning, "Focus sur la crise", presenters=speakers, summary="En un mot.")

    page = drafting.write_report(morning)

    assert (page.title, page.summary) == ("Focus sur la crise", "En un mot.")
    assert "Service &lt;A&gt;, Planning B" in page.context


def test_a_report_names_the_programme_where_nobody_is_named(morning):
    slot = {"time": time(9), "title": "Les équipes mobiles"}
    announce(morning, programme=[("slot", slot)])

    assert "Les équipes mobiles" in drafting.write_report(morning).context


def test_a_report_that_exists_is_given_back(morning):
    existing = report(morning, morning.concertation.pages.get())

    assert drafting.write_report(morning) == existing


@pytest.mark.parametrize("concertation", [None, make_concertation])
def test_no_report_without_the_page_of_a_concertation(concertation):
    make_site()
    meeting = make_meeting(concertation=concertation and concertation())

    with pytest.raises(drafting.NoConcertationPageError):
        drafting.write_report(meeting)


def test_the_next_meeting_keeps_the_place_and_themes_and_no_figures():
    theme, venue = make_theme(), make_venue()
    meeting = make_meeting(
        themes=[theme], venue=venue, capacity=60, reserved_places=57, participants=37
    )

    following = drafting.create_next(meeting, now=NOW)

    assert (following.venue, following.capacity) == (venue, 60)
    assert list(following.themes.all()) == [theme]
    assert (following.reserved_places, following.attendance) == (0, None)


def test_the_next_meeting_starts_afresh():
    meeting = make_meeting(
        status=Meeting.Status.CANCELLED, needs=[make_need()], sequence=3
    )

    following = drafting.create_next(meeting, now=NOW)

    assert following.status == Meeting.Status.SCHEDULED
    assert (following.uuid != meeting.uuid, following.sequence) == (True, 0)
    assert not following.needs.exists()


@pytest.mark.parametrize("day", [date(2026, 1, 20), date(2024, 9, 10)])
def test_the_next_meeting_is_ahead_on_the_same_weekday_to_be_confirmed(day):
    following = drafting.create_next(make_meeting(start_date=day), now=NOW)

    assert following.start_date > NOW.date()
    assert following.start_date.weekday() == day.weekday()
    assert following.to_confirm


def test_the_next_morning_takes_the_next_place_in_its_cycle(morning):
    following = drafting.create_next(morning, now=NOW)

    assert (following.cycle, following.cycle_rank) == (morning.cycle, 3)


def test_a_complete_cycle_has_no_place_for_another_morning(morning):
    last = drafting.create_next(morning, now=NOW)

    following = drafting.create_next(last, now=NOW)

    assert (following.cycle, following.cycle_rank) == (None, None)
    assert following.concertation == morning.concertation


def test_the_next_reunion_takes_the_next_number():
    concertation = make_concertation()
    first, _ = (
        make_meeting(concertation=concertation, reunion_number=number)
        for number in (1, 2)
    )

    assert drafting.create_next(first, now=NOW).reunion_number == 3
