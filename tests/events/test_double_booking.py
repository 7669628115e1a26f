"""Editors are told what is held that half-day, in the same commune or on the theme."""

from datetime import date, time

import pytest

from events import double_booking
from events.models import Meeting, PartnerEntry
from events.partners import moderation
from tests.events.partner_feeds import event, make_partner, take_over
from tests.making import (
    announce,
    brussels,
    make_commune,
    make_concertation,
    make_meeting,
    make_site,
    make_theme,
    make_venue,
)

pytestmark = pytest.mark.django_db
NOW = brussels(2026, 1, 1)
DAY = date(2026, 1, 20)
FRAGMENT = "/admin/snippets/events/meeting/double-booking/"
SCREEN = "/admin/snippets/events/meeting/edit/"


@pytest.fixture
def commune():
    return make_commune()


def thought_of(start=9, end=12, **facts):
    """A Tuesday morning an editor thinks of."""
    hours = {"start_time": start and time(start), "end_time": end and time(end)}
    return Meeting(**{"start_date": DAY, **hours, **facts})


def held(timing=None, *, commune=None, themes=(), besides=None):
    return double_booking.held(
        timing or thought_of(),
        commune=commune,
        themes=themes,
        now=NOW,
        besides=besides,
    )


def test_the_same_commune_is_told(commune):
    make_meeting(venue=make_venue(commune))

    assert len(held(commune=commune)) == 1
    assert held(commune=make_commune("Auderghem")) == []


def test_the_same_theme_is_told_wherever_it_is():
    theme = make_theme()
    make_meeting(themes=[theme])
    make_meeting(concertation=make_concertation(theme))

    assert len(held(themes=[theme])) == 2
    assert held(themes=[make_theme("Logement")]) == []


def test_a_meeting_with_both_is_told_once(commune):
    themes = [make_theme(), make_theme("Logement")]
    make_meeting(venue=make_venue(commune), themes=themes)

    assert len(held(commune=commune, themes=themes)) == 1


@pytest.mark.parametrize(
    ("theirs", "ours", "clash"),
    [
        ((9, 12), (10, 11), True),
        ((9, 12), (14, 16), False),
        ((9, None), (14, 16), False),
        ((9, 13), (14, 16), False),
        ((9, 14), (15, 16), True),
        ((13, 16), (12, 13), False),
        ((None, None), (9, 10), True),
        ((None, None), (14, 15), True),
        ((14, None), (None, None), True),
    ],
)
def test_dates_clash_when_they_share_a_half_day(commune, theirs, ours, clash):
    start, end = (hour and time(hour) for hour in theirs)
    make_meeting(venue=make_venue(commune), start_time=start, end_time=end)

    assert bool(held(thought_of(*ours), commune=commune)) is clash


@pytest.mark.parametrize(
    ("day", "hours", "clash"),
    [
        (20, (9, 10), False),
        (20, (14, 15), True),
        (21, (9, 10), True),
        (22, (9, 10), True),
        (22, (14, 15), False),
        (23, (9, 10), False),
    ],
)
def test_several_days_take_the_half_days_between(commune, day, hours, clash):
    make_meeting(
        venue=make_venue(commune),
        start_time=time(14),
        end_date=date(2026, 1, 22),
        end_time=time(12),
    )
    timing = thought_of(*hours, start_date=date(2026, 1, day))

    assert bool(held(timing, commune=commune)) is clash


@pytest.mark.parametrize(
    "facts",
    [
        {"status": "cancelled"},
        {"status": "postponed"},
        {"date_precision": "month", "start_time": None},
        {"start_date": date(2026, 1, 21)},
    ],
)
def test_what_does_not_take_place_then_is_left_out(commune, facts):
    make_meeting(venue=make_venue(commune), **facts)

    assert held(commune=commune) == []


def test_a_meeting_does_not_clash_with_itself(commune):
    meeting = make_meeting(venue=make_venue(commune))

    assert held(meeting, commune=commune, besides=meeting.pk) == []


def partner_entry(**facts):
    partner = make_partner(**facts)
    take_over(partner, event(LOCATION="Etterbeek"), now=NOW)
    return PartnerEntry.objects.get()


def test_what_a_partner_announces_is_told_before_it_is_read(commune):
    partner_entry()

    assert [one.partner for one in held(commune=commune)] == ["Partenaire"]


def test_the_theme_of_a_partner_counts():
    theme = make_theme()
    partner_entry(theme=theme)

    assert len(held(themes=[theme])) == 1


def test_what_a_partner_no_longer_holds_is_left_out(commune):
    entry = partner_entry()
    for event_ in (event(LOCATION="Etterbeek", STATUS="CANCELLED"), ""):
        take_over(entry.calendar, event_, now=NOW)
        assert held(commune=commune) == []


def test_what_the_team_refused_is_left_out(commune):
    moderation.refuse([partner_entry()])

    assert held(commune=commune) == []


def test_five_dates_cost_as_many_questions_as_one(
    commune, django_assert_max_num_queries
):
    venue = make_venue(commune)
    for _number in range(5):
        make_meeting(venue=venue)

    with django_assert_max_num_queries(10):
        assert len(held(commune=commune)) == 5


def test_the_screen_tells_as_the_date_changes(admin_client, commune):
    make_site()
    announce(make_meeting(venue=make_venue(commune)), "Matinée prise")
    asked = {"start_date": "2026-01-20", "venue": make_venue(commune).pk}

    taken = admin_client.get(FRAGMENT, {**asked, "start_time": "10:00"})
    free = admin_client.get(FRAGMENT, {**asked, "start_time": "14:00"})

    assert "Matinée prise" in taken.content.decode()
    assert "Matinée prise" not in free.content.decode()


def test_the_screen_tells_without_a_script(admin_client, commune):
    make_site()
    venue = make_venue(commune)
    announce(make_meeting(venue=venue), "Matinée prise")
    meeting = make_meeting(venue=venue)

    screen = admin_client.get(f"{SCREEN}{meeting.pk}/").content.decode()

    assert "Matinée prise" in screen
    assert "double-booking.js" in screen


@pytest.mark.parametrize("value", ["", "hier", "\x00", "💥", "9" * 500])
@pytest.mark.parametrize(
    "name", ["start_date", "start_time", "end_date", "venue", "themes", "meeting"]
)
def test_any_question_has_an_answer(admin_client, name, value):
    asked = {"start_date": "2026-01-20", name: value}

    assert admin_client.get(FRAGMENT, asked).status_code == 200


def test_only_those_who_may_change_meetings_are_told(client, django_user_model):
    user = django_user_model.objects.create_user("tom", password="tom")
    assert client.get(FRAGMENT).url.startswith("/admin/login/")

    client.force_login(user)

    assert client.get(FRAGMENT).status_code in {302, 403}
