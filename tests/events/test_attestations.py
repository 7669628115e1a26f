"""Attestations of attendance: for whom, with what on them, and how they are checked."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone, translation

from events import attestations, corrections, links, own_data, reception
from events.attestation_form import AttestationNumber
from events.models import Attestation
from events.models.attestation import SIGNS, new_number
from events.papers import attestation as paper
from events.refusals import NotOverError, NotPresentError
from tests.events.people import START, make_morning, sign_up
from tests.events.reading_papers import Paper
from tests.making import announce, make_commune, make_site, make_venue

pytestmark = pytest.mark.django_db
AFTER = START + timedelta(hours=5)


@pytest.fixture(autouse=True)
def _site(told):
    cache.clear()
    make_site()


@pytest.fixture
def meeting():
    """A morning that is over by now, whenever the test runs."""
    meeting = make_morning(venue=make_venue(make_commune("Etterbeek")))
    announce(meeting, title="Focus sur l’ambulatoire")
    return meeting


def who_came(meeting, **facts):
    return reception.check_in(sign_up(meeting, **facts), now=START)


def issued_to(meeting, **facts):
    return attestations.issue(who_came(meeting, **facts), now=AFTER)


def key():
    """What the number is called in the address."""
    with translation.override("fr"):
        return AttestationNumber().add_prefix("number")


def page_of(client, number):
    return client.get(reverse("attestation", args=[number]))


def test_it_says_who_was_where_when_and_for_how_long(meeting):
    issued = issued_to(meeting, given_name="Zoé", family_name="Ćosić")

    text = Paper(paper.drawn([issued], now=AFTER)).text

    for words in (
        "Bassin d’essai",
        "Équipe d’essai",
        "Zoé Ćosić",
        "Focus sur l’ambulatoire",
        "Mardi 20 janvier 2026",
        "de 9 h à 13 h",
        "4 h",
        "rue de l’Essai 1",
        issued.written_number,
        reverse("attestation", args=[issued.written_number]),
    ):
        assert words in text


def test_it_can_be_read_aloud_and_kept(meeting):
    drawn = Paper(paper.drawn([issued_to(meeting)], now=AFTER))

    assert (len(drawn.pages), drawn.language) == (1, "fr")
    assert drawn.is_tagged
    assert drawn.title
    assert len(drawn.standards) == 2
    assert all("Atkinson" in font for font in drawn.fonts)


def test_it_speaks_the_language_of_the_person(meeting):
    french, dutch = issued_to(meeting), issued_to(meeting, language="nl")

    drawn = Paper(paper.drawn([french, dutch], now=AFTER))

    assert "/fr/attestations/" in drawn.pages[0]
    assert "/nl/" in drawn.pages[1]
    assert "dinsdag 20 januari 2026" in drawn.pages[1].lower()
    assert Paper(paper.drawn([dutch], now=AFTER)).language == "nl"


def test_neither_length_nor_place_is_said_that_is_not_known():
    open_ended = make_morning()
    open_ended.end_time = None

    labels = [label for label, _words in paper.meeting_facts(open_ended)]

    assert len(labels) == 2


@pytest.mark.parametrize("signs", [str.lower, lambda text: f" {text[:5]} {text[5:]}."])
def test_a_number_is_found_however_it_is_typed(meeting, signs):
    issued = issued_to(meeting)

    assert attestations.find(signs(issued.number)) == issued


def test_numbers_cannot_be_guessed():
    numbers = {new_number() for _ in range(100)}

    assert len(numbers) == 100
    assert {len(number) for number in numbers} == {SIGNS}
    assert 30**SIGNS > 2**60


def test_the_number_stays_the_same_and_the_name_follows_a_correction(meeting):
    registration = who_came(meeting, family_name="Fautte")
    first = attestations.issue(registration, now=AFTER)
    registration.family_name = "Faute"
    registration.save()

    again = attestations.issue(registration, now=AFTER + timedelta(days=1))

    assert (again.number, again.issued_at) == (first.number, first.issued_at)
    assert attestations.find(first.number).name.endswith("Faute")


def test_nobody_who_was_not_checked_in_gets_one(meeting):
    registration = sign_up(meeting)

    with pytest.raises(NotPresentError):
        attestations.issue(registration, now=AFTER)
    with pytest.raises(NotPresentError):
        attestations.issue_all(meeting, now=AFTER)


def test_none_is_made_before_the_end(meeting):
    registration = who_came(meeting)

    with pytest.raises(NotOverError):
        attestations.issue(registration, now=START + timedelta(hours=1))


def test_who_was_erased_gets_none_and_the_old_one_is_unknown(meeting):
    registration = who_came(meeting)
    number = attestations.issue(registration, now=AFTER).number
    corrections.erase(registration, now=AFTER)

    assert attestations.find(number) is None
    with pytest.raises(NotPresentError):
        attestations.issue(registration, now=AFTER)


def test_it_holds_after_the_registration_lost_its_name(meeting):
    issued = issued_to(meeting, given_name="Zoé", family_name="Reste")
    registration = issued.registration
    registration.given_name = registration.family_name = ""
    registration.anonymised_at = AFTER + timedelta(days=90)
    registration.save()

    assert attestations.find(issued.number).name == "Zoé Reste"


def test_it_holds_only_as_long_as_the_tick(meeting):
    issued = issued_to(meeting)

    reception.undo_check_in(issued.registration)

    assert attestations.find(issued.number) is None


def test_all_who_came_get_theirs_at_once_by_family_name(meeting):
    for name in ("Zola", "Émile", "Adam"):
        who_came(meeting, family_name=name)
    sign_up(meeting, family_name="Absente")

    first = attestations.issue_all(meeting, now=AFTER)
    again = attestations.issue_all(meeting, now=AFTER)

    assert [one.registration.family_name for one in first] == ["Adam", "Émile", "Zola"]
    assert [one.number for one in again] == [one.number for one in first]
    assert len(Paper(paper.drawn(first, now=AFTER)).pages) == 3


def test_making_them_all_costs_a_few_queries(meeting, django_assert_max_num_queries):
    for _ in range(12):
        who_came(meeting)

    with django_assert_max_num_queries(8):
        attestations.issue_all(meeting, now=AFTER)


def test_one_s_own_data_tell_of_it(meeting):
    issued = issued_to(meeting)
    issued.registration.refresh_from_db()

    assert own_data.of(issued.registration)["attestation"]["number"] == (
        issued.written_number
    )


def test_the_page_says_what_the_paper_says(client, meeting):
    issued = issued_to(meeting, given_name="Zoé", family_name="Ćosić")

    page = page_of(client, issued.written_number)
    text = page.content.decode()

    assert page.status_code == 200
    assert "Zoé Ćosić" in text
    assert "Focus sur l’ambulatoire" in text
    assert issued.registration.email not in text
    assert issued.registration.organisation not in text


@pytest.mark.parametrize("number", ["ABCDE-FGHJK-MNPQR", "x", "é" * 200, "'--", "😀"])
def test_a_wrong_number_is_answered_kindly(client, meeting, number):
    issued_to(meeting)

    page = page_of(client, number)

    assert page.status_code == 404
    assert 'role="alert"' in page.content.decode()
    assert f'name="{key()}"' in page.content.decode()


def test_the_form_leads_to_the_number_and_keeps_what_is_no_number(client, meeting):
    issued = issued_to(meeting)
    address = reverse("attestation_check")

    led = client.get(address, {key(): f" {issued.written_number.lower()} "})
    kept = client.get(address, {key(): "7K3QP"}).content.decode()

    assert led["Location"] == reverse("attestation", args=[issued.number])
    assert 'value="7K3QP"' in kept
    assert "field--bad" in kept
    assert "field--bad" not in client.get(address).content.decode()


def test_no_cache_no_index_and_no_referrer_learns_of_it(client, meeting):
    issued = issued_to(meeting)

    for number in (issued.number, "x"):
        page = page_of(client, number)
        assert page["Cache-Control"] == "no-store"
        assert page["X-Robots-Tag"] == "noindex"
        assert page["Referrer-Policy"] == "no-referrer"
        assert not page.cookies


def test_nobody_tries_numbers_for_long(client, settings):
    settings.RATE_LIMITS = True

    answers = [page_of(client, "x").status_code for _ in range(31)]

    assert answers == [404] * 30 + [429]


def mine(registration):
    return reverse("registration_attestation", args=[links.token(registration)])


def test_people_take_theirs_from_their_own_page(client, meeting):
    registration = who_came(meeting)
    page = client.get(reverse("registration", args=[links.token(registration)]))
    assert mine(registration) in page.content.decode()

    client.get(mine(registration))
    assert not Attestation.objects.exists()

    taken = client.post(mine(registration))
    assert taken["Content-Type"] == "application/pdf"
    assert taken["Cache-Control"] == "no-store"
    assert Attestation.objects.get().written_number in Paper(taken.content).text


def test_who_did_not_come_is_shown_none_and_refused_one(client, meeting):
    registration = sign_up(meeting)
    page = client.get(reverse("registration", args=[links.token(registration)]))

    assert mine(registration) not in page.content.decode()
    assert client.post(mine(registration)).status_code == 409
    assert not Attestation.objects.exists()


def test_none_is_offered_while_the_meeting_lasts(client):
    meeting = make_morning(start_date=timezone.localdate() + timedelta(days=1))
    registration = sign_up(meeting, now=timezone.now())
    reception.check_in(registration, now=timezone.now())
    page = client.get(reverse("registration", args=[links.token(registration)]))

    assert mine(registration) not in page.content.decode()
    assert client.post(mine(registration)).status_code == 409


@pytest.fixture
def office(client, django_user_model):
    user = django_user_model.objects.create_user("lea", password="lea")
    wanted = ["access_admin", "view_registration"]
    user.user_permissions.add(*Permission.objects.filter(codename__in=wanted))
    client.force_login(user)
    return client


def all_of(meeting):
    return reverse("wagtailsnippets_events_meeting:attestations", args=[meeting.pk])


def test_the_team_makes_one_or_all(office, meeting):
    one, _other = who_came(meeting), who_came(meeting)

    assert len(Paper(office.post(all_of(meeting)).content).pages) == 2
    single = office.post(all_of(meeting), {"registration": one.pk})
    assert len(Paper(single.content).pages) == 1


@pytest.mark.parametrize("registration", ["", "x", "0", "9" * 40])
def test_the_team_is_led_back_where_there_is_none_to_make(
    office, meeting, registration
):
    sign_up(meeting)

    answer = office.post(all_of(meeting), {"registration": registration})

    assert answer.status_code == 302
    assert not Attestation.objects.exists()


def test_the_screen_of_papers_names_those_who_came(office, meeting):
    came, absent = who_came(meeting), sign_up(meeting)

    screen = office.get(
        reverse("wagtailsnippets_events_meeting:papers", args=[meeting.pk])
    ).content.decode()

    assert came.family_name in screen
    assert f"{absent.family_name}<" not in screen


@pytest.mark.parametrize("language", ["fr", "nl", "en", "es", "xx", "'"])
def test_the_sheet_is_handed_over_in_each_language(office, meeting, language):
    address = reverse("wagtailsnippets_events_meeting:sheet_pdf", args=[meeting.pk])

    answer = office.get(address, {"language": language})

    known = language if len(language) == 2 and language != "xx" else "fr"
    assert Paper(answer.content).language == known


def test_the_page_to_print_holds_the_people_and_lines_to_fill_in(office, meeting):
    registration = sign_up(meeting, family_name="<b>Ć</b>")

    page = office.get(
        reverse("wagtailsnippets_events_meeting:sheet", args=[meeting.pk])
    ).content.decode()

    assert "&lt;b&gt;Ć&lt;/b&gt;" in page
    assert page.count("<tr>") == 12
    assert registration.email not in page
