"""The page a mailed link opens shows what one holds; only its buttons act."""

import json
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from events import links, offers, seats
from events.models import AccessNeed, Registration
from events.models.registration import new_stamp
from portal.core.models import OutgoingMail
from tests.events.people import make_morning, now_is, sign_up, sign_up_many
from tests.making import announce, make_site

pytestmark = pytest.mark.django_db
Status = Registration.Status
ACTS = ["edit", "cancel", "undo", "accept", "decline", "leave", "data", "erase"]


@pytest.fixture(autouse=True)
def _site():
    cache.clear()
    make_site()


def coming_morning(**facts):
    day = timezone.localdate() + timedelta(days=30)
    meeting = make_morning(**{"start_date": day, **facts})
    announce(meeting)
    return meeting


def address(registration, act=""):
    name = f"registration_{act}" if act else "registration"
    return reverse(name, args=[links.token(registration)])


def text_of(response):
    return response.content.decode().replace("\u00a0", " ")


def read(client, registration):
    return text_of(client.get(address(registration)))


def offered_to_the_first_who_waits():
    """A full morning, one of whose seats has come free again."""
    meeting = coming_morning(capacity=1)
    seated, first, second = sign_up_many(meeting, 3, now=timezone.now())
    seats.cancel(seated, now=timezone.now())
    first.refresh_from_db()
    return first, second


@pytest.mark.parametrize("act", ["", *ACTS])
def test_opening_an_address_changes_nothing(client, act):
    registration = sign_up(coming_morning())

    client.get(address(registration, act), follow=True)

    fresh = Registration.objects.get()
    assert (fresh.status, fresh.revision) == (Status.CONFIRMED, 1)
    assert fresh.email == registration.email


@pytest.mark.parametrize("act", ["", *ACTS])
def test_a_page_of_a_person_is_kept_from_caches_and_referrers(client, act):
    page = client.get(address(sign_up(coming_morning()), act))

    assert page["Cache-Control"] == "no-store"
    assert page["X-Robots-Tag"] == "noindex"
    assert page["Referrer-Policy"] == "no-referrer"
    assert not page.cookies


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("token", ["x", "WyIxIl0:a:b", "é" * 300])
def test_an_altered_link_does_not_exist(client, method, token):
    page = getattr(client, method)(reverse("registration_cancel", args=[token]))

    assert page.status_code == 404
    assert "Ce lien n’est pas complet" in text_of(page)


@pytest.mark.parametrize("act", ["", *ACTS])
def test_a_revoked_link_is_gone_and_does_nothing(client, act):
    registration = sign_up(coming_morning())
    old = address(registration, act)
    Registration.objects.update(link_stamp=new_stamp())

    page = client.post(old)

    assert page.status_code == 410
    assert "Ce lien n’est plus valable" in text_of(page)
    assert registration.email not in text_of(page)
    assert now_is(registration) == Status.CONFIRMED


def test_a_link_to_what_is_no_longer_kept_is_gone(client):
    registration = sign_up(coming_morning())
    link = address(registration)
    registration.delete()

    assert client.get(link).status_code == 410


def test_a_seat_is_shown_with_its_reference(client):
    registration = sign_up(coming_morning(), access_need="Une boucle auditive")

    page = read(client, registration)

    assert "Votre inscription est confirmée" in page
    assert registration.reference in page
    assert "Une boucle auditive" in page


def test_a_seat_is_given_back_by_a_button_and_taken_back_by_another(client):
    registration = sign_up(coming_morning())

    asked = text_of(client.get(address(registration, "cancel")))
    page = text_of(client.post(address(registration, "cancel"), follow=True))
    assert "Libérer votre place ?" in asked
    assert "Votre place est libérée" in page
    assert now_is(registration) == Status.CANCELLED
    client.post(address(registration, "undo"))

    assert now_is(registration) == Status.CONFIRMED


def test_a_seat_that_was_offered_to_somebody_else_cannot_be_taken_back(client):
    meeting = coming_morning(capacity=1)
    seated, _first = sign_up_many(meeting, 2, now=timezone.now())
    seats.cancel(seated, now=timezone.now())

    page = read(client, seated)
    refused = client.post(address(seated, "undo"))

    assert "/revenir/" not in page
    assert refused.status_code == 409
    assert now_is(seated) == Status.CANCELLED


def test_who_left_the_list_may_come_back_to_its_end(client):
    meeting = coming_morning(capacity=1)
    _seated, waiting = sign_up_many(meeting, 2, now=timezone.now())
    seats.cancel(waiting, now=timezone.now())

    assert "/revenir/" in read(client, waiting)


def test_after_a_quarter_of_an_hour_one_registers_anew(client):
    registration = sign_up(coming_morning())
    seats.cancel(registration, now=timezone.now() - timedelta(minutes=16))

    page = read(client, registration)
    refused = client.post(address(registration, "undo"))

    assert "/revenir/" not in page
    assert "Me réinscrire" in page
    assert refused.status_code == 409
    assert now_is(registration) == Status.CANCELLED


def test_who_waits_reads_their_place_and_may_leave(client):
    meeting = coming_morning(capacity=1)
    _seated, _first, second = sign_up_many(meeting, 3)

    assert "en 2e position" in read(client, second)
    page = client.post(address(second, "leave"), follow=True)

    assert "Vous avez quitté la liste d’attente" in text_of(page)
    assert now_is(second) == Status.CANCELLED


