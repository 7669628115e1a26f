"""The veille: what was heard counts once a meeting, and shows how far it is."""

from datetime import date
from itertools import chain

import pytest
from django.core.cache import cache
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events import drafting, field_watch, harvest, meeting_notes
from events.models import (
    Observation,
    ObservationStep,
    PollFigure,
    PollQuestion,
    Sighting,
)
from services.models import SupportLevel, SupportOutcome
from services.support import lessons
from tests.events.memory_stories import decided, observed, told, watch_page
from tests.making import (
    brussels,
    make_concertation,
    make_concertation_page,
    make_meeting,
    make_site,
    report,
)

pytestmark = pytest.mark.django_db
NOW = brussels(2026, 11, 30, 10)
NOTES = """Bonne ambiance
Veille :
- Pas de place pour les familles
• Les délais
Pistes
1. Une permanence
Suivi: relire la liste
"""


@pytest.fixture
def concertation():
    make_site()
    concertation = make_concertation()
    concertation.page = make_concertation_page(concertation)
    return concertation


def meetings_of(concertation, count):
    return [
        make_meeting(concertation=concertation, start_date=date(2025, 1 + n, 10))
        for n in range(count)
    ]


def reported(meeting, concertation, *sections):
    page = report(meeting, concertation.page, sections=list(sections))
    page.save_revision().publish()
    return page


def recurring(**lookup):
    return Observation.objects.with_recurrence().get(**lookup)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(heard=st.lists(st.sets(st.integers(0, 3)), min_size=1, max_size=4))
def test_recurrence_is_the_meetings_at_which_it_was_heard(concertation, heard):
    with transaction.atomic():
        meetings = meetings_of(concertation, 4)
        for number, at in enumerate(heard):
            observed(f"constat {number}", at=[meetings[n] for n in at])

        counts = [o.meetings_count for o in Observation.objects.with_recurrence()]

        assert sorted(counts) == sorted(len(at) for at in heard)
        transaction.set_rollback(True)


def test_a_meeting_hears_the_same_thing_once(concertation):
    (meeting,) = meetings_of(concertation, 1)
    observation = observed(at=[meeting])

    with pytest.raises(IntegrityError), transaction.atomic():
        Sighting.objects.create(observation=observation, meeting=meeting)


def test_two_bassins_that_hear_it_are_counted(concertation):
    elsewhere = make_concertation(theme=concertation.theme)
    (here,), (there,) = meetings_of(concertation, 1), meetings_of(elsewhere, 1)

    observed(at=[here, there])

    assert recurring().heard_words == "entendu à 2 rencontres, 2 bassins"


def test_what_a_published_report_tells_is_a_sighting_and_public(concertation):
    (meeting,) = meetings_of(concertation, 1)
    observation = observed(is_public=False)

    reported(meeting, concertation, told(observation))

    assert recurring().meetings_count == 1
    assert Observation.objects.get().is_public


def test_a_draft_tells_nothing_yet(concertation):
    (meeting,) = meetings_of(concertation, 1)
    observation = observed(is_public=False)
    page = report(meeting, concertation.page)

    page.sections = [told(observation)]
    page.save_revision()

    assert recurring().meetings_count == 0
    assert not Observation.objects.get().is_public


def test_what_a_report_no_longer_tells_goes_and_what_the_team_noted_stays(concertation):
    first, second = meetings_of(concertation, 2)
    observation = observed(at=[first])
    page = reported(second, concertation, told(observation))

    page.unpublish()

    assert [s.meeting for s in observation.sightings.all()] == [first]


def test_a_report_that_is_deleted_leaves_no_sighting(concertation):
    (meeting,) = meetings_of(concertation, 1)
    page = reported(meeting, concertation, told(observed()))

    page.delete()

    assert recurring().meetings_count == 0


def test_gathering_twice_is_the_same_as_once(concertation):
    (meeting,) = meetings_of(concertation, 1)
    reported(meeting, concertation, told(observed()))

    harvest.gather(meeting)

    assert recurring().meetings_count == 1


def test_a_figure_of_a_question_asked_again_is_gathered_with_its_n(concertation):
    (meeting,) = meetings_of(concertation, 1)
    question = PollQuestion.objects.create(wording_fr="Distinguez-vous ?")
    poll = {"percentage": 80, "statement": "<p>peu</p>", "respondents": 40}
    findings = ("findings", {"polls": [{**poll, "repeated": question}]})

    reported(meeting, concertation, findings)

    figure = PollFigure.objects.get()
    assert (figure.percentage, figure.respondents) == (80, 40)
    assert (figure.asked_on, figure.statement) == (meeting.start_date, "peu")


def test_the_same_question_asked_later_is_drawn_beside(concertation, client):
    first, second = meetings_of(concertation, 2)
    question = PollQuestion.objects.create(wording_fr="Distinguez-vous ?")
    pages = [
        reported(meeting, concertation, ("findings", {"polls": [poll]}))
        for meeting, share in ((first, 80), (second, 61))
        for poll in [
            {"percentage": share, "statement": "<p>peu</p>", "repeated": question}
        ]
    ]

    text = client.get(pages[0].url).content.decode()

    assert "61" in text
    assert "n non communiqué" in text


@pytest.mark.parametrize("state", [2, 3, 4])
def test_the_state_is_the_furthest_step_that_was_proved(concertation, state):
    observation = observed()
    for step in range(2, state + 1):
        _step(observation, state=step, url="https://essai.example/")

    assert Observation.objects.get().state == state
    assert Observation.objects.with_state().get(reached=state) == observation


def _step(observation, **facts):
    return ObservationStep.objects.create(
        observation=observation, taken_on=date(2026, 1, 1), **facts
    )


