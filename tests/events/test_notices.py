"""Each change of a seat is told once, to whom it concerns, in their language."""

import re
from datetime import timedelta

import icalendar
import pytest
from django.db import transaction

from events import links, notices, offers, seats
from events.models import Registration
from portal.core import outbox, signing
from portal.core.models import OutgoingMail
from tests.events.people import NOW, make_morning, make_person, sign_up, sign_up_many
from tests.making import announce, make_commune, make_site, make_venue

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def morning():
    make_site()
    venue = make_venue(make_commune(), access_fr="Tram 81, arrêt Germoir")
    meeting = make_morning(capacity=1, venue=venue)
    announce(meeting, title="Vivre avec un·e proche")
    return meeting


def mails_of(registration):
    """Every mail to this person, as they will be sent."""
    mails = list(notices.mail_of(registration).order_by("pk"))
    for mail in mails:
        assert outbox.write(mail, now=NOW)
    return mails


def reasons_of(registration):
    return [mail.key.split("/")[2] for mail in mails_of(registration)]


def last_mail(registration):
    return mails_of(registration)[-1]


def calendar_of(mail):
    (file,) = mail.attachments
    return icalendar.Calendar.from_ical(file["text"]), dict(file["parameters"])


def token_in(mail):
    return re.search(r"/([\w-]+:[\w-]+:[\w-]+)/", mail.text)[1]


def test_a_confirmation_leaves_with_the_seat(morning):
    person = sign_up(morning, email="Ana@Essai.example", given_name="Ana")

    (mail,) = mails_of(person)

    assert mail.to == "ana@essai.example"
    assert "Ana" in mail.text
    assert person.reference in mail.text
    assert "Tram 81, arrêt Germoir." in mail.text


def test_a_seat_that_was_not_given_is_told_to_nobody(morning):
    with transaction.atomic():
        sign_up(morning)
        transaction.set_rollback(True)

    assert not OutgoingMail.objects.exists()


def test_subjects_are_those_that_were_agreed(morning):
    first, second = sign_up_many(morning, 2)
    seats.cancel(first, now=NOW)

    subjects = [mail.subject for mail in [*mails_of(first), *mails_of(second)]]

    assert [subject.replace("\u00a0", " ") for subject in subjects] == [
        "Inscription confirmée : mardi 20 janvier, 9 h, Etterbeek",
        "Place libérée : mardi 20 janvier, Etterbeek",
        "Liste d’attente : mardi 20 janvier, Etterbeek",
        "Une place vous est proposée : mardi 20 janvier, 9 h, Etterbeek",
    ]


def test_dutch_readers_are_written_in_dutch(morning):
    mail = last_mail(sign_up(morning, language="nl"))

    subject = mail.subject.replace("\u00a0", " ")
    assert subject == "Inschrijving bevestigd: dinsdag 20 januari, 9 uur, Etterbeek"
    assert "Uw plaats is gereserveerd." in mail.text
    assert "Vivre avec" in mail.text, "a page not yet translated keeps its title"


def test_a_language_without_letters_gets_french_ones(morning):
    mail = last_mail(sign_up(morning, language="de"))

    assert mail.language == "fr"
    assert "Votre place est réservée." in mail.text


def test_no_subject_holds_a_middle_dot(morning):
    people = sign_up_many(morning, 2)

    assert not [mail for who in people for mail in mails_of(who) if "·" in mail.subject]


def test_text_and_html_say_the_same(morning):
    mail = last_mail(sign_up(morning))

    bare = " ".join(re.sub(r"<[^>]+>", " ", mail.html).split())
    sentences = [line for line in mail.text.splitlines() if line and "http" not in line]

    for line in sentences:
        assert " ".join(line.split()).removeprefix("--").strip() in bare


def test_the_link_opens_this_registration_until_it_is_revoked(morning):
    person = sign_up(morning)

    token = token_in(last_mail(person))

    assert signing.read("registration", token) == (str(person.pk), person.link_stamp)


def test_a_link_that_was_revoked_before_it_left_is_no_good(morning):
    person = sign_up(morning)
    Registration.objects.filter(pk=person.pk).update(link_stamp="new")

    with pytest.raises(links.StaleLinkError):
        links.registration_of(token_in(last_mail(person)))


def test_the_date_goes_with_a_confirmation_under_the_name_of_the_feed(morning):
    calendar, parameters = calendar_of(last_mail(sign_up(morning)))

    assert parameters == {"method": "PUBLISH"}
    assert calendar["METHOD"] == "PUBLISH"
    assert calendar.walk("VEVENT")[0]["UID"] == str(morning.uuid)


