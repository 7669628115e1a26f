"""The screens of who comes: the list, a person, mail, files, communes."""

import csv
import io
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from events import exports, seats
from events.models import AccessNeed, Workplace
from portal.core.models import OutgoingMail
from tests.events.asking import choosing, make_question
from tests.events.people import make_morning, sign_up
from tests.making import make_commune, make_site

pytestmark = pytest.mark.django_db
MEETINGS = "/admin/snippets/events/meeting/"


@pytest.fixture(autouse=True)
def _site():
    make_site()


@pytest.fixture
def morning():
    return make_morning(
        start_date=timezone.localdate() + timedelta(days=20), capacity=2
    )


def people_of(meeting, rest=""):
    return f"{MEETINGS}{meeting.pk}/participants/{rest}"


def person(registration, rest=""):
    return f"{MEETINGS}registration/{registration.pk}/{rest}"


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def names(response):
    return [link.text for link in soup(response).select("td.title a")]


def join(meeting, name, **facts):
    return sign_up(meeting, now=timezone.now(), given_name=name, **facts)


def fail(registration):
    OutgoingMail.objects.filter(
        key__startswith=f"registration/{registration.pk}/"
    ).update(state="failed")


def test_the_list_shows_everybody_with_their_state_and_rank(admin_client, morning):
    for name in ("Anne", "Bea", "Cléo"):
        join(morning, name)

    page = soup(admin_client.get(people_of(morning)))

    figures = [number.text for number in page.select("dl.figures dd")]
    assert figures == ["2", "0", "2", "0", "0", "1", "0"]
    rows = [row.get_text(" ", strip=True) for row in page.select("tr:has(td.title)")]
    assert len(rows) == 3
    assert "attente" in rows[2]
    assert "1" in rows[2].split()


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("confirmed", ["Bea"]),
        ("offered", ["Cléo"]),
        ("waiting", ["Dora"]),
        ("ended", ["Anne"]),
        ("undelivered", ["Bea"]),
        ("nonsense", ["Anne", "Bea", "Cléo", "Dora"]),
        ("\x00", ["Anne", "Bea", "Cléo", "Dora"]),
    ],
)
def test_the_list_is_narrowed_by_state(admin_client, morning, state, found):
    anne, bea, *_others = (
        join(morning, name) for name in ("Anne", "Bea", "Cléo", "Dora")
    )
    fail(bea)
    seats.cancel(anne, now=timezone.now())

    shown = names(admin_client.get(people_of(morning), {"state": state}))

    assert [name.split()[0] for name in shown] == found


def test_somebody_is_looked_for_without_a_name_in_the_address(admin_client, morning):
    join(morning, "Zoé")
    join(morning, "Anne")

    response = admin_client.post(people_of(morning), {"words": "zoe"})

    assert [name.split()[0] for name in names(response)] == ["Zoé"]
    form = soup(response).find("form", role="search", method="post")
    assert form["action"] == people_of(morning)


@pytest.mark.parametrize("words", ["", "\x00", "'; --", "x" * 5000, "🙂"])
def test_any_words_may_be_looked_for(admin_client, morning, words):
    response = admin_client.post(people_of(morning), {"words": words})

    assert response.status_code in {200, 302}


@pytest.mark.parametrize("number", ["2", "0", "-1", "x", "99999999999", "\x00"])
def test_hundreds_of_people_are_read_page_by_page(admin_client, number):
    morning = make_morning(start_date=timezone.localdate() + timedelta(days=20))
    for rank in range(51):
        join(morning, f"Nom{rank}")

    shown = names(admin_client.get(people_of(morning), {"p": number}))

    assert len(shown) == (1 if number == "2" else 50)


def test_the_list_costs_the_same_for_few_and_for_many(admin_client):
    morning = make_morning(start_date=timezone.localdate() + timedelta(days=20))
    join(morning, "Anne")
    admin_client.get(people_of(morning))
    with CaptureQueriesContext(connection) as few:
        admin_client.get(people_of(morning))
    for number in range(30):
        join(morning, f"Nom{number}")

    with CaptureQueriesContext(connection) as many:
        admin_client.get(people_of(morning))

    assert len(many) == len(few)


def test_the_meeting_and_the_list_of_meetings_lead_to_the_people(admin_client, morning):
    for url in (MEETINGS, f"{MEETINGS}edit/{morning.pk}/"):
        page = soup(admin_client.get(url))

        assert page.find("a", href=people_of(morning)), url


