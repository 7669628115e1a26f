"""What a network remembers after as many reports as wanted, the same each time."""

import random
from datetime import date, timedelta

FIRST_DAY = date(2020, 1, 6)
LAST_DAY = date(2026, 10, 30)
OBSERVATIONS = 300
ACTIONS = 500
# One of them is heard at each of the first so many meetings.
HEARD_MOST = 100
HEARD_AT_A_MEETING = 10
WORDS = ["accès", "famille", "logement", "attente", "langue", "droits", "jeunes"]


def fill(count):
    """Let there be ``count`` published reports; gives the first of them."""
    from django.db import connection, transaction

    dice = random.Random(count)
    with transaction.atomic():
        observations = _observations(dice)
        places = _places()
        for number in range(_written().count(), count):
            _report(number, observations, places, dice)
        _sightings()
        _actions(dice)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return _written().order_by("pk").first()


def _written():
    from events.models import ReportPage

    return ReportPage.objects.filter(slug__startswith="rapport-")


def _observations(dice):
    from events.models import Observation
    from portal.core.models import Theme

    themes = list(Theme.objects.order_by("pk"))
    if Observation.objects.count() < OBSERVATIONS:
        Observation.objects.bulk_create(
            Observation(
                sentence_fr=f"Constat {n} : {' '.join(dice.sample(WORDS, 5))}",
                kind=dice.choice(Observation.Kind.values),
                theme=dice.choice(themes),
                is_public=True,
            )
            for n in range(OBSERVATIONS)
        )
    known = Observation.objects.filter(sentence_fr__startswith="Constat ")
    return list(known.order_by("pk"))


def _places():
    """The concertations of five bassins, each with its page."""
    from events.models import Concertation, ConcertationIndexPage, ConcertationPage
    from portal.core.models import Bassin, Theme

    index = ConcertationIndexPage.objects.get()
    places = []
    for bassin in Bassin.objects.order_by("pk")[:5]:
        for theme in Theme.objects.order_by("pk")[:3]:
            concertation, _new = Concertation.objects.get_or_create(
                bassin=bassin, theme=theme
            )
            page = ConcertationPage.objects.filter(concertation=concertation).first()
            if page is None:
                slug = f"bench-{concertation.pk}"
                page = ConcertationPage(
                    title=slug, slug=slug, concertation=concertation
                )
                index.add_child(instance=page)
            places.append((concertation, page))
    return places


def _report(number, observations, places, dice):
    from events.models import Meeting, ReportPage

    concertation, parent = places[number % len(places)]
    days = (LAST_DAY - FIRST_DAY).days
    meeting = Meeting.objects.create(
        concertation=concertation,
        start_date=FIRST_DAY + timedelta(days=dice.randrange(days)),
    )
    told = dice.sample(observations[1:], HEARD_AT_A_MEETING)
    if number < HEARD_MOST:
        told[0] = observations[0]
    parent.refresh_from_db()
    title = f"Compte rendu {number}"
    page = ReportPage(
        title=title, slug=f"rapport-{number}", meeting=meeting, sections=_sections(told)
    )
    parent.add_child(instance=page)


def _sections(told):
    entries = [
        {"observation": one, "words": "<p>Comme on l’a dit.</p>"} for one in told
    ]
    return [
        ("watch", {"heading": "Veille", "observations": entries[:7]}),
        ("obstacles", {"heading": "Obstacles", "obstacles": entries[7:]}),
        ("actions", {"heading": "Actions", "actions": [{"text": "<p>Relire.</p>"}]}),
    ]


def _sightings():
    """What publishing each report would have noted, all at once."""
    from events.models import Sighting

    known = set(Sighting.objects.values_list("observation", "meeting"))
    Sighting.objects.bulk_create(
        Sighting(observation_id=pk, meeting_id=page.meeting_id, source="report")
        for page in _written()
        for pk in sorted(page.told_observations)
        if (pk, page.meeting_id) not in known
    )


def _actions(dice):
    from events.models import CollectiveAction, Meeting, Milestone

    if CollectiveAction.objects.count() >= ACTIONS:
        return
    meetings = list(Meeting.objects.filter(report_pages__in=_written()))
    states = CollectiveAction.State.values
    actions = CollectiveAction.objects.bulk_create(
        CollectiveAction(
            title_fr=f"Action {n}",
            owner="Équipe exemple",
            meeting=dice.choice(meetings),
            state=(state := states[n % len(states)]),
            ended_on=date(2026, 9, 1) if state in {"done", "dropped"} else None,
            due_on=date(2026, dice.randint(1, 12), 1),
            why_dropped_fr="Sans suite." if state == "dropped" else "",
        )
        for n in range(ACTIONS)
    )
    Milestone.objects.bulk_create(
        Milestone(action=action, title_fr=f"Étape {n}", sort_order=n)
        for action in actions
        for n in range(2)
    )
