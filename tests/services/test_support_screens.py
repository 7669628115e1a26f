"""Who sees a request: the members of its team with the role, and nobody else."""

import csv
import io

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from home.content import roles
from services.models import SupportRequest, SupportTrace
from services.support import handling, lessons
from tests.making import brussels
from tests.services.support_stories import (
    MARKER,
    NOW,
    ask,
    make_member,
    make_outcome,
    make_team,
)

pytestmark = pytest.mark.django_db
ROLES = [role.name for role in roles.ROLES]
ADMINISTRATOR = "superuser"


@pytest.fixture
def asked():
    return ask(make_team())


def as_member(team, *permissions):
    client = Client()
    client.force_login(make_member(team, *permissions))
    return client


def addresses(asked):
    """Every screen that shows something of requests, and every act on one."""
    reference = asked.reference
    acts = ("assign", "answer", "write", "note", "propose", "close")
    return {
        "list": reverse("support_admin") + "?state=all",
        "request": reverse("support_admin_request", args=[reference]),
        "figures": reverse("support_figures") + "?year=2026",
        "csv": reverse("support_figures_file", args=["csv"]) + "?year=2026",
        "xlsx": reverse("support_figures_file", args=["xlsx"]) + "?year=2026",
        **{
            act: reverse("support_admin_request", args=[reference]) + f"{act}/"
            for act in acts
        },
    }


@pytest.mark.parametrize("role", [*ROLES, ADMINISTRATOR])
def test_outside_the_team_no_role_sees_or_changes_anything(
    starter, django_user_model, role
):
    asked = ask(make_team())
    user = django_user_model.objects.create_user(
        "somebody", is_superuser=role == ADMINISTRATOR
    )
    user.groups.set(Group.objects.filter(name=role))
    # A team of one's own opens no other.
    if role == roles.SUPPORT:
        make_team("Une autre").members.add(user)
    client = Client()
    client.force_login(user)

    for name, address in addresses(asked).items():
        for answer in (client.get(address), client.post(address, {})):
            text = answer.content.decode(errors="replace")
            assert MARKER not in text, name
            assert asked.reference not in text, name
            assert "Cellule d’essai" not in text, name
    assert not asked.traces.exists()
    assert not SupportRequest.objects.seen_by(user).exists()


@pytest.mark.parametrize("model", ["supportteam", "supportkind", "supportanswer"])
def test_the_generic_screens_of_wagtail_list_no_request(asked, admin_client, model):
    record = {"supportteam": asked.team, "supportkind": asked.kind}.get(model)
    base = f"wagtailsnippets_services_{model}"
    found = [reverse(f"{base}:list")]
    if record:
        found += [reverse(f"{base}:{n}", args=[record.pk]) for n in ("usage", "edit")]
    found += [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_reports:site_history"),
    ]

    for address in found:
        text = admin_client.get(address, follow=True).content.decode()
        assert asked.reference not in text
        assert MARKER not in text


@pytest.mark.parametrize("act", ["delete", "bulk"])
def test_what_requests_are_counted_by_is_not_deleted(asked, admin_client, act):
    outcome = make_outcome()
    asked.outcomes.set([outcome])
    for record in (asked.team, asked.kind, outcome, outcome.level):
        name = f"wagtailsnippets_services_{record._meta.model_name}:delete"
        address = reverse(name, args=[record.pk])
        if act == "bulk":
            app, model = record._meta.app_label, record._meta.model_name
            bulk = reverse("wagtail_bulk_action", args=[app, model, "delete"])
            address = f"{bulk}?id={record.pk}"

        assert admin_client.post(address).status_code == 302
        assert type(record).objects.filter(pk=record.pk).exists()
    assert asked.outcomes.count() == 1


def test_the_role_lets_a_member_read_and_being_a_member_alone_does_not(asked):
    address = addresses(asked)["request"]

    assert MARKER in as_member(asked.team).get(address).content.decode()
    answer = as_member(asked.team, "view_image").get(address)
    assert answer.status_code == 302
    reader = as_member(asked.team, "view_supportrequest")
    assert reader.get(address).status_code == 200
    reader.post(addresses(asked)["note"], {"note-text": "Une note"})
    assert not asked.messages.exists()


def test_opening_a_request_is_noted_and_listing_it_shows_no_text(asked):
    client = as_member(asked.team)

    listed = client.get(addresses(asked)["list"])
    client.get(addresses(asked)["request"])

    assert asked.reference in listed.content.decode()
    assert MARKER not in listed.content.decode()
    (trace,) = asked.traces.all()
    assert (trace.act, trace.by.username) == (
        SupportTrace.Act.OPENED,
        client.get("/").wsgi_request.user.username,
    )