def test_a_person_is_shown_with_what_they_said_and_were_sent(admin_client, morning):
    meal = make_question(
        morning, label_fr="Repas", choices={"halal": None, "non": None}
    )
    said = choosing(meal, "halal")
    asked = join(morning, "Anne", question="Et le soir ?", answers=said)
    AccessNeed.objects.create(registration=asked, text="boucle auditive")

    text = soup(admin_client.get(person(asked))).get_text(" ", strip=True)

    for words in (asked.reference, asked.email, "Et le soir ?", "halal"):
        assert words in text
    assert "boucle auditive" in text


def test_what_failed_is_sent_again_by_a_button(admin_client, morning):
    registration = join(morning, "Anne")
    fail(registration)
    url = people_of(morning, "mail/")
    form = soup(admin_client.get(url)).select_one("form[action*='/retry/']")
    fields = {field["name"]: field["value"] for field in form.select("[name][value]")}

    response = admin_client.post(form["action"], fields)

    assert response["Location"] == url
    assert OutgoingMail.objects.get().state == "waiting"
    assert not soup(admin_client.get(url)).select("form[action*='/retry/']")
    assert admin_client.post(form["action"], fields).status_code == 302


def test_opening_the_address_of_an_act_does_nothing(admin_client, morning):
    registration = join(morning, "Anne")
    fail(registration)
    mail = OutgoingMail.objects.get()

    assert admin_client.get(f"{MEETINGS}mail/{mail.pk}/retry/").status_code == 405
    for act in ("cancel/", "revoke/", "erase/", "send/", "move/", "correct/", "note/"):
        assert admin_client.get(person(registration, act)).status_code == 200

    stamp = registration.link_stamp
    registration.refresh_from_db()
    assert (registration.status, registration.link_stamp) == ("confirmed", stamp)
    mail.refresh_from_db()
    assert mail.state == "failed"


def test_the_failed_mail_of_all_meetings_is_one_list(admin_client, morning):
    other = make_morning(start_date=timezone.localdate() + timedelta(days=9))
    for meeting in (morning, other):
        fail(join(meeting, "Anne"))

    page = soup(admin_client.get(f"{MEETINGS}mail/undelivered/"))

    assert len(page.select("form[action*='/retry/']")) == 2


def read_csv(response):
    text = response.content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_a_csv_file_holds_the_chosen_columns_in_their_order(admin_client, morning):
    anne = join(morning, "Anne", organisation="=HYPERLINK(1)")
    url = people_of(morning, "export/")

    chosen = {"which": "all", "columns": ["organisation", "given_name"], "kind": "csv"}
    response = admin_client.post(url, chosen)

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert f"{morning.start_date}.csv" in response["Content-Disposition"]
    assert read_csv(response)[1:] == [[anne.given_name, "'=HYPERLINK(1)"]]
    [entry] = exports.noted(morning)
    assert entry.data["rows"] == 1


def test_a_workbook_opens_with_dates_as_dates(admin_client, morning):
    join(morning, "Anne")
    url = people_of(morning, "export/")

    chosen = {"which": "all", "columns": ["given_name", "arrived_at"], "kind": "xlsx"}
    response = admin_client.post(url, chosen)

    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet["A2"].value == "Anne"
    assert sheet["B2"].is_date


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"which": "all", "kind": "csv"},
        {"which": "x", "columns": ["email"], "kind": "csv"},
        {"which": "all", "columns": ["password"], "kind": "csv"},
        {"which": "all", "columns": ["email\x00"], "kind": "pdf"},
    ],
)
def test_a_choice_that_makes_no_sense_exports_nothing(admin_client, morning, asked):
    response = admin_client.post(people_of(morning, "export/"), asked)

    assert response.context["form"].errors
    assert not exports.noted(morning)


def test_opening_the_export_exports_nothing(admin_client, morning):
    response = admin_client.get(people_of(morning, "export/"))

    assert response["Content-Type"].startswith("text/html")
    assert not exports.noted(morning)


def test_the_team_says_where_organisations_work_from(admin_client, morning):
    commune = make_commune("Watermael-Boitsfort")
    join(morning, "Anne", organisation="CPAS d’Etterbeek")
    join(morning, "Bea", organisation="indépendante")
    url = people_of(morning, "communes/")
    [field] = soup(admin_client.get(url)).select("form[method=post] select")

    admin_client.post(url, {field["name"]: commune.pk})

    assert Workplace.objects.get().organisation == "cpas d etterbeek"
    assert commune.name in soup(admin_client.get(people_of(morning))).text


@pytest.mark.parametrize("value", ["x", "999999", "\x00"])
def test_a_commune_that_does_not_exist_is_refused(admin_client, morning, value):
    join(morning, "Anne", organisation="Le Sas")

    response = admin_client.post(people_of(morning, "communes/"), {"of-le-sas": value})

    assert response.context["form"].errors
    assert not Workplace.objects.exists()
