"""What a meeting asks is answered on its form, and changed by the link of the mail."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.urls import reverse
from django.utils import translation

from events import links, questions
from events.models import Choice, Question, Registration
from portal.core import outbox
from portal.core.models import OutgoingMail
from tests.events.asking import (
    choosing,
    key_of,
    make_question,
    said_of,
    sign_up_for,
)
from tests.events.form_pages import answers, colleague, in_days, open_morning, text_of
from tests.events.people import NOW, sign_up
from tests.making import make_concertation, make_cycle, make_site

pytestmark = pytest.mark.django_db
TYPES = dict(Question.FieldType.choices)


@pytest.fixture(autouse=True)
def _site():
    cache.clear()
    make_site()


@pytest.fixture
def workshop():
    meeting, address = open_morning()
    question = make_question(
        meeting,
        required=True,
        help_text_fr="En petits groupes.",
        choices={"Écoute": 1, "Deuil": None},
    )
    question.address = address
    return question


def said(question, value):
    return {f"asked-{question.key}": value}


def page_of(client, address):
    return BeautifulSoup(text_of(client.get(address)), "html.parser")


def manage(registration, act=""):
    name = f"registration_{act}" if act else "registration"
    return reverse(name, args=[links.token(registration)])


def as_shown(client, address):
    """What the form of a page would send, as it was opened."""
    form = page_of(client, address).find("main").find("form")
    data = {}
    for field in form.select("input[name], textarea[name]"):
        if field.get("type") not in {"checkbox", "radio"} or field.has_attr("checked"):
            is_box = field.get("type") == "checkbox"
            said = "on" if is_box else field.get_text().lstrip("\n")
            data[field["name"]] = field.get("value", said)
    for option in form.select("option[selected]"):
        data[option.parent["name"]] = option["value"]
    return data


def test_a_choice_made_on_the_form_is_kept_and_shown(client, workshop):
    sent = answers(**said(workshop, key_of(workshop, "Écoute")))

    client.post(workshop.address, sent)

    registration = workshop.meeting.registrations.get()
    assert said_of(registration) == {"Atelier": "Écoute"}
    assert "<dt>Atelier</dt><dd>Écoute</dd>" in text_of(
        client.get(manage(registration))
    )


def test_a_needed_answer_is_asked_for_by_its_question(client, workshop):
    page = text_of(client.post(workshop.address, answers()))

    assert page.count("Répondez à la question « Atelier »") == 2
    target = re.search(r'<a href="#([\w-]+)">Répondez', page).group(1)
    assert f'id="{target}"' in page
    assert not workshop.meeting.registrations.exists()


def test_a_full_choice_is_shown_and_cannot_be_made(client, workshop):
    sign_up_for(workshop, "Écoute")

    full, free = page_of(client, workshop.address).select(
        f"input[name='asked-{workshop.key}']"
    )

    assert full.has_attr("disabled")
    assert not free.has_attr("disabled")
    assert "Écoute (complet)" in text_of(client.get(workshop.address))


def test_who_comes_second_gets_the_form_back_with_all_answers(client, workshop):
    sign_up_for(workshop, "Écoute")
    sent = answers(role="Infirmier", **said(workshop, key_of(workshop, "Écoute")))

    page = text_of(client.post(workshop.address, sent))

    assert page.count("vient d’être complet. Vos réponses sont gardées") == 2
    assert 'value="Infirmier"' in page
    assert "Écoute (complet)" in page
    assert workshop.meeting.registrations.count() == 1
    # The link leads to a choice that one can make.
    target = re.search(r'<a href="#([\w-]+)">Ce que vous', page).group(1)
    chosen = BeautifulSoup(page, "html.parser").find(id=target)
    assert chosen["value"] == key_of(workshop, "Deuil")


def test_the_same_form_sent_twice_is_confirmed_twice(client, workshop):
    sent = answers(**said(workshop, key_of(workshop, "Écoute")))

    first, second = (client.post(workshop.address, sent) for _time in range(2))

    assert first.status_code == second.status_code == 302
    assert text_of(client.get(first["Location"])) == text_of(
        client.get(second["Location"])
    )


def test_nobody_is_kept_out_by_a_needed_choice_that_is_all_full(client, workshop):
    Choice.objects.update(capacity=0)

    client.post(workshop.address, answers())

    registration = workshop.meeting.registrations.get()
    assert questions.unanswered(registration) == []
    Choice.objects.update(capacity=3)
    assert questions.unanswered(registration) == ["Atelier"]


@pytest.mark.parametrize("field_type", TYPES)
def test_every_kind_of_answer_is_asked_kept_changed_and_shown(client, field_type):
    meeting, address = open_morning()
    has_choices = field_type in {"radio", "dropdown", "checkboxes"}
    choices = {"Écoute": 2, "Deuil": None} if has_choices else {}
    question = make_question(meeting, field_type=field_type, choices=choices)
    values = {
        "singleline": "Sans gluten",
        "multiline": "Une\nlongue",
        "number": "2,5",
        "date": "2026-03-04",
        "checkbox": "on",
    }
    value = key_of(question, "Écoute") if has_choices else values[field_type]

    client.post(address, answers(**said(question, value)))
    registration = meeting.registrations.get()
    shown = said_of(registration)
    edit = manage(registration, "edit")
    client.post(edit, as_shown(client, edit))

    assert shown["Atelier"]
    assert said_of(registration) == shown


@pytest.mark.parametrize(
    ("field_type", "value"),
    [
        ("singleline", "x" * 201),
        ("multiline", "x" * 1001),
        ("number", "beaucoup"),
        ("number", "NaN"),
        ("number", "1e99"),
        ("date", "hier"),
        ("date", "0000-00-00"),
        ("radio", "autre"),
        ("dropdown", "\x00"),
        ("checkboxes", "' OR 1=1"),
    ],
)
def test_an_answer_that_cannot_be_is_asked_for_again(client, field_type, value):
    meeting, address = open_morning()
    question = make_question(
        meeting, field_type=field_type, choices={"Écoute": None, "Deuil": None}
    )

    page = client.post(address, answers(**said(question, value)))

    assert page.status_code == 200
    assert "Une réponse est à corriger" in text_of(page)
    assert not meeting.registrations.exists()


def test_an_answer_is_changed_by_the_link(client, workshop):
    registration = sign_up_for(workshop, "Écoute")
    edit = manage(registration, "edit")
    changed = {
        **as_shown(client, edit),
        **said(workshop, key_of(workshop, "Deuil")),
    }

    client.post(edit, changed)

    assert said_of(registration) == {"Atelier": "Deuil"}


def test_a_change_to_what_is_full_is_refused_and_the_place_kept(client, workshop):
    sign_up_for(workshop, "Écoute")
    registration = sign_up_for(workshop, "Deuil")
    edit = manage(registration, "edit")
    changed = {
        **as_shown(client, edit),
        **said(workshop, key_of(workshop, "Écoute")),
    }

    page = text_of(client.post(edit, changed))

    assert "vient d’être complet" in page
    assert said_of(registration) == {"Atelier": "Deuil"}


def test_one_may_keep_a_choice_that_is_full_by_now(client, workshop):
    registration = sign_up_for(workshop, "Écoute")
    edit = manage(registration, "edit")

    assert not page_of(client, edit).select("input[disabled]")
    page = client.post(edit, as_shown(client, edit), follow=True)

    assert "Vos changements sont enregistrés" in text_of(page)


def test_a_colleague_answers_by_their_own_link(client, workshop):
    sent = answers(**said(workshop, key_of(workshop, "Écoute")), **colleague())
    shown = text_of(client.get(workshop.address))

    client.post(workshop.address, sent)

    theirs = workshop.meeting.registrations.get(email="k@essai.example")
    assert "Votre collègue répond aux questions de cette rencontre" in shown
    assert questions.unanswered(theirs) == ["Atelier"]
    assert "Il reste à répondre" in text_of(client.get(manage(theirs)))


def test_the_mail_names_what_is_still_to_be_answered(client, workshop):
    sent = answers(**said(workshop, key_of(workshop, "Écoute")), **colleague())
    client.post(workshop.address, sent)

    mails = {}
    for mail in OutgoingMail.objects.all():
        outbox.write(mail, now=NOW)
        mails[mail.to] = mail.text
    assert "Il vous reste à répondre à ceci\u00a0: Atelier." in mails["k@essai.example"]
    assert "Il vous reste" not in mails["samira@essai.example"]


def test_another_morning_asks_by_its_own_link(client):
    cycle = make_cycle(make_concertation())
    facts = {"cycle": cycle, "concertation": cycle.concertation}
    _first, address = open_morning(cycle_rank=1, **facts)
    second, _other = open_morning(cycle_rank=2, start_date=in_days(60), **facts)
    make_question(second, label_fr="Repas")

    shown = text_of(client.get(address))
    client.post(address, answers(mornings=[second.pk]))

    assert "Une autre matinée a ses propres questions" in shown
    assert "Repas" not in shown
    assert questions.unanswered(second.registrations.get()) == ["Repas"]


def test_one_downloads_ones_answers_and_erasing_forgets_them(client, workshop):
    registration = sign_up_for(workshop, "Écoute")

    kept = json.loads(client.get(manage(registration, "data")).content)
    client.post(manage(registration, "erase"))

    assert kept["answers"] == [{"question": "Atelier", "answer": "Écoute"}]
    assert Registration.objects.get().answers == {}


def test_an_answer_outlives_the_words_of_its_question(client, workshop):
    registration = sign_up_for(workshop, "Écoute")
    Question.objects.update(label_fr="Groupe")
    Choice.objects.filter(label_fr="Écoute").update(label_fr="Écouter")
    assert said_of(registration) == {"Groupe": "Écouter"}

    Choice.objects.filter(label_fr="Écouter").delete()
    assert said_of(registration) == {"Groupe": "Écoute"}
    Question.objects.all().delete()

    assert said_of(registration) == {"Atelier": "Écoute"}
    assert questions.columns(Registration.objects.get().meeting) == {
        workshop.key: "Atelier"
    }


def test_a_question_of_another_kind_is_asked_again(workshop):
    registration = sign_up_for(workshop, "Écoute")

    Question.objects.update(field_type="singleline")

    fresh = Registration.objects.get(pk=registration.pk)
    assert questions.unanswered(fresh) == ["Atelier"]


def test_questions_are_read_in_the_language_of_the_reader(workshop):
    registration = sign_up_for(workshop, "Écoute")
    Question.objects.update(label_nl="Werkgroep")
    Choice.objects.filter(label_fr="Écoute").update(label_nl="Luisteren")

    with translation.override("nl"):
        assert said_of(registration) == {"Werkgroep": "Luisteren"}


def test_a_table_of_answers_costs_as_much_for_many_as_for_few(
    workshop, django_assert_num_queries
):
    for _person in range(3):
        sign_up_for(workshop, "Deuil")
    sign_up(workshop.meeting)

    with django_assert_num_queries(4):
        columns = questions.columns(workshop.meeting)
        rows = [
            [questions.said_by(registration).get(key, "") for key in columns]
            for registration in workshop.meeting.registrations.all()
        ]

    assert rows == [["Deuil"]] * 3 + [[""]]


def test_a_promised_choice_is_told_as_it_was_made(workshop):
    entry = choosing(workshop, "Écoute")[workshop.key]

    with translation.override("nl"):
        again = questions.entry(workshop, entry["value"])

    assert again == {
        "type": "radio",
        "asked": "Atelier",
        "said": "Écoute",
        "value": key_of(workshop, "Écoute"),
    }


def test_how_to_join_online_is_for_who_has_a_seat(client):
    meeting, address = open_morning(
        capacity=1, mode="online", online_url="https://visio.example/salle"
    )
    announce_url = meeting.event_pages.get().url
    seated, waiting = sign_up(meeting), sign_up(meeting)

    assert "https://visio.example/salle" in text_of(client.get(manage(seated)))
    for private in (manage(waiting), address, announce_url):
        assert "visio.example" not in text_of(client.get(private))
