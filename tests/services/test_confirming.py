"""Those who are listed confirm their entries by a link, and are seldom written to."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from portal.core import outbox, signing, worker
from portal.core.models import OutgoingMail
from services import verifying
from services.confirming import answering, asking, letters, links
from services.models import (
    Contact,
    Correction,
    Correspondent,
    Phone,
    Service,
)
from tests.making import brussels, make_directory, make_service, make_site

pytestmark = pytest.mark.django_db
NOW = brussels(2026, 11, 23, 10)
TODAY = NOW.date()
ADDRESS = "ana@service.example"


@pytest.fixture(autouse=True)
def _directory():
    make_directory(make_site())


def listed(name="Service d’essai", email=ADDRESS, **facts):
    facts.setdefault("assured_date", TODAY - timedelta(days=200))
    service = make_service(name, **facts)
    if service.live:
        service.save_revision().publish()
    Contact.objects.create(
        service=service, name="Ana", email=email, confirms=bool(email), language="nl"
    )
    return service


def ask(days=0, **options):
    return asking.ask_confirmations(now=NOW + timedelta(days=days), **options)


def path(correspondent=None):
    known = correspondent or Correspondent.objects.get()
    with translation.override("fr"):
        return links.url(known).removeprefix("http://testserver")


def form_of(client, address):
    """What a browser would post: every field as the page has it."""
    page = client.get(address).content.decode()
    fields = {}
    for tag in re.findall(r"<(?:input|textarea|select)[^>]*>", page):
        name = re.search(r'name="(s\d+-[^"]+)"', tag)
        if not name or ('type="radio"' in tag and "checked" not in tag):
            continue
        value = re.search(r'value="([^"]*)"', tag)
        fields[name[1]] = value[1] if value else ""
    return fields


def test_one_address_is_written_one_mail_about_all_its_services():
    for name, email in (("A", ADDRESS), ("B", ADDRESS.upper()), ("C", "c@c.example")):
        listed(name, email)
    listed("frais", assured_date=TODAY, email="frais@c.example")
    listed("brouillon", live=False, email="b@c.example")
    make_service("sans contact")

    assert worker.run("ask_confirmations", now=NOW, dry_run=True) == 2
    assert not OutgoingMail.objects.exists()
    assert ask(limit=1) == 1
    assert ask() == 1
    mail = OutgoingMail.objects.get(to=ADDRESS)
    assert outbox.write(mail, now=NOW)
    assert (mail.language, mail.text.count("A ("), mail.text.count("B (")) == (
        "nl",
        1,
        1,
    )
    assert "C (" not in mail.text
    assert len(re.findall(r"http\S+", mail.text)) == 1


def test_nobody_is_written_to_twice_within_25_days_and_reminded_once():
    listed()
    written = [day for day in range(400) if ask(day)]

    assert written == [0, 25, 183, 208, 366, 391]


@pytest.mark.parametrize(
    ("facts", "is_asked"),
    [
        ({"assured_date": TODAY - timedelta(days=183)}, False),
        ({"assured_date": TODAY - timedelta(days=184)}, True),
        ({"assured_date": None}, True),
        ({"delay": "long", "delay_as_of": TODAY, "delay_ask_again_on": TODAY}, True),
        (
            {
                "saturation": "high",
                "saturation_as_of": TODAY,
                "saturation_ask_again_on": TODAY + timedelta(days=1),
            },
            False,
        ),
    ],
)
def test_each_family_asks_after_its_own_time_or_on_the_day_it_said(facts, is_asked):
    listed(**{"assured_date": TODAY, **facts})

    assert ask() == is_asked


def test_a_family_confirmed_since_does_not_ask_for_the_whole_entry_alone():
    service = listed()
    families = ["entry", "contact", "access", "hours", "cost"]
    verifying.verify(service, on=TODAY, method="phone", families=families)

    assert ask() == 0


def test_an_answer_ends_the_reminders_and_the_mail_that_is_not_sent_yet():
    service = listed()
    ask()
    known = Correspondent.objects.get()
    answering.answer(known, [(service, {})], language="fr", now=NOW)

    mail = OutgoingMail.objects.get()
    assert not outbox.write(mail, now=NOW)
    assert [day for day in range(1, 300) if ask(day)] == [184, 209]


def test_get_changes_nothing_and_one_post_confirms_all(client):
    service = listed(delay="short", delay_as_of=TODAY - timedelta(days=90))
    ask()
    address = path()
    before = Service.objects.values().get()
    for _twice in range(2):
        page = client.get(address)
        assert (page.status_code, page["Cache-Control"]) == (200, "no-store")
    assert Service.objects.values().get() == before
    assert not service.verifications.exists()

    for _twice in range(2):
        answer = client.post(address, form_of(client, address))
        assert answer.status_code == 302
    assert client.get(answer["Location"]).status_code == 200

    today = timezone.localdate()
    stored = Service.objects.get()
    assert (stored.assured_date, stored.assured_by) == (today, "own")
    assert (stored.delay, stored.delay_as_of) == ("short", today)
    assert stored.latest_revision.as_object().delay_as_of == today
    assert service.verifications.count() == 1
    assert not Correction.objects.exists()


def test_what_is_corrected_waits_and_the_rest_is_confirmed(client):
    service = listed(fees_description_fr="Gratuit")
    Phone.objects.create(service=service, number="02 123 45 67")
    ask()
    fields = form_of(client, path())
    prefix = f"s{service.pk}-phone-3221234567"
    fields |= {f"{prefix}-is": "wrong"}
    refused = client.post(path(), fields)
    assert refused.status_code == 200
    assert "field--bad" in refused.content.decode()
    assert not service.verifications.exists()

    fields |= {f"{prefix}-right": "02 765 43 21"}
    fields |= {f"s{service.pk}-saturation-is": "wrong"}
    fields |= {f"s{service.pk}-saturation-right": "high"}
    fields |= {f"s{service.pk}-saturation-until": "2027-03-01"}
    for _twice in range(2):
        assert client.post(path(), fields).status_code == 302

    correction = Correction.objects.get()
    assert (correction.origin, correction.email) == ("own", "")
    assert [one["after"] for one in correction.proposals] == ["02 765 43 21", "high"]
    assert correction.proposals[1]["until"] == "2027-03-01"
    assert service.phones.get().number == "02 123 45 67"
    check = service.verifications.get()
    assert check.families == ["access", "cost", "delay", "hours"]
    assert Service.objects.get().assured_date == service.assured_date


def test_a_link_that_was_altered_is_none_and_a_stale_one_is_gone(client):
    service = listed()
    ask()
    known, address = Correspondent.objects.get(), path()
    other = signing.token("registration", known.pk, stamp=known.stamp)
    token = links.token(known)
    for text in (token[:-1], token.replace(":", "x", 1), other, "x", "é", token * 2):
        answer = client.post(address.replace(token, text), {})
        assert answer.status_code == 404, text

    known.stamp = signing.token("x", 1)[:8] and "00000000-0000-4000-8000-000000000000"
    known.save()
    assert client.get(address).status_code == 410
    assert client.get(path()).status_code == 200
    service.contacts.update(confirms=False)
    assert client.get(path()).status_code == 410
    assert client.post(path(), {}).status_code == 410
    assert asking.forget_correspondents(now=NOW) == 1
    assert not service.verifications.exists()


def test_a_link_holds_for_half_a_year_and_the_next_mail_renews_it(client, monkeypatch):
    listed()
    ask()
    address = path()
    monkeypatch.setattr(links, "HOLDS_FOR", timedelta(seconds=-1))

    assert client.get(address).status_code == 410


@pytest.mark.parametrize("language", ["fr", "nl", "en", "es"])
def test_the_letter_is_whole_in_each_language(language):
    listed()
    ask()
    with translation.override(language):
        words = letters.write_confirmation(
            {"correspondent": Correspondent.objects.get().pk, "reason": "reminded"},
            now=NOW,
        )

    assert f"/{language}/" in words.text
    assert ADDRESS not in words.text


def test_a_mail_to_nobody_is_not_possible():
    with pytest.raises(ValidationError):
        Contact(service=make_service(), name="X", confirms=True).full_clean()
