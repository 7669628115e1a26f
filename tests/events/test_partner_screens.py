"""The team reads what partners announce; readers see it marked as theirs."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from events.models import PartnerCalendar, PartnerEntry
from events.partners import fetching, moderation
from events.partners.refusals import RefusedCalendarError
from tests.events.partner_feeds import event, feed, make_partner, take_over
from tests.making import announce, make_commune, make_meeting, make_site, make_theme

pytestmark = pytest.mark.django_db
CALENDARS = "/admin/snippets/events/partnercalendar/"
ENTRIES = "/admin/snippets/events/partnerentry/"
AGENDA = "/fr/agenda/"
State = PartnerEntry.State


@pytest.fixture(autouse=True)
def _site():
    make_site()


def soon(days=10, **changes):
    day = timezone.localdate() + timedelta(days=days)
    facts = {"DTSTART": f"{day:%Y%m%d}T090000", "DTEND": None, **changes}
    return event(**facts)


def accepted(partner, *events):
    take_over(partner, *events, now=timezone.now())
    moderation.accept(partner.entries.all())
    return partner.entries.first()


def titles(client, **asked):
    return [line.title for line in client.get(AGENDA, asked).context["agenda"].lines]


def test_an_accepted_entry_stands_among_meetings_by_its_date(client):
    for days, title in ((5, "Avant"), (15, "Après")):
        day = timezone.localdate() + timedelta(days=days)
        announce(make_meeting(start_date=day), title)
    accepted(make_partner(), soon())

    assert titles(client) == ["Avant", "Matinée du partenaire", "Après"]


def test_an_entry_is_marked_as_the_partners_and_leads_to_its_page(client):
    accepted(make_partner(), soon(URL="https://partenaire.example/x", UID="<b>"))

    page = BeautifulSoup(client.get(AGENDA).content, "html.parser")
    line = page.find("li", class_="ev")

    assert "Partenaire" in line.find(class_="kicker").text
    assert line.find("a")["href"] == "https://partenaire.example/x"


def test_what_was_not_read_or_left_out_is_nowhere_in_public(client):
    partner = make_partner()
    take_over(partner, soon(), now=timezone.now())
    assert titles(client) == []

    moderation.refuse(partner.entries.all())
    assert titles(client) == []


def test_a_calendar_that_is_off_leaves_the_agenda(client):
    entry = accepted(make_partner(), soon())
    entry.calendar.is_active = False
    entry.calendar.save()

    assert titles(client) == []


def test_filters_narrow_entries_too(client):
    theme, commune = make_theme(code="logement"), make_commune(slug="etterbeek")
    accepted(make_partner(theme=theme), soon(LOCATION=commune.name))
    month = (timezone.localdate() + timedelta(days=10)).strftime("%Y-%m")

    for found in ({"theme": "logement"}, {"commune": "etterbeek"}, {"mois": month}):
        assert len(titles(client, **found)) == 1
    make_theme(code="autre")
    for nothing in ({"theme": "autre"}, {"mois": "2020-01"}, {"type": "formation"}):
        assert titles(client, **nothing) == []


def test_entries_are_not_in_our_calendars(client):
    accepted(make_partner(), soon())

    calendar = client.get(f"{AGENDA}calendrier.ics").content.decode()

    assert "BEGIN:VCALENDAR" in calendar
    assert "partenaire" not in calendar.lower()


def test_an_entry_is_accepted_with_the_corrections_of_the_team(admin_client):
    partner = make_partner()
    take_over(partner, soon(), now=timezone.now())
    entry = partner.entries.get()

    answer = admin_client.post(
        f"{ENTRIES}edit/{entry.pk}/", {"state": "published", "own_title": "Notre titre"}
    )

    assert answer.status_code == 302
    entry.refresh_from_db()
    assert (entry.state, entry.shown_title) == (State.PUBLISHED, "Notre titre")
    assert entry.title == "Matinée du partenaire"


def test_the_screen_of_an_entry_shows_what_changed(admin_client):
    partner = make_partner()
    entry = accepted(partner, soon())
    take_over(partner, soon(SUMMARY="Autre titre"), now=timezone.now())

    screen = BeautifulSoup(
        admin_client.get(f"{ENTRIES}edit/{entry.pk}/").content, "html.parser"
    )

    assert screen.find("del").text == "Matinée du partenaire"
    assert screen.find("ins").text == "Autre titre"


@pytest.mark.parametrize(
    ("action", "state"), [("accept", "published"), ("refuse", "refused")]
)
def test_many_entries_are_decided_on_at_once(admin_client, action, state):
    partner = make_partner()
    take_over(partner, soon(), soon(UID="deux"), now=timezone.now())
    keys = "&".join(f"id={entry.pk}" for entry in partner.entries.all())
    url = f"/admin/bulk/events/partnerentry/{action}/?{keys}&next={ENTRIES}"

    assert admin_client.get(url).status_code == 200
    assert partner.entries.filter(state=State.DRAFT).count() == 2
    admin_client.post(url)

    assert partner.entries.filter(state=state).count() == 2


@pytest.mark.parametrize(
    "screen", ["", "?state=awaited", "?state=refused", "?calendar=x"]
)
def test_the_lists_open(admin_client, screen):
    accepted(make_partner(), soon())

    assert admin_client.get(f"{ENTRIES}{screen}").status_code == 200
    assert admin_client.get(f"{CALENDARS}{screen}").status_code == 200


def test_nobody_adds_or_deletes_an_entry_by_hand(admin_client):
    entry = accepted(make_partner(), soon())

    for address in ("add/", f"delete/{entry.pk}/"):
        assert admin_client.post(f"{ENTRIES}{address}").status_code in {302, 403, 404}
    assert PartnerEntry.objects.get() == entry


def test_a_calendar_is_added_by_the_address_calendar_programs_use(admin_client):
    facts = {"organisation": "P", "name": "Agenda", "is_active": "on"}

    admin_client.post(
        f"{CALENDARS}add/", {**facts, "address": "webcal://agenda.partenaire.example/x"}
    )

    calendar = PartnerCalendar.objects.get()
    assert calendar.address == "https://agenda.partenaire.example/x"


def test_an_address_in_clear_is_refused(admin_client):
    facts = {"organisation": "P", "name": "A", "address": "http://partenaire.example/"}

    answer = admin_client.post(f"{CALENDARS}add/", facts)

    assert "address" in answer.context["form"].errors
    assert not PartnerCalendar.objects.exists()


def test_another_address_is_asked_for_everything(admin_client):
    partner = make_partner(etag='"un"')
    facts = {"organisation": "P", "name": "A", "address": "https://autre.example/x"}

    admin_client.post(f"{CALENDARS}edit/{partner.pk}/", facts)

    partner.refresh_from_db()
    assert partner.etag == ""


def read_now(client, partner):
    return client.post(f"{CALENDARS}{partner.pk}/read/", follow=True)


def test_a_calendar_is_read_at_once_when_asked(admin_client, monkeypatch):
    partner = make_partner()
    answer = fetching.Answer(body=feed(soon()).encode())
    monkeypatch.setattr(fetching, "fetch", lambda *_args, **_kwargs: answer)

    read_now(admin_client, partner)

    assert partner.entries.count() == 1
    assert admin_client.get(f"{CALENDARS}{partner.pk}/read/").status_code == 405


def test_a_refusal_is_shown_with_its_reason(admin_client, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise RefusedCalendarError("Ce n’est pas un calendrier.")

    monkeypatch.setattr(fetching, "fetch", refuse)

    screen = read_now(admin_client, make_partner()).content.decode()

    assert screen.count("Ce n’est pas un calendrier.") == 2


def send(client, partner, **data):
    return client.post(f"{CALENDARS}{partner.pk}/file/", data)


def file_of(body):
    return SimpleUploadedFile("agenda.ics", body, content_type="text/calendar")


def test_a_file_is_looked_at_then_stored(admin_client):
    partner = make_partner(address="")
    assert admin_client.get(f"{CALENDARS}{partner.pk}/file/").status_code == 200

    looked_at = send(admin_client, partner, file=file_of(feed(soon()).encode()))
    assert not PartnerEntry.objects.exists()
    kept = BeautifulSoup(looked_at.content, "html.parser").find(attrs={"name": "kept"})
    stored = send(admin_client, partner, kept=kept["value"])

    assert stored.status_code == 302
    assert partner.entries.get().title == "Matinée du partenaire"


@pytest.mark.parametrize(
    "body", [b"<p>", b"\xff\xfe", feed(event(RRULE="FREQ=SECONDLY")).encode()]
)
def test_a_hostile_file_is_refused_with_a_reason(admin_client, body):
    answer = send(admin_client, make_partner(address=""), file=file_of(body))

    assert answer.context["form"].errors["file"]
    assert not PartnerEntry.objects.exists()


@pytest.mark.parametrize("data", [{}, {"kept": "x"}, {"kept": "\x00"}, {"file": "x"}])
def test_any_file_has_an_answer(admin_client, data):
    assert send(admin_client, make_partner(address=""), **data).status_code == 200


def test_whoever_may_not_change_them_reads_no_calendar(client, django_user_model):
    user = django_user_model.objects.create_user("lea", password="lea")
    user.user_permissions.set(Permission.objects.filter(codename="access_admin"))
    client.force_login(user)
    partner = make_partner()

    for answer in (
        send(client, partner),
        client.post(f"{CALENDARS}{partner.pk}/read/"),
    ):
        assert answer.status_code in {302, 403}
    assert client.get("/admin/snippets/events/meeting/double-booking/").status_code in {
        302,
        403,
    }
