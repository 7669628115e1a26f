"""Dates and hours typed in a text must be those of the meetings it is about."""

from datetime import date, time

import pytest

from events import proofreading
from events.models import EventPage, Meeting
from portal.core import proofreading as reading
from tests.making import (
    make_concertation,
    make_concertation_page,
    make_meeting,
    make_site,
    report,
)

# The client's own report, sentence by sentence.
REPORT = [
    "L’accès aux lieux de liens (qui feront l’objet d’une présentation lors d’une "
    "prochaine rencontre prévue en mai 2026).",
    "20 janvier : Focus sur les ressources pour faire face à l’urgence/la crise et "
    "l’accompagnement en milieu résidentiel (programme et inscription)",
    "12 mai : Focus sur les services permettant de renouer des liens et de développer "
    "un projet de revalidation sociale ou professionnelle (programme et inscription)",
    "Concertation thématique Santé mentale (matinée Focus sur les ressources pour "
    "faire face à l’urgence/la crise), 20/01/2026, de 9h à 13h. Consultez l’agenda",
    "Concertation thématique Santé mentale matinée Focus sur les services permettant "
    "de renouer des liens), 12/06/2026, de 9h15 à 12h15. Consultez l’agenda",
    "La première matinée a eu lieu le 10 octobre 2025.",
    "Une première formation gratuite a eu lieu le 25 novembre dernier.",
]


@pytest.fixture
def mornings():
    """Those of the report and its training, the third still to be confirmed."""
    return [
        Meeting(start_date=date(2025, 10, 10), start_time=time(9)),
        Meeting(start_date=date(2026, 1, 20), start_time=time(9), end_time=time(13)),
        Meeting(
            start_date=date(2026, 5, 12),
            start_time=time(9, 15),
            end_time=time(12, 15),
            to_confirm=True,
        ),
        Meeting(start_date=date(2025, 11, 25), kind=Meeting.Kind.TRAINING),
    ]


def said_of(text, meetings):
    found = proofreading.typed_facts(text, meetings)
    return [(finding.code, finding.excerpt) for finding in found]


def test_the_two_dates_of_the_third_morning_are_found_and_no_other(mornings):
    found = [said for text in REPORT for said in said_of(text, mornings)]

    assert found == [("date_to_confirm", "12 mai"), ("unknown_date", "12/06/2026")]


def test_once_the_morning_is_confirmed_its_own_date_passes(mornings):
    mornings[2].to_confirm = False

    found = [said for text in REPORT for said in said_of(text, mornings)]

    assert found == [("unknown_date", "12/06/2026")]


def test_a_wrong_date_names_the_meeting_it_may_have_meant(mornings):
    [finding] = proofreading.typed_facts("le 12/06/2026", mornings)

    assert "12\u00a0mai\u00a02026" in finding.message


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("le 20 janvier 2026, de 9h à 13h", []),
        ("le 20 janvier 2026, de 9 h à 12 h 30", ["other_hours"]),
        ("le 20 janvier 2026 à 8h30", ["other_hours"]),
        ("le 20 janvier 2026 à 10h, les équipes mobiles", []),
        ("le 20 janvier 2026. Un autre jour, à 18h", []),
        ("le 10 octobre 2025 à 9h", []),
        ("le 20 janvier 2027", ["unknown_date"]),
        ("la loi du 22 août 2002", []),
    ],
)
def test_hours_and_years_must_agree_too(mornings, text, codes):
    assert [code for code, _ in said_of(text, mornings)] == codes


def test_any_day_of_a_long_meeting_is_its_own():
    week = Meeting(start_date=date(2026, 3, 30), end_date=date(2026, 4, 3))

    assert said_of("le 1er avril 2026", [week]) == []
    assert said_of("le 4 avril 2026", [week]) == [("unknown_date", "4 avril 2026")]


def test_a_meeting_whose_day_is_unknown_fits_its_month():
    month = Meeting(start_date=date(2026, 9, 1), date_precision=Meeting.Precision.MONTH)

    assert said_of("le 14 septembre 2026", [month]) == []


@pytest.fixture
def concertation(db):
    make_site()
    return make_concertation()


def page_about(meeting, **words):
    parent = make_concertation_page(meeting.concertation)
    return report(meeting, parent, **words)


def test_a_page_is_linked_to_the_meetings_of_its_concertation(concertation):
    first, second = (
        make_meeting(concertation=concertation, start_date=day)
        for day in (date(2026, 1, 20), date(2026, 5, 12))
    )
    make_meeting(start_date=date(2026, 6, 12))

    assert proofreading.linked_to(page_about(first)) == [first, second]


def test_a_page_is_linked_to_the_meetings_it_shows(concertation):
    meeting = make_meeting(concertation=concertation)
    in_text = make_meeting(start_date=date(2026, 2, 3))
    in_block = make_meeting(start_date=date(2026, 3, 3))
    embed = f'<p>Le <embed embedtype="meeting" uuid="{in_text.uuid}"/></p>'
    dates = ("save_the_date", {"heading": "Dates", "meetings": [in_block]})

    page = page_about(meeting, context=embed, sections=[dates])

    assert proofreading.linked_to(page) == [meeting, in_text, in_block]


def test_a_report_is_read_whole(concertation):
    page = page_about(
        make_meeting(concertation=concertation),
        context="<p>Rendez-vous le 12/06/2026 (voir recto).</p>",
    )

    codes = {finding.code for finding in reading.of(page)}

    assert codes == {"paper", "unknown_date"}


def test_a_poll_figure_without_n_is_found(concertation):
    poll = {"percentage": 80, "statement": "<p>des participant·es</p>"}
    findings = {"heading": "Constats", "polls": [poll, {**poll, "respondents": 57}]}
    meeting = make_meeting(concertation=concertation)

    page = page_about(meeting, sections=[("findings", findings)])

    [finding] = proofreading.polls_without_n(page)
    assert (finding.code, finding.excerpt) == ("poll_without_n", "80 %")


def test_a_page_that_is_about_no_meeting_is_left_alone(concertation):
    home = make_site()

    assert proofreading.check(home) == []


@pytest.mark.django_db
def test_a_page_whose_meeting_is_not_chosen_yet_is_left_alone():
    assert proofreading.check(EventPage(title="Le 12/06/2026")) == []