def test_giving_a_seat_back_takes_the_date_out_again(morning):
    person = sign_up(morning)
    seats.cancel(person, now=NOW + MINUTE)

    calendar, parameters = calendar_of(last_mail(person))

    assert parameters == {"method": "CANCEL"}
    assert calendar.walk("VEVENT")[0]["STATUS"] == "CANCELLED"
    assert calendar.walk("VEVENT")[0]["UID"] == str(morning.uuid)


def test_who_waits_is_told_where_and_gets_no_date(morning):
    _seated, _first, second = sign_up_many(morning, 3)

    mail = last_mail(second)

    assert "2e position" in mail.text
    assert mail.attachments == []


def test_who_never_had_the_date_is_not_asked_to_take_it_out(morning):
    _seated, waiting = sign_up_many(morning, 2)
    assert mails_of(waiting)
    morning.status = "cancelled"
    morning.save()

    notices.tell(waiting, "meeting_cancelled", now=NOW)

    assert last_mail(waiting).attachments == []


def test_an_offer_says_until_when_and_is_not_sent_after_that(morning):
    seated, waiting = sign_up_many(morning, 2)
    seats.cancel(seated, now=NOW)

    mail = last_mail(waiting)
    offer = Registration.objects.get(pk=waiting.pk)

    assert mail.give_up_at == offer.offer_until
    assert re.search(r"jusqu’au \w+ \d+\sjanvier à \d+\sh", mail.text)


def test_an_offer_that_runs_its_course_is_told_step_by_step(morning):
    seated, waiting = sign_up_many(morning, 2)
    seats.cancel(seated, now=NOW)
    until = Registration.objects.get(pk=waiting.pk).offer_until

    offers.remind_offers(now=until - MINUTE)
    offers.remind_offers(now=until - MINUTE)
    offers.expire_offers(now=until)

    told = ["waiting", "offered", "offer_reminder", "offer_expired"]
    assert reasons_of(waiting) == told


def test_cancelling_twice_is_told_once(morning):
    person = sign_up(morning)

    seats.cancel(person, now=NOW)
    seats.cancel(person, now=NOW)

    assert reasons_of(person) == ["registered", "cancelled"]


def test_a_second_registration_sends_the_link_again(morning):
    person = sign_up(morning)
    again = make_person(email=person.email)

    seats.register(morning, person=again, now=NOW + MINUTE)

    assert reasons_of(person) == ["registered", "already_registered"]
    assert token_in(last_mail(person))


def test_nobody_can_have_somebody_else_flooded_with_mail(morning):
    person = sign_up(morning)

    for minutes in range(1, 10):
        again = make_person(email=person.email)
        seats.register(morning, person=again, now=NOW + minutes * MINUTE)

    assert reasons_of(person) == ["registered", "already_registered"]


@pytest.mark.parametrize(
    "name", ["http://spam.example", "spam.example", "a@b", "<b>", "06 12 34", "a\nb"]
)
def test_a_name_carries_no_message_to_somebody_else(morning, name):
    mail = last_mail(sign_up(morning, given_name=name))

    assert mail.text.startswith("Bonjour,")


def test_what_people_type_is_no_html(morning):
    announce_page = morning.event_pages.get()
    announce_page.title = "Aide <script> & co"
    announce_page.save()

    mail = last_mail(sign_up(morning))

    assert "<script>" not in mail.html
    assert "Aide <script> & co" in mail.text


def test_who_gave_no_address_is_not_written_to(morning):
    person = sign_up(morning, email="")

    assert notices.tell(person, "registered", now=NOW) is None


def test_the_link_to_join_online_goes_only_to_who_has_a_seat(morning):
    morning.mode, morning.online_url = "mixed", "https://salle.example/x"
    morning.save()

    seated, waiting = sign_up_many(morning, 2)

    assert "https://salle.example/x" in last_mail(seated).text
    assert "salle.example" not in last_mail(waiting).text


def test_a_letter_says_what_was_promised_when_it_was(morning):
    _seated, first, second = sign_up_many(morning, 3)
    seats.leave(first, now=NOW + MINUTE)

    assert "2e position" in last_mail(second).text


def test_who_was_forgotten_meanwhile_gets_no_letter(morning):
    person = sign_up(morning)
    Registration.objects.filter(pk=person.pk).update(email="")

    (mail,) = notices.mail_of(person)

    assert not outbox.write(mail, now=NOW)


def test_telling_somebody_takes_few_queries(morning, django_assert_max_num_queries):
    person = sign_up(morning)
    person.revision += 1

    with django_assert_max_num_queries(4):
        notices.tell(person, "registered", now=NOW)