def test_a_step_without_a_proof_is_refused_by_the_database(concertation):
    with pytest.raises(IntegrityError), transaction.atomic():
        _step(observed(), state=2)


def test_a_proof_that_is_not_public_is_not_shown(concertation):
    action = decided(is_public=False)
    step = ObservationStep(
        observation=observed(), state=3, taken_on=date(2026, 1, 1), action=action
    )

    assert field_watch.proof_of(step, NOW) is None


def test_the_page_puts_what_comes_back_most_first(concertation, client):
    first, second = meetings_of(concertation, 2)
    observed("Entendu une fois", at=[first])
    observed("Entendu deux fois", at=[first, second])

    text = client.get(watch_page().url).content.decode()

    assert text.index("Entendu deux fois") < text.index("Entendu une fois")


def test_what_is_not_public_is_nowhere(concertation, client):
    page = watch_page()
    hidden = observed("Rien à voir ici", is_public=False)

    assert "Rien à voir" not in client.get(page.url).content.decode()
    assert client.get(f"{page.url}{hidden.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("mots=saturation", True),
        ("mots=SATUR", True),
        ("mots=absent", False),
        ("type=need", True),
        ("type=obstacle", False),
        ("etat=1", True),
        ("etat=4", False),
        ("etat=x'%00&type=%F0%9F%98%80&page=-3", True),
    ],
)
def test_filters_narrow_the_list_and_nonsense_narrows_nothing(
    concertation, client, query, found
):
    page = watch_page()
    observed("La saturation des services")

    answer = client.get(f"{page.url}?{query}")

    assert ("La saturation" in answer.content.decode()) is found


def test_the_page_costs_the_same_queries_with_five_and_with_fifty(
    concertation,
):
    page = watch_page()
    meetings = meetings_of(concertation, 6)
    for number in range(5):
        observed(f"constat {number}", at=meetings[: number + 1])
    few = _queries(page)
    for number in range(45):
        observed(f"autre {number}", at=meetings)

    assert _queries(page) == few


def _queries(page):
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        Client().get(page.url)
    return len(queries)


def test_notes_pasted_as_text_keep_every_word_in_its_section():
    notes = meeting_notes.read(NOTES)

    assert notes.context == ["Bonne ambiance"]
    assert notes.sections == {
        "watch": ["Pas de place pour les familles", "Les délais"],
        "leads": ["Une permanence"],
        "actions": ["relire la liste"],
    }


@given(text=st.text(max_size=400))
def test_no_line_of_notes_is_lost(text):
    notes = meeting_notes.read(text)

    kept = " ".join([*notes.context, *chain(*notes.sections.values())])
    for line in text.splitlines():
        words = meeting_notes.BULLET.sub("", line).strip()
        _name, rest = meeting_notes._heading(words)
        assert rest in kept


def test_a_report_begins_with_what_was_heard_decided_and_noted(concertation):
    (meeting,) = meetings_of(concertation, 1)
    heard, action = observed(at=[meeting]), decided(meeting=meeting)

    page = drafting.write_report(meeting, notes=NOTES)

    sections = {block.block_type: block.value for block in page.sections}
    watched = sections["watch"]["observations"]
    assert watched[0]["observation"] == heard
    assert "familles" in str(watched[1]["words"])
    assert sections["actions"]["actions"][0]["action"] == action
    assert "Bonne ambiance" in page.context


def test_a_difficulty_of_a_support_team_is_an_observation_once(concertation):
    difficulty = _difficulty()

    for _time in range(2):
        lessons.teach("observation", difficulty, by=None, now=NOW)

    observation = Observation.objects.get()
    assert observation.sentence == difficulty.name
    assert not observation.is_public


def _difficulty():
    level = SupportLevel.objects.create(code="niveau", name_fr="Travailleurs")
    return SupportOutcome.objects.create(
        code="epuisement", level=level, sort="difficulty", name_fr="Épuisement"
    )


def obstacle(observation):
    return ("obstacles", {"obstacles": [{"observation": observation}]})


@pytest.mark.parametrize("section", [told, obstacle])
def test_a_report_leads_to_what_it_tells_and_says_how_often(
    concertation, client, section
):
    first, second = meetings_of(concertation, 2)
    observation = observed(at=[first])
    page, watch = reported(second, concertation, section(observation)), watch_page()

    text = client.get(page.url).content.decode()

    assert f'href="{watch.url}{observation.pk}/"' in text
    assert "ntendu à 2 rencontres" in text


def test_a_report_does_not_count_what_was_heard_there_alone(concertation, client):
    (meeting,) = meetings_of(concertation, 1)
    page, watch = reported(meeting, concertation, told(observed())), watch_page()

    text = client.get(page.url).content.decode()

    assert f'href="{watch.url}' in text
    assert "ntendu à 1" not in text


@pytest.mark.parametrize("is_shown", [False, True])
def test_without_a_page_of_the_veille_or_hidden_a_report_leads_nowhere(
    concertation, client, is_shown
):
    (meeting,) = meetings_of(concertation, 1)
    observation = observed()
    page = reported(meeting, concertation, told(observation))
    if not is_shown:
        watch_page()
        Observation.objects.update(is_public=False)

    text = client.get(page.url).content.decode()

    assert "saturation" in text
    assert f"veille/{observation.pk}/" not in text


def test_a_report_costs_the_same_queries_with_two_and_with_twenty(concertation):
    watch_page()
    meetings = meetings_of(concertation, 2)
    pages = [
        reported(meeting, concertation, _many(count))
        for meeting, count in zip(meetings, (2, 20), strict=True)
    ]

    few, many = map(_queries, pages)

    assert few == many


def _many(count):
    entries = [{"observation": observed(f"constat {n}")} for n in range(count)]
    return ("watch", {"observations": entries})
