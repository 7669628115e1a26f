"""One registers on a page of its own, and loses nothing of what one wrote there."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from events import receipts, seats
from events.models import Registration
from portal.core import edition
from portal.core.form_stamp import Stamp
from portal.core.models import OutgoingMail
from tests.events.form_pages import (
    address_of,
    answers,
    colleague,
    in_days,
    open_morning,
    text_of,
)
from tests.events.people import make_morning, sign_up, sign_up_many
from tests.making import announce, make_concertation, make_cycle, make_site

pytestmark = pytest.mark.django_db
Status = Registration.Status
CHECKED = r'name="checked_email" value="(.*?)"'


@pytest.fixture(autouse=True)
def _site():
    cache.clear()
    make_site()


def test_a_form_that_is_sent_gives_a_seat_and_a_mail(client):
    meeting, address = open_morning()

    page = client.post(address, answers(), follow=True)

    registration = meeting.registrations.get()
    assert registration.status == Status.CONFIRMED
    assert "Votre inscription est confirmée" in text_of(page)
    assert "samira@essai.example" in text_of(page)
    assert OutgoingMail.objects.get().to == "samira@essai.example"


def test_all_that_was_written_is_kept(client):
    meeting, address = open_morning()
    said = {"role": "Infirmier", "question": "Et après ?", "is_listed": "on"}

    client.post(address, answers(access_need="Une boucle\r\nauditive", **said))

    registration = meeting.registrations.get()
    assert registration.role == "Infirmier"
    assert registration.question == "Et après ?"
    assert registration.is_listed
    assert registration.access_need.text == "Une boucle\nauditive"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("given_name", " ", "Indiquez votre prénom"),
        ("family_name", "", "Indiquez votre nom"),
        ("email", "", "Indiquez votre adresse e-mail"),
        ("email", "samira@", "Écrivez une adresse e-mail complète"),
        ("email", "a" * 300 + "@essai.example", "Écrivez une adresse e-mail complète"),
        ("organisation", "", "Indiquez votre organisation, ou « à titre indépendant »"),
        ("question", "x" * 503, "Raccourcissez ce texte : 3 caractères de trop"),
        ("access_need", "x" * 301, "Raccourcissez ce texte : 1 caractère de trop"),
        ("given_name", "x" * 81, "Raccourcissez ce texte : 1 caractère de trop"),
        ("language", "", "Choisissez la langue de vos e-mails"),
    ],
)
def test_a_mistake_is_told_twice_and_loses_nothing(client, name, value, words):
    meeting, address = open_morning()

    page = text_of(client.post(address, answers(**{"role": "Infirmier", name: value})))

    assert page.count(words) == 2
    assert "<title>Erreur : " in page
    assert "Une réponse est à corriger" in page
    assert 'value="Infirmier"' in page
    assert not meeting.registrations.exists()


def test_each_mistake_leads_to_its_field(client):
    _meeting, address = open_morning()

    page = text_of(client.post(address, {"stamp": "", "colleague-email": "k@"}))

    for target in re.findall(r'<li><a href="#([\w-]+)">', page):
        assert f'id="{target}"' in page
    assert page.count('aria-invalid="true"') >= 6


def test_opening_the_form_writes_nothing_and_leaves_no_cookie(client):
    meeting, address = open_morning()

    page = client.get(address, {"given_name": "Samira", "email": "a@b.example"})

    assert not page.cookies
    assert not meeting.registrations.exists()
    assert "no-cache" in page["Cache-Control"]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"registration_opens_at": timedelta(days=2)}, "Les inscriptions ouvrent le"),
        (
            {"registration_closes_at": timedelta(days=-2)},
            "Les inscriptions sont closes",
        ),
        ({"status": "cancelled"}, "Cette rencontre est annulée"),
        ({"status": "postponed"}, "Cette rencontre est reportée"),
        ({"needs_registration": False}, "venez sans vous inscrire"),
    ],
)
def test_who_cannot_register_reads_why(client, facts, words):
    facts = {
        name: timezone.now() + fact if isinstance(fact, timedelta) else fact
        for name, fact in facts.items()
    }
    meeting, address = open_morning(**facts)

    page = client.get(address)
    sent = client.post(address, answers())

    assert words in text_of(page)
    assert "<form" not in text_of(page).split("<main")[1]
    assert sent.status_code == 409
    assert not meeting.registrations.exists()


def test_a_meeting_that_is_over_says_so(client):
    meeting, address = open_morning(start_date=in_days(-3))

    page = client.post(address, answers())

    assert "Cette rencontre a eu lieu" in text_of(page)
    assert not meeting.registrations.exists()


def test_a_full_meeting_offers_its_waiting_list(client):
    meeting, address = open_morning(capacity=1)
    sign_up_many(meeting, 3)

    shown = text_of(client.get(address))
    page = text_of(client.post(address, answers(may_wait="1"), follow=True))

    assert "Rejoindre la liste d’attente" in shown
    assert "2 personnes attendent déjà" in shown
    assert "Votre demande est enregistrée" in page
    assert meeting.registrations.waiting().count() == 3


def test_nobody_waits_who_asked_for_a_seat(client):
    meeting, address = open_morning(capacity=1)
    sign_up(meeting)
    said = answers()

    page = client.post(address, said)
    assert "La dernière place vient d’être prise" in text_of(page)
    assert 'value="El Exemple"' in text_of(page)
    assert meeting.registrations.count() == OutgoingMail.objects.count() == 1
    client.post(address, {**said, "may_wait": "1"})

    assert meeting.registrations.waiting().get().email == "samira@essai.example"


def test_an_organisation_with_all_its_seats_reads_that(client):
    meeting, address = open_morning(capacity=9, organisation_cap=1)
    sign_up(meeting, organisation="Service d’essai")

    page = text_of(client.post(address, answers()))

    assert "Votre organisation a pour le moment toutes les places" in page


def test_the_same_form_sent_twice_registers_once_and_says_the_same(client):
    meeting, address = open_morning(capacity=1)
    said = answers()

    first = client.post(address, said)
    second = client.post(address, {**said, "may_wait": "1"})

    assert text_of(client.get(first["Location"])) == text_of(
        client.get(second["Location"])
    )
    assert meeting.registrations.count() == OutgoingMail.objects.count() == 1


@pytest.mark.parametrize("capacity", [None, 1])
def test_a_known_address_reads_the_same_as_a_new_one(client, capacity):
    meeting, address = open_morning(capacity=capacity)
    sign_up(meeting, email="connue@essai.example")

    pages = [
        text_of(client.post(address, answers(email=email, **waits), follow=True))
        for waits in ({}, {"may_wait": "1"})
        for email in ("connue@essai.example", f"neuve{len(waits)}@essai.example")
    ]

    clean = [re.sub(r"connue|neuve\d|value=\"[\w.:-]+\"", "", page) for page in pages]
    assert clean[0] == clean[1]
    assert clean[2].split("<main")[1] == clean[3].split("<main")[1]
    assert meeting.registrations.filter(email="connue@essai.example").count() == 1


def test_a_known_address_hears_of_it_by_mail_only(client):
    meeting, address = open_morning()
    sign_up(meeting, email="samira@essai.example")

    page = client.post(address, answers(email="Samira@Essai.example"), follow=True)

    assert "already_registered" in OutgoingMail.objects.latest("pk").key
    assert "/fr/inscriptions/" not in text_of(page).split("<main")[1]


def test_one_form_registers_for_the_open_mornings_of_the_cycle(client):
    cycle = make_cycle()
    facts = {"cycle": cycle, "concertation": cycle.concertation}
    first, address = open_morning(cycle_rank=1, **facts)
    second, _other = open_morning(cycle_rank=2, start_date=in_days(60), **facts)
    full, _full = open_morning(
        cycle_rank=3, start_date=in_days(90), capacity=0, **facts
    )

    page = text_of(client.get(address))
    client.post(address, answers(mornings=[second.pk]))

    assert re.search(rf'name="mornings" value="{second.pk}"[^>]*checked', page)
    assert f'value="{full.pk}"' not in page
    assert first.registrations.count() == second.registrations.count() == 1


def test_a_morning_one_unticks_is_not_registered_for(client):
    concertation = make_concertation()
    cycle = make_cycle(concertation)
    facts = {"cycle": cycle, "concertation": concertation}
    first, address = open_morning(cycle_rank=1, **facts)
    second, _other = open_morning(cycle_rank=2, start_date=in_days(60), **facts)

    client.post(address, answers())

    assert first.registrations.exists()
    assert not second.registrations.exists()


def test_a_colleague_gets_a_seat_and_a_mail_of_their_own(client):
    meeting, address = open_morning()

    page = client.post(address, answers(role="Infirmier", **colleague()), follow=True)

    theirs = meeting.registrations.get(email="k@essai.example")
    assert theirs.organisation == "Service d’essai"
    assert theirs.role == ""
    assert "k@essai.example" in text_of(page)
    assert set(OutgoingMail.objects.values_list("to", flat=True)) == {
        "k@essai.example",
        "samira@essai.example",
    }


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"family_name": ""}, "Indiquez son nom"),
        ({"email": "samira@essai.example"}, "différente de la vôtre"),
    ],
)
def test_half_a_colleague_registers_nobody(client, said, words):
    meeting, address = open_morning()

    page = text_of(client.post(address, answers(**colleague(**said))))

    assert page.count(words) == 2
    assert re.search(r"<details[^>]* open", page)
    assert not meeting.registrations.exists()


def test_a_likely_typing_mistake_is_asked_about_once(client):
    meeting, address = open_morning()
    said = answers(email="samira@gmial.com")

    incomplete = text_of(client.post(address, {**said, "family_name": ""}))
    said["checked_email"] = re.search(CHECKED, incomplete)[1]
    asked = text_of(client.post(address, said))
    assert "Vouliez-vous écrire samira@gmail.com ?" in asked
    assert not meeting.registrations.exists()
    said["checked_email"] = re.search(CHECKED, asked)[1]
    client.post(address, said)

    assert meeting.registrations.get().email == "samira@gmial.com"


@pytest.mark.parametrize("stamp", ["", "x", "a:b:c", "é" * 900])
def test_a_form_that_is_not_ours_is_asked_for_again_with_its_answers(client, stamp):
    meeting, address = open_morning()

    page = text_of(client.post(address, answers(stamp=stamp)))

    assert "Cette page est restée ouverte trop longtemps" in page
    assert 'value="El Exemple"' in page
    assert not meeting.registrations.exists()


def test_a_form_left_open_for_days_is_sent_again(client):
    meeting, address = open_morning()
    old = Stamp(timezone.now() - timedelta(days=2)).token

    page = text_of(client.post(address, answers(stamp=old)))
    new = re.search(r'name="stamp" value="([^"]+)"', page).group(1)
    client.post(address, answers(stamp=new))

    assert meeting.registrations.exists()


def test_who_sends_in_no_time_copies_four_digits(client, settings):
    settings.RATE_LIMITS = True
    meeting, address = open_morning()
    stamp = Stamp(timezone.now())

    page = text_of(client.post(address, answers(stamp=stamp.token)))
    assert f"Recopiez ces quatre chiffres : {stamp.digits}" in page
    assert not meeting.registrations.exists()
    client.post(address, answers(stamp=stamp.token, digits=f" {stamp.digits}"))

    assert meeting.registrations.exists()


def test_the_field_nobody_sees_asks_for_digits_too(client):
    meeting, address = open_morning()

    page = text_of(client.post(address, answers(website="https://x.example")))

    assert "Recopiez ces quatre chiffres" in page
    assert not meeting.registrations.exists()


def test_too_many_forms_for_one_address_wait(client, settings):
    settings.RATE_LIMITS = True
    _meeting, address = open_morning()

    pages = [client.post(address, answers()) for _time in range(6)]

    assert [page.status_code for page in pages] == [302] * 5 + [429]
    assert "Trop d’envois en peu de temps" in text_of(pages[-1])
    assert 'value="El Exemple"' in text_of(pages[-1])


def test_a_whole_service_behind_one_address_may_register(client, settings):
    settings.RATE_LIMITS = True
    meeting, address = open_morning()

    for number in range(12):
        stamp = Stamp(timezone.now() - timedelta(minutes=1))
        said = {"email": f"p{number}@essai.example", "digits": stamp.digits}
        client.post(address, answers(stamp=stamp.token, **said))

    assert meeting.registrations.count() == 12


def test_the_answer_to_a_form_is_kept_from_caches_and_referrers(client):
    _meeting, address = open_morning()

    page = client.post(address, answers(), follow=True)

    assert page["Cache-Control"] == "no-store"
    assert page["X-Robots-Tag"] == "noindex"
    assert page["Referrer-Policy"] == "no-referrer"


def test_an_answer_that_is_forgotten_says_where_all_is(client):
    _meeting, address = open_morning()
    answer = client.post(address, answers())
    receipts.forget_receipts(now=timezone.now() + receipts.KEPT_FOR)

    page = client.get(answer["Location"])

    assert page.status_code == 410
    assert "Tout est dans l’e-mail" in text_of(page)


def test_a_forged_answer_does_not_exist(client):
    address = reverse("registration_received", args=["abc:def:ghi"])

    assert client.get(address).status_code == 404


def test_a_draft_has_no_form(client):
    meeting = make_morning(start_date=in_days(30))
    page = announce(meeting)
    page.unpublish()

    assert client.get(address_of(page)).status_code == 404


def test_a_meeting_leads_to_its_form(client):
    meeting = make_morning(start_date=in_days(30), capacity=1)
    page = announce(meeting)

    assert f'href="{address_of(page)}">S’inscrire' in text_of(client.get(page.url))
    sign_up(meeting)

    full = text_of(client.get(page.url))
    assert f'href="{address_of(page)}">Rejoindre la liste d’attente' in full


def test_how_many_seats_an_organisation_may_have_is_said_while_it_holds(client):
    _meeting, address = open_morning(organisation_cap=2, cap_lifted_days=7)
    _lifted, lifted = open_morning(
        organisation_cap=2, cap_lifted_days=7, start_date=in_days(5)
    )

    limit = in_days(23).day
    assert re.search(
        rf"Jusqu’au \w+ {limit}\D.* une organisation a 2 places au plus",
        text_of(client.get(address)),
    )
    assert "places au plus" not in text_of(client.get(lifted))


def test_the_last_places_are_called_so_on_the_page_of_the_meeting(client):
    meeting = make_morning(start_date=in_days(30), capacity=3)
    page = announce(meeting)

    assert "Plus que 3 places" in text_of(client.get(page.url))


def test_the_form_of_a_meeting_that_moved_says_so(client):
    _meeting, address = open_morning(
        status="rescheduled", previous_date=in_days(20), status_note_fr="Salle prise."
    )

    page = text_of(client.get(address))

    assert "Salle prise." in page
    assert "au lieu du" in page


def test_what_is_kept_between_readers_is_as_it_is_now(client, monkeypatch):
    monkeypatch.setattr(edition, "_may_be_undone", lambda: False)
    monkeypatch.setattr(edition, "_shelf", {})
    meeting, address = open_morning(capacity=3)

    shown = [client.get(address).content.decode()]
    for _ in range(3):
        sign_up(meeting, now=timezone.now())
        shown.append(client.get(address).content.decode())

    for places, page in zip(
        ["3 places", "2 places", "1 place", "Complet"], shown, strict=True
    ):
        assert places in page


def test_a_form_sent_again_after_giving_back_asks_before_it_registers_anew(client):
    meeting, address = open_morning()
    said = answers()
    client.post(address, said)
    seats.cancel(meeting.registrations.get(), now=timezone.now())

    page = text_of(client.post(address, said))
    assert "Ce formulaire a déjà été envoyé" in page
    assert 'value="El Exemple"' in page
    assert not meeting.registrations.live().exists()
    new = re.search(r'name="stamp" value="([^"]+)"', page).group(1)
    client.post(address, {**said, "stamp": new})

    assert meeting.registrations.live().exists()
