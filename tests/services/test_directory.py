"""What the directory finds, how it counts, and what it never shows."""

from datetime import date, timedelta
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from portal.core.models import Bassin, Commune
from services import directory, facet_counts, facets, text_search, vocabulary
from services.forms import DirectoryForm
from services.models import Phone, PrivateNote, Service, TemporaryClosure, Term
from tests.making import (
    make_commune,
    make_directory,
    make_language,
    make_need,
    make_organisation,
    make_service,
    make_site,
    make_term,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)
KEYS = DirectoryForm.keys


def asked(**keys):
    """The directory, asked by the names of the form instead of a reader's keys."""
    data = {str(KEYS[name]): value for name, value in keys.items()}
    return directory.asked(QueryDict(urlencode(data, doseq=True)), TODAY)


def names(found):
    return [card.service.name_fr for card in found.cards]


def pks(facet, service):
    """The choices ``service`` has in ``facet``, worked out without the database."""
    if facet.name == "commune":
        return {one.pk for one in Commune.objects.all() if service.serves(one)}
    offered = {choice.pk for choice in facet.choices(vocabulary.here())}
    return {one.pk for one in getattr(service, facet.relation).all()} & offered


@pytest.fixture
def varied():
    """Services with something of everything, and what each has in each facet."""
    bassin = Bassin.objects.create(code="sud-est", name_fr="Sud-Est")
    communes = [make_commune(name) for name in ("Etterbeek", "Auderghem", "Forest")]
    Commune.objects.filter(pk__in=[one.pk for one in communes[:2]]).update(
        bassin=bassin
    )
    communes = list(Commune.objects.order_by("pk"))
    needs, terms = [make_need(f"Besoin {n}") for n in range(2)], {}
    for axis in ("service_types", "publics", "modes"):
        terms[axis] = [make_term(axis, name=f"{axis} {n}") for n in range(2)]
    groups = ("access", "modality", "cost")
    conditions = [make_term("conditions", name=group) for group in groups]
    for group, term in zip(groups, conditions, strict=True):
        Term.objects.filter(pk=term.pk).update(group=group)
    spoken = [make_language("fr"), make_language("nl", "néerlandais")]
    for number in range(12):
        make_service(
            f"Service {number}",
            assured_date=YESTERDAY,
            needs=[one for at, one in enumerate(needs) if (number + at) % 2],
            service_types=[terms["service_types"][number % 2]],
            publics=terms["publics"][: number % 3],
            modes=[terms["modes"][number // 6]],
            conditions=conditions[number % 3 :],
            languages=spoken[number % 2 :],
            communes=communes[number % 4 :][:1],
            bassins=[bassin] if number % 5 == 0 else [],
            serves_region=number == 7,
        )
    return [(one, {f.name: pks(f, one) for f in facets.FACETS}) for one in _all()]


def _all():
    return Service.objects.with_everything()


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_each_number_is_what_one_would_find(varied, data):
    words = vocabulary.here()
    chosen = {}
    for facet in facets.FACETS:
        offered = [choice.pk for choice in facet.choices(words)]
        picked = data.draw(st.sets(st.sampled_from(offered), max_size=2))
        if picked and data.draw(st.booleans()):
            chosen[facet.name] = sorted(picked)

    def matching(without=""):
        held = [(name, set(some)) for name, some in chosen.items() if name != without]
        return [has for _one, has in varied if all(has[n] & some for n, some in held)]

    communes = [choice.pk for choice in words.choices("communes")]
    counts = facet_counts.counted(Service.objects.listed(), chosen, communes)

    found = facets.narrowed(Service.objects.listed(), chosen)
    assert counts.total == found.count() == len(matching())
    for facet in facets.FACETS:
        left = matching(without=facet.name)
        for choice in facet.choices(words):
            expected = sum(choice.pk in has[facet.name] for has in left)
            assert counts.of(facet.name, choice.pk) == expected
        if facet.name in chosen:
            assert counts.without(facet.name) == len(left)


def test_all_are_counted_the_same_by_those_left_out(varied):
    for number, (one, _has) in enumerate(varied[:6]):
        one.live, one.status = number % 2 == 0, "active" if number % 3 else "defunct"
        one.save()
    words, listed = vocabulary.here(), Service.objects.listed()
    communes = [choice.pk for choice in words.choices("communes")]

    one_by_one = facet_counts.counted(listed, {}, communes)
    by_the_others = facet_counts.counted(listed, {}, communes, nearly_all=True)

    assert one_by_one.total == by_the_others.total < len(varied)
    for facet in facets.FACETS:
        for choice in facet.choices(words):
            counted = (one_by_one, by_the_others)
            numbers = {counts.of(facet.name, choice.pk) for counts in counted}
            assert len(numbers) == 1


def test_two_words_ask_once_who_has_the_terms_they_find():
    make_service("Un", needs=[make_need("Logement")])
    make_service("Deux", needs=[make_need("Dette")])
    read = text_search._Read()

    with CaptureQueriesContext(connection) as queries:
        found = read.holding(["logement", "dette"])

    assert (found, len(queries)) == (set(), 1)


def test_old_entries_come_last_and_are_marked_but_never_hidden():
    long_ago = TODAY - timedelta(days=700)
    make_service("Ancien", assured_date=long_ago)
    make_service("Jamais")
    make_service("Zélé", assured_date=YESTERDAY)

    found = asked()

    assert names(found) == ["Zélé", "Ancien", "Jamais"]
    assert [card.standing.is_demoted for card in found.cards] == [False, True, True]


def test_one_that_is_closed_for_a_while_is_listed_and_says_so(client):
    make_directory(make_site())
    make_service("Pause", status="temporarily closed")
    away = make_service("Congés", assured_date=YESTERDAY)
    today = timezone.localdate()
    TemporaryClosure.objects.create(
        service=away, from_date=today, to_date=today, reason_fr="Fermeture annuelle"
    )
    with override("fr"):
        shown = client.get(reverse("directory")).content.decode()

    assert shown.index("Congés") < shown.index("Pause")
    assert "Fermeture annuelle" in shown
    assert "Fermé temporairement" in shown
    assert shown.count("svc--old") == 2


def test_words_are_found_whatever_their_accents_and_107_finds_lines_and_teams():
    line, team = make_term(name="Ligne d’écoute"), make_term(name="Équipe mobile")
    Term.objects.filter(pk=team.pk).update(synonyms_fr="équipe mobile 107")
    listening = make_service("Télé-Écoute", service_types=[line])
    Phone.objects.create(service=listening, number="107")
    make_service("Équipe de crise", service_types=[team])
    make_service("Planning", organisation=make_organisation("Maison Œuvre"))

    for text, expected in {
        "107": {"Télé-Écoute", "Équipe de crise"},
        "tele ecoute": {"Télé-Écoute"},
        "EQUIPE": {"Équipe de crise"},
        "oeuvre": {"Planning"},
        "ecoute planning": set(),
        "« … »": {"Télé-Écoute", "Équipe de crise", "Planning"},
    }.items():
        assert set(names(asked(text=text))) == expected, text


def test_more_keys_may_be_asked_for_than_a_database_takes_values():
    service = make_service()

    assert list(Service.objects.among(range(300_000))) == [service]


def test_an_address_holds_all_that_was_asked_and_forgets_what_no_longer_exists():
    need, other = make_need("Un"), make_need("Deux")
    term = make_term()
    for number in range(25):
        make_service(f"A {number}", needs=[need], service_types=[term])
    make_service("B", needs=[other])

    found = asked(text="a", need=[need.code, "parti"], type=[term.code], page="2")

    assert found.total == 25
    assert len(found.cards) == 5
    assert [chip.label for chip in found.chips][1:] == ["Crise", term.name_fr]
    assert found.form.narrowing() in {
        f"q=a&{KEYS['need']}={need.code}&{KEYS['type']}={term.code}"
    }
    assert term.code not in found.chips[2].query
    assert asked(need="parti", page="-3").total == 26


def test_where_nothing_is_found_the_filter_to_remove_first_is_said():
    need, lonely = make_need(), make_need()
    term = make_term()
    make_service("Un", needs=[need])
    make_service("Deux", needs=[need])
    make_service("Trois", service_types=[term], needs=[lonely])

    found = asked(need=need.code, type=term.code)

    assert found.total == 0
    assert (found.way_out.label, found.way_out.count_without) == (term.name_fr, 2)


def test_the_directory_costs_the_same_questions_at_any_size():
    need, term, spoken = make_need(), make_term(), make_language()

    def cost():
        keys = {"need": need.code, "type": term.code, "language": spoken.code}
        with CaptureQueriesContext(
            connection,
        ) as asking:
            asked(**keys)
        return len(asking)

    facts = {"needs": [need], "service_types": [term], "languages": [spoken]}
    make_service("Un", **facts)
    few = cost()
    for number in range(30):
        make_service(f"Service {number}", **facts)

    assert cost() == few


class TestWhatIsNotPublic:
    """Drafts, entries no longer active and a restricted directory."""

    @pytest.fixture
    def door(self):
        return make_directory(make_site())

    @pytest.fixture
    def hidden(self):
        draft = make_service("Brouillon secret", live=False, needs=[make_need()])
        over = make_service("Fermé secret", status="inactive")
        return [draft, over]

    def test_is_in_no_list_and_no_number(self, hidden):
        found = asked()

        assert found.total == 0
        assert not found.cards
        assert not any(facet.offered for facet in found.facets)
        assert asked(text="secret").total == 0

    def test_has_no_page_and_no_card(self, client, door, hidden):
        with override("fr"):
            for name in ("service", "service_card"):
                address = reverse(name, args=[hidden[0].slug])
                response = client.get(address)
                assert response.status_code == 404
                assert "secret" not in response.content.decode()

    def test_a_restricted_directory_lets_nobody_in_by_a_side_door(self, client, door):
        term = make_term("service_types", code="type-helpline")
        line = make_service("Ligne réservée", service_types=[term])
        Phone.objects.create(service=line, number="02 000 00 00")
        PageViewRestriction.objects.create(page=door, restriction_type="login")
        with override("fr"):
            addresses = [
                reverse("directory"),
                door.url,
                reverse("service", args=[line.slug]),
                reverse("service_card", args=[line.slug]),
                reverse("crisis"),
                reverse("directory_news", args=["json"]),
                "/api/hsds/services",
                reverse("directory_table"),
            ]

        for address in addresses:
            response = client.get(address)
            said = b"".join(response) if response.streaming else response.content
            assert "réservée" not in said.decode(), address

    def test_private_notes_stay_private(self, client, door):
        service = make_service()
        PrivateNote.objects.create(service=service, text="Ne pas montrer")
        service.contacts.create(name="Personne de contact", email="x@y.example")
        with override("fr"):
            shown = client.get(reverse("service", args=[service.slug]))
            card = client.get(reverse("service_card", args=[service.slug]))

        for response in (shown, card):
            assert response.status_code == 200
            text = response.content.decode()
            assert not any(
                word in text for word in ("Ne pas montrer", "Personne de", "x@y")
            )
