"""What editors see of searches, and what they mend with one click."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from home.models import StandardPage
from portal.core.models import Synonyms
from search import counting, results
from search.models import Entry, Promotion, QueryCount
from tests.making import make_site

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("editrice"))
    return client


@pytest.fixture
def pages(indexed):
    home = make_site()
    for title in ["La crise", "Crise et réseau", "Un SSM"]:
        home.add_child(instance=StandardPage(title=title))
    indexed()


def ask(query, *, who="a", days=0, found=0):
    now = NOW + timedelta(days=days)
    return counting.count(query, found=found, language="fr", who=who, now=now)


def test_a_page_says_why_each_result_was_found(editor, pages):
    page = editor.get(reverse("search_trial"), {"q": "crises", "language": "fr"})

    (answer,) = page.context["trial"].rows[0].answers
    assert (answer.wish, answer.reason) == ("crises", "stem")
    assert page.context["trial"].count == 2


def test_words_are_tried_for_the_reader_the_page_names(editor, pages):
    page = editor.get(
        reverse("search_trial"), {"q": "crise"}, HTTP_ACCEPT_LANGUAGE="en"
    )

    assert page.context["language"] == "fr"


def test_one_click_adds_a_synonym(pages):
    synonyms = Synonyms.objects.create(terms_fr="SSM\nservice de santé mentale")
    editor = Client(enforce_csrf_checks=True)
    editor.force_login(User.objects.create_superuser("editrice"))
    assert results.search("guidance").count == 0

    page = editor.get(reverse("search_trial"), {"q": "guidance"}).content.decode()
    form = page[page.index(f'action="{reverse("add_synonym")}"') :]
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]
    facts = {"term": "guidance", "language": "fr", "synonyms": synonyms.pk}
    editor.post(reverse("add_synonym"), {**facts, "csrfmiddlewaretoken": token})

    assert results.search("guidance", language="fr").count == 1


def test_one_click_shows_a_result_first(editor, pages):
    second = results.search("crise").groups[0].results[1]
    entry = Entry.objects.get(wordings__url=second.url)

    editor.post(reverse("promote_result"), {"words": "la Crise", "entry": entry.pk})

    first = results.search("crises").groups[0].results[0]
    assert (first.url, first.is_promoted) == (second.url, True)


def test_what_is_shown_first_is_listed_by_its_title_and_chosen_where_it_is_seen(
    editor, pages
):
    entry = Entry.objects.filter(wordings__title="Un SSM").get()
    editor.post(reverse("promote_result"), {"words": "psy", "entry": entry.pk})

    page = editor.get(reverse("wagtailsnippets_search_promotion:list"))

    assert "Un SSM" in page.content.decode()
    assert reverse("wagtailsnippets_search_promotion:add") not in page.content.decode()
    Entry.objects.all().delete()
    with translation.override("fr"):
        assert str(Promotion.objects.get().result()) == "n’est plus public"


def test_nobody_else_sees_or_does_it(client, pages):
    entry = Entry.objects.first()
    client.get(reverse("search_trial"))
    client.post(reverse("promote_result"), {"words": "crise", "entry": entry.pk})
    client.post(reverse("add_synonym"), {"term": "x", "language": "fr"})

    assert not Promotion.objects.exists()


def test_published_words_are_counted_at_once(pages, settings):
    settings.RATE_LIMITS = True

    assert ask("Crise réseau")
    assert ask("crise, RÉSEAU", who="b", found=1)

    row = QueryCount.objects.get()
    assert (row.words, row.times, row.found) == ("crise reseau", 2, 1)


def test_words_nobody_published_are_kept_from_the_third_time_on(pages, settings):
    settings.RATE_LIMITS = True

    # The same person, the same day: once.
    assert not any(ask("Untel Personne") for _time in range(5))
    assert not ask("Untel Personne", who="b")
    assert not QueryCount.objects.exists()

    assert ask("untel personne", who="c")


@pytest.mark.parametrize(
    "query",
    [
        "crise@exemple.be",
        "crise 0470 12 34 56",
        "crise 85073000160",
        "crise " * 7,
        "crise " + "r" * 60,
        "https://exemple.be/crise",
        "",
    ],
)
def test_what_may_tell_of_somebody_is_never_counted(pages, settings, query):
    settings.RATE_LIMITS = True

    assert not any(ask(query, who=str(who)) for who in range(5))
    assert not QueryCount.objects.exists()


def test_counts_are_forgotten(pages):
    ask("crise")

    later = NOW + counting.KEPT_FOR
    assert counting.forget_old(now=later - timedelta(days=8), limit=1) == 0
    assert counting.forget_old(now=later + timedelta(days=8), limit=1) == 1


def test_the_page_of_results_may_tell_and_reading_it_writes_nothing(client, pages):
    client.get(reverse("search"), {"q": "crise"})
    assert not QueryCount.objects.exists()

    answers = [
        client.post(reverse("looked_for"), {"q": "crise", "found": "2"}).status_code,
        client.post(reverse("looked_for"), {"q": "\x00", "found": "x"}).status_code,
    ]

    assert answers == [204, 204]
    assert QueryCount.objects.get().times == 1
