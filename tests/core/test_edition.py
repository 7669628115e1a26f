"""Whatever changes in public makes a new edition, in the same transaction."""

from itertools import count

import pytest
from django.db import IntegrityError, transaction
from wagtail.models import PageViewRestriction

from portal.core import edition
from portal.core.models import Edition
from tests.making import announce, brussels, make_meeting, make_site, make_theme

pytestmark = pytest.mark.django_db


def number():
    return edition.current().number


def test_the_edition_grows_by_one_at_each_change():
    before = number()

    edition.advance(brussels(2026, 1, 1))
    edition.advance(brussels(2026, 1, 2))

    assert number() == before + 2
    assert edition.current().changed_at == brussels(2026, 1, 2)


def test_a_change_that_is_undone_makes_no_edition():
    before = number()

    with transaction.atomic():
        edition.advance()
        transaction.set_rollback(True)

    assert number() == before


def test_there_is_one_edition_of_each_and_no_other():
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.create(id=4, changed_at=brussels(2026, 1, 1))


def test_a_meeting_saved_or_deleted_makes_a_new_edition():
    meeting = make_meeting()
    before = number()

    meeting.save()
    meeting.delete()

    assert number() >= before + 2


def test_a_theme_given_to_a_meeting_makes_a_new_edition():
    meeting, theme = make_meeting(), make_theme()
    before = number()

    meeting.themes.add(theme)

    assert number() == before + 1


def test_a_page_published_or_withdrawn_makes_a_new_edition():
    make_site()
    page = announce(make_meeting())
    before = number()

    page.save_revision().publish()
    published = number()
    page.unpublish()

    assert before < published < number()


def test_a_draft_makes_no_edition():
    make_site()
    page = announce(make_meeting())
    before = number()

    page.save_revision()

    assert number() == before


def test_an_etag_changes_with_the_edition_and_with_its_parts():
    first = edition.current().etag("agenda")
    edition.advance()

    now = edition.current()
    assert len({first, now.etag("agenda"), now.etag("autre")}) == 3
    assert now.etag("agenda") == now.etag("agenda")


def test_a_section_made_private_makes_a_new_edition():
    page = make_site()
    before = number()

    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert number() == before + 1


@pytest.fixture
def outside(monkeypatch):
    """As outside of the transaction that every test is."""
    monkeypatch.setattr(edition, "_may_be_undone", lambda: False)
    monkeypatch.setattr(edition, "_shelf", {})


def test_what_is_kept_is_made_once_per_edition(outside):
    values = count(1)

    first = [edition.kept("thing", values.__next__) for _ in range(2)]
    edition.advance()
    second = edition.kept("thing", values.__next__)
    edition.advance(of=edition.WORDS)

    assert [*first, second] == [1, 1, 1]
    assert edition.kept("thing", values.__next__) == 2


def test_a_word_that_changes_makes_an_edition_of_the_site_and_of_words():
    before = number(), edition.current(edition.WORDS).number

    make_meeting()

    assert number() > before[0]
    assert edition.current(edition.WORDS).number > before[1]


def test_what_is_kept_goes_by_its_name(outside):
    assert edition.kept("thing", lambda: 1) != edition.kept("other", lambda: 2)


def test_a_process_keeps_only_so_much(outside, monkeypatch):
    monkeypatch.setattr(edition, "ROOM", 3)

    for name in range(10):
        edition.kept(name, lambda: "much")

    assert len(edition._shelf) <= 3


def test_nothing_is_kept_of_what_may_be_undone(monkeypatch):
    monkeypatch.setattr(edition, "_shelf", {})
    values = count(1)

    assert [edition.kept("thing", values.__next__) for _ in range(2)] == [1, 2]
    assert not edition._shelf