def test_the_screens_act_and_ask_to_rephrase_what_names_somebody(asked):
    client, outcome = as_member(asked.team), make_outcome()
    places = addresses(asked)
    member = asked.team.members.get()

    client.post(places["assign"], {"assign-owner": member.pk})
    refused = client.post(places["write"], {"write-text": "Rappelez M. Dupont."})
    client.post(places["note"], {"note-text": "On en parle jeudi."})
    client.post(places["close"], {"level": outcome.level.pk, "outcomes": [outcome.pk]})

    assert "M. Dupont" in refused.content.decode()
    # A page shown again is a page that was read.
    assert asked.traces.filter(act=SupportTrace.Act.OPENED).count() == 1
    assert [message.text for message in asked.messages.all()] == ["On en parle jeudi."]
    closed = SupportRequest.objects.get(pk=asked.pk)
    assert (closed.owner, closed.state) == (member, "closed")
    assert list(closed.outcomes.all()) == [outcome]


def test_the_list_is_sorted_by_what_is_promised_and_parted_by_state(asked):
    late = ask(asked.team, now=brussels(2026, 1, 5, 9))
    done, outcome = ask(asked.team), make_outcome()
    by = make_member(asked.team)
    handling.close(done, level=outcome.level, outcomes=[], by=by, now=NOW)
    client, address = as_member(asked.team), reverse("support_admin")

    def listed(query=""):
        html = client.get(address + query).content.decode()
        known = {one.reference for one in (asked, late, done)}
        return [r for _at, r in sorted((html.find(r), r) for r in known if r in html)]

    assert listed() == [late.reference, asked.reference]
    assert listed("?state=closed") == [done.reference]
    assert len(listed("?state=all&kind=situation&owner=nobody")) == 3
    assert listed("?owner=me") == []
    assert client.get(address + "?state=%00&p=-1&kind=x").status_code == 200


def test_files_say_what_the_screen_says_and_hide_what_it_hides(asked):
    for _number in range(5):
        ask(asked.team, sector="health")
    client, places = as_member(asked.team), addresses(asked)

    screen = client.get(places["figures"]).content.decode()
    text = client.get(places["csv"]).content.decode("utf-8-sig")
    book = load_workbook(io.BytesIO(client.get(places["xlsx"]).content))

    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    sectors = {row[1]: row[2:] for row in rows if row[0] in {"Sector", "Secteur"}}
    # One of housing, five of health: either would give the other away.
    assert len(sectors) == 2
    shown = {cell for row in sectors.values() for cell in row if cell.isdigit()}
    assert shown == {"0"}
    assert rows[1][2:] == ["6", "0", "0", "0", "6"]
    sheet = [
        ["" if cell is None else str(cell) for cell in row]
        for row in book.active.values
    ]
    assert sheet == [[cell.removeprefix("'") for cell in row] for row in rows]
    assert "<svg" in screen
    assert client.get(places["figures"] + "&year=x&team=y").status_code == 200


@pytest.fixture
def learnt(monkeypatch):
    """What a room above, made up here, was handed on."""
    taken = []
    monkeypatch.setattr(lessons, "LEARNERS", {})
    lessons.learner("watch", "En faire un constat")(
        lambda difficulty, **facts: taken.append((difficulty, sorted(facts)))
    )
    return taken


def handing_on(asked, outcome):
    return [
        reverse("support_admin_learn", args=[asked.reference, "watch", outcome.code]),
        reverse("support_figures_learn", args=["watch", outcome.code]),
    ]


@pytest.mark.parametrize("place", [0, 1])
def test_a_difficulty_is_handed_on_without_the_request(asked, learnt, place):
    difficulty = make_outcome("difficulty", "Méfiance")
    asked.outcomes.set([difficulty])
    client, address = as_member(asked.team), handing_on(asked, difficulty)[place]
    screen = addresses(asked)[("request", "figures")[place]]

    shown = client.get(screen).content.decode()
    client.get(address)
    assert learnt == []
    client.post(address)

    assert f'action="{address}"' in shown
    assert "En faire un constat" in shown
    assert learnt == [(difficulty, ["by", "now"])]


@pytest.mark.parametrize("place", [0, 1])
def test_only_a_difficulty_is_handed_on_and_only_by_who_may_change(
    asked, learnt, place
):
    result, difficulty = make_outcome(), make_outcome("difficulty", "Méfiance")
    asked.outcomes.set([result, difficulty])
    address = handing_on(asked, difficulty)[place]
    reader = as_member(asked.team, "view_supportrequest")
    screen = addresses(asked)[("request", "figures")[place]]

    assert address not in reader.get(screen).content.decode()
    reader.post(address)
    as_member(None).post(address)
    member = as_member(asked.team)
    member.post(handing_on(asked, result)[place])
    member.post(address.replace("watch", "nobody"))
    assert learnt == []


def test_a_difficulty_of_another_team_s_request_is_not_handed_on_from_it(asked, learnt):
    difficulty = make_outcome("difficulty", "Méfiance")
    asked.outcomes.set([difficulty])

    as_member(make_team()).post(handing_on(asked, difficulty)[0])

    assert learnt == []


def test_where_nobody_learns_no_button_is_shown(asked, monkeypatch):
    monkeypatch.setattr(lessons, "LEARNERS", {})
    asked.outcomes.set([make_outcome("difficulty", "Méfiance")])
    client, places = as_member(asked.team), addresses(asked)

    for name in ("request", "figures"):
        assert "/learn/" not in client.get(places[name]).content.decode()