def test_an_offer_says_until_when_and_is_accepted(client):
    first, _second = offered_to_the_first_who_waits()

    assert "Elle est à vous si vous acceptez avant le" in read(client, first)
    page = client.post(address(first, "accept"), follow=True)

    assert "Votre inscription est confirmée" in text_of(page)
    assert now_is(first) == Status.CONFIRMED


def test_an_offer_one_passes_on_goes_to_the_next(client):
    first, second = offered_to_the_first_who_waits()

    page = client.post(address(first, "decline"), follow=True)

    assert "Vous avez laissé la place" in text_of(page)
    assert now_is(second) == Status.OFFERED


def test_an_offer_that_ran_out_is_refused_kindly(client):
    first, _second = offered_to_the_first_who_waits()
    offers.expire_offers(now=first.offer_until)

    page = client.post(address(first, "accept"))

    assert page.status_code == 409
    assert "La place gardée pour vous est allée" in text_of(page)
    assert now_is(first) == Status.EXPIRED


def test_in_the_last_hours_the_first_who_answers_has_the_seat(client):
    now = timezone.now()
    soon = timezone.localtime(now + timedelta(hours=5))
    meeting = coming_morning(capacity=1)
    meeting.start_date, meeting.start_time = soon.date(), soon.time()
    meeting.end_time = None
    meeting.save()
    seated, waiting = sign_up_many(meeting, 2, now=now)
    seats.cancel(seated, now=now)
    waiting.refresh_from_db()

    assert "elle va à la première personne qui la prend" in read(client, waiting)
    client.post(address(waiting, "accept"))

    assert now_is(waiting) == Status.CONFIRMED


def corrected(registration, **said):
    names = ("given_name", "family_name", "email", "organisation", "role", "language")
    return {**{name: getattr(registration, name) for name in names}, **said}


def test_answers_are_corrected(client):
    registration = sign_up(coming_morning(), access_need="Une rampe")
    said = corrected(registration, role="Infirmier", access_need="")

    page = client.post(address(registration, "edit"), said, follow=True)

    assert "Vos changements sont enregistrés" in text_of(page)
    assert "Infirmier" in text_of(page)
    assert not AccessNeed.objects.exists()
    assert OutgoingMail.objects.count() == 1


def test_a_mistake_in_a_correction_is_told(client):
    registration = sign_up(coming_morning())

    page = client.post(
        address(registration, "edit"), corrected(registration, organisation="")
    )

    assert text_of(page).count("Indiquez votre organisation") == 2
    assert Registration.objects.get().organisation


def test_a_new_address_is_told_and_the_old_links_are_revoked(client):
    registration = sign_up(coming_morning())
    said = corrected(registration, email="nouvelle@essai.example")

    page = client.post(address(registration, "edit"), said, follow=True)

    assert page.status_code == 200
    assert OutgoingMail.objects.latest("pk").to == "nouvelle@essai.example"
    assert client.get(address(registration)).status_code == 410


def test_an_address_that_is_registered_cannot_be_taken(client):
    meeting = coming_morning()
    sign_up(meeting, email="autre@essai.example")
    registration = sign_up(meeting)
    said = corrected(registration, email="Autre@essai.example", role="Autre chose")

    page = client.post(address(registration, "edit"), said)

    assert "Cette adresse ne peut pas servir ici" in text_of(page)
    assert Registration.objects.get(pk=registration.pk).role == ""


def test_one_downloads_all_that_is_kept(client):
    registration = sign_up(coming_morning(), question="Et après ?", access_need="Rampe")

    answer = client.get(address(registration, "data"))

    kept = json.loads(answer.content)
    assert kept["question"] == "Et après ?"
    assert kept["access_need"] == "Rampe"
    assert len(kept["messages"]) == 1
    assert "attachment" in answer["Content-Disposition"]


def test_erasing_leaves_nobody_and_frees_the_seat(client):
    meeting = coming_morning(capacity=1)
    registration = sign_up(meeting, access_need="Rampe", role="Infirmier")
    waiting = sign_up(meeting)

    page = client.post(address(registration, "erase"), follow=True)

    fresh = Registration.objects.get(pk=registration.pk)
    assert "Vos données sont effacées" in text_of(page)
    assert not any([fresh.name, fresh.email, fresh.organisation, fresh.role])
    assert not AccessNeed.objects.exists()
    assert not OutgoingMail.objects.filter(to=registration.email).exists()
    assert now_is(waiting) == Status.OFFERED
    assert client.get(address(registration)).status_code == 410


def test_who_came_is_still_counted_once_erased(client):
    registration = sign_up(coming_morning())
    Registration.objects.update(checked_in_at=timezone.now())

    client.post(address(registration, "erase"))

    assert now_is(registration) == Status.CONFIRMED
    assert Registration.objects.get().email == ""


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"status": "cancelled"}, "Cette rencontre n’a pas lieu"),
        ({"start_date": timezone.localdate() - timedelta(days=9)}, "a eu lieu"),
    ],
)
def test_nothing_is_to_be_done_for_what_is_off(client, facts, words):
    meeting = coming_morning()
    registration = sign_up(meeting)
    for name, fact in facts.items():
        setattr(meeting, name, fact)
    meeting.save()

    page = read(client, registration)

    assert words in page
    assert "/liberer/" not in page
    assert "/modifier/" not in page
    assert "/donnees/" in page
