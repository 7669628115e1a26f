"""From the form to the team and back: what is kept, told, shown, and to whom."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from portal.core.models import OutgoingMail
from services.models import (
    SupportAnswer,
    SupportMessage,
    SupportPage,
    SupportRequest,
    SupportTrace,
    SupportWords,
)
from services.support import asking, following, forgetting, handling, links, reminders
from services.support.refusals import EndedError, NotAMemberError, NotProposedError
from tests.home.reading import every_row
from tests.making import brussels, make_site
from tests.services.support_stories import (
    MARKER,
    NOW,
    ask,
    make_kind,
    make_member,
    make_outcome,
    make_team,
    posted,
    said,
)

pytestmark = pytest.mark.django_db
BORN = "née le 12/03/1975"
Act = SupportTrace.Act


@pytest.fixture
def team():
    return make_team()


@pytest.fixture
def address(team):
    """Where the form of a team is."""
    page = SupportPage(title="Demander un appui", slug="appui", team=team)
    make_site().add_child(instance=page)
    return reverse("support_form", args=[page.slug, make_kind().code])


def letters(request):
    """Why mail was written about ``request``, in order."""
    keys = OutgoingMail.objects.about("support", request.pk).order_by("pk")
    return [key.split("/")[2] for key in keys.values_list("key", flat=True)]


def acts(request):
    return list(request.traces.values_list("act", flat=True))


def fresh(request):
    return SupportRequest.objects.get(pk=request.pk)


def test_a_request_is_promised_an_answer_and_both_are_told_without_a_word_of_it(team):
    asked = ask(team)

    # Five working days after a Tuesday.
    assert asked.due_on == brussels(2026, 1, 27).date()
    assert letters(asked) == ["received", "team-new"]
    assert MARKER not in json.dumps(list(OutgoingMail.objects.values()), default=str)


def test_the_same_form_sent_twice_asks_once(team):
    number = uuid4()
    asked = [
        asking.ask(team, kind=make_kind(), said=said(), number=number, now=NOW)
        for _time in range(2)
    ]

    assert asked[0] == asked[1]
    assert len(letters(asked[0])) == 2


def test_the_form_asks_and_the_screen_repeats_nothing_of_it(address):
    client = Client()

    shown = client.get(address)
    received = client.post(address, posted(), follow=True)

    assert shown["Cache-Control"] == "no-store"
    assert not client.cookies
    assert MARKER not in received.content.decode()
    asked = SupportRequest.objects.get()
    assert asked.reference in received.content.decode()
    assert MARKER in asked.words.situation


def test_a_form_is_taken_as_it_was_shown(address):
    client = Client()

    client.post(address, {**posted(), "stamp": stamp_in(client.get(address))})

    link = link_of(SupportRequest.objects.get())
    said = {**stamp(), "stamp": stamp_in(client.get(link)), "text": "Encore ceci"}
    client.post(link, said)
    assert SupportMessage.objects.get().text == "Encore ceci"


def stamp_in(answer):
    return answer.content.decode().split('name="stamp" value="')[1].split('"')[0]


def test_what_names_somebody_is_shown_once_then_left_out_and_never_stored(address):
    client = Client()
    texts = {"situation": f"Dame {BORN}, {MARKER}.", "tried": "Voir M. Dupont."}

    first = client.post(address, posted(**texts))
    html = first.content.decode()

    assert "12/03/1975" in html
    assert "M. Dupont" in html
    assert MARKER in html
    assert not SupportRequest.objects.exists()
    seen = html.split('name="seen" value="')[1].split('"')[0]
    other = {**texts, "availability": "Appelez le 0475 12 34 56"}
    client.post(address, posted(**other, seen=seen))
    assert not SupportRequest.objects.exists()

    client.post(address, posted(**texts, seen=seen))

    words = SupportWords.objects.get()
    assert words.situation == f"Dame née le […], {MARKER}."
    assert words.tried == "Voir […]."


def test_one_may_write_ones_own_address_and_number(address):
    texts = {"situation": "Écrivez à samira@essai.example ou au 02/123.45.67."}

    Client().post(address, posted(**texts))

    assert SupportWords.objects.get().situation == texts["situation"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("situation", " "), ("phone", "demain"), ("email", "samira"), ("sector", "x")],
)
def test_a_mistake_keeps_what_was_typed(address, name, value):
    answer = Client().post(address, posted(**{name: value}))
    html = answer.content.decode()

    assert answer.status_code == 200
    assert f'aria-describedby="id_{name}' in html
    assert html.count(MARKER) == (2 if name == "situation" else 3)
    assert not SupportRequest.objects.exists()


def test_a_kind_asks_only_its_own_few_fields(address):
    make_kind("helpdesk", asks_tried=False, asks_level=False, asks_availability=False)
    html = Client().get(address.replace("situation", "helpdesk")).content.decode()

    assert 'name="situation"' in html
    assert not [n for n in ("tried", "level", "availability") if f'name="{n}"' in html]
    assert Client().get(address.replace("situation", "other")).status_code == 404


def test_opening_a_link_changes_nothing_and_its_buttons_do(team, address):
    asked = ask(team)
    handling.write(asked, text="Bonjour", by=make_member(team), now=NOW)
    client, link = Client(), link_of(asked)
    client.get("/fr/")
    before = every_row()

    shown = client.get(link).content.decode()
    for act in ("withdraw", "agree", "stay"):
        client.get(link_of(asked, act))

    assert every_row() == before
    assert "Bonjour" in shown
    assert MARKER not in shown
    client.post(link, {"text": "Encore ceci", **stamp()})
    assert asked.messages.filter(voice="person", text="Encore ceci").exists()
    client.post(link_of(asked, "withdraw"))
    assert fresh(asked).state == "withdrawn"
    assert client.post(link, {"text": "Trop tard", **stamp()}).status_code == 409


def test_all_mail_about_a_request_is_answered_to_its_team():
    team = make_team(reply_to="reponses@essai.example")
    asked, member = ask(team), make_member(team)
    template = SupportAnswer.objects.create(name="Appel", text_fr="Nous appelons.")
    reminders.remind_teams(now=brussels(2026, 1, 26, 9))
    handling.answer(asked, answer=template, by=member, now=NOW)
    handling.propose(asked, team=make_team(), by=member, now=NOW)
    told = OutgoingMail.objects.about("support", asked.pk)

    assert {one.reply_to for one in told} == {team.reply_to}
    assert letters(asked) == ["received", "team-new", "team-near", "answer", "proposed"]
    following.agree(asked, now=NOW)
    assert {one.reply_to for one in told.order_by("-pk")[:2]} == {""}


def test_a_revoked_link_and_a_forged_one_show_nothing(team):
    asked = ask(team)
    link = reverse("support_request", args=[links.token(asked)])
    SupportRequest.objects.update(link_stamp="another")

    assert Client().get(link).status_code == 410
    forged = reverse("support_request", args=["x" + links.token(asked)])
    assert Client().get(forged).status_code == 404


def link_of(asked, act="request"):
    return reverse(f"support_{act}", args=[links.token(asked)])


def stamp():
    return {name: posted()[name] for name in ("stamp", "website", "digits")}


def test_withdrawing_erases_at_once_and_tells_the_team(team):
    asked = ask(team)
    following.add(asked, text="Encore", number=uuid4(), now=NOW)

    following.withdraw(asked, now=NOW)

    assert not SupportWords.objects.exists()
    assert not SupportMessage.objects.exists()
    told = OutgoingMail.objects.filter(key__contains="team-withdrawn").get()
    assert told.to == team.email
    assert not OutgoingMail.objects.filter(to="samira@essai.example").exists()
    with pytest.raises(EndedError):
        following.withdraw(asked, now=NOW)


def test_the_team_entrusts_answers_and_closes(team):
    member, asked = make_member(team), ask(team)
    template = SupportAnswer.objects.create(name="Appel", text_fr="Nous appelons.")
    outcome = make_outcome()

    handling.assign(asked, owner=member, by=member, now=NOW)
    handling.answer(asked, answer=template, by=member, now=NOW)
    handling.note(asked, text="À voir", by=member, now=NOW)
    handling.close(asked, level=outcome.level, outcomes=[outcome], by=member, now=NOW)

    assert acts(asked) == [Act.ASSIGNED, Act.ANSWERED, Act.NOTED, Act.CLOSED]
    assert letters(asked) == ["received", "team-new", "answer", "closed"]
    closed = fresh(asked)
    assert (closed.state, closed.answered_at, closed.owner) == ("closed", NOW, member)
    with pytest.raises(EndedError):
        handling.note(asked, text="Encore", by=member, now=NOW)
    with pytest.raises(NotAMemberError):
        handling.assign(ask(team), owner=make_member(None), by=member, now=NOW)


def test_an_answer_by_mail_names_nobody():
    with pytest.raises(ValidationError, match=r"names nobody|ne nomme personne"):
        SupportAnswer(name="Appel", text_fr="Appelez Mme Dupont.").full_clean()


def test_another_team_sees_a_request_only_once_the_person_agreed(team):
    other, asked = make_team("Une autre"), ask(team)
    stranger = make_member(other)
    with pytest.raises(NotProposedError):
        following.agree(asked, now=NOW)

    handling.propose(asked, team=other, by=make_member(team), now=NOW)
    assert asked not in SupportRequest.objects.seen_by(stranger)

    following.agree(asked, now=NOW + timedelta(days=1))

    assert list(SupportRequest.objects.seen_by(stranger)) == [asked]
    assert fresh(asked).due_on == brussels(2026, 1, 28).date()
    assert letters(asked)[-3:] == ["proposed", "handed_over", "team-new"]


def test_texts_go_after_the_months_the_team_chose_and_counts_stay():
    team = make_team(months_kept=2)
    asked, outcome = ask(team), make_outcome("difficulty", "Méfiance")
    member = make_member(team)
    handling.write(asked, text="Bonjour", by=member, now=NOW)
    handling.close(asked, level=outcome.level, outcomes=[outcome], by=member, now=NOW)

    assert forgetting.forget_requests(now=brussels(2026, 3, 19, 23)) == 0
    assert forgetting.forget_requests(now=brussels(2026, 3, 20)) == 1
    assert forgetting.forget_requests(now=brussels(2026, 3, 20)) == 0

    assert not SupportWords.objects.exists()
    assert not SupportMessage.objects.exists()
    assert not OutgoingMail.objects.exclude(text="", to="").exists()
    kept = fresh(asked)
    assert (kept.sector, list(kept.outcomes.all())) == ("housing", [outcome])
    assert acts(asked)[-1] == Act.FORGOTTEN
    assert forgetting.forget_traces(now=brussels(2028, 3, 21)) == 3


def test_the_team_is_reminded_the_day_before_and_once_it_is_late(team):
    asked = ask(team)
    answered = ask(team)
    handling.write(answered, text="Bonjour", by=make_member(team), now=NOW)

    days = range(20, 31)
    made = [reminders.remind_teams(now=brussels(2026, 1, day, 9)) for day in days]
    again = reminders.remind_teams(now=brussels(2026, 1, 30, 10))

    # Due on Tuesday the 27th.
    assert dict(zip(days, made, strict=True)) | {26: 0, 28: 0} == dict.fromkeys(days, 0)
    assert (made[6], made[8], again) == (1, 1, 0)
    assert letters(asked)[-2:] == ["team-near", "team-late"]
