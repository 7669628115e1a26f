"""Anybody may say that an entry is wrong; the team decides, fact by fact."""

import re
from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.core import edition
from portal.core.models import OutgoingMail
from services.correcting import deciding, facts, forgetting, proposing, views
from services.models import Correction, Phone, Service
from tests.making import brussels, make_directory, make_service, make_site

pytestmark = pytest.mark.django_db
NOW = brussels(2026, 11, 23, 10)
READER = {"origin": "reader", "now": NOW, "language": "fr"}


@pytest.fixture
def service():
    make_directory(make_site())
    service = make_service(
        "Service d’essai", email="avant@essai.example", fees_description_fr="11 €"
    )
    Phone.objects.create(service=service, number="02 123 45 67")
    Service.objects.get().save_revision().publish()
    return Service.objects.get()


@pytest.fixture
def editor():
    return get_user_model().objects.create_superuser("anne", "a@e.example", "x")


def proposed(service, **more):
    said = {
        "email": "apres@essai.example",
        "phone-3221234567": "02 765 43 21",
        "fees_description_fr": "Gratuit",
        "delay": ("long", date(2027, 3, 1)),
    }
    return proposing.propose(service, said=said, **{**READER, **more})


def decide(correction, *keys, by, method="phone"):
    return deciding.decide(
        correction, accepted=set(keys), method=method, by=by, now=NOW
    )


def sent(client, service, **answers):
    url = reverse("service_correction", args=[service.slug])
    page = client.get(url).content.decode()
    stamp = re.search(r'name="stamp" value="([^"]+)"', page)[1]
    return client.post(url, {"stamp": stamp, **answers}), stamp


def test_a_proposal_waits_and_changes_nothing_in_public(client, service):
    before, number = Service.objects.values().get(), edition.current().number
    answers = {"right-email": "apres@essai.example", "email": "moi@lecteur.example"}
    answer, stamp = sent(client, service, **answers)

    assert answer.status_code == 302
    assert client.get(answer["Location"]).status_code == 200
    again = client.post(
        reverse("service_correction", args=[service.slug]), {"stamp": stamp, **answers}
    )
    assert again.status_code == 302
    correction = Correction.objects.get()
    assert correction.proposals == [
        {
            "key": "email",
            "before": "avant@essai.example",
            "after": "apres@essai.example",
        }
    ]
    assert correction.email == "moi@lecteur.example"
    assert Service.objects.values().get() == before
    assert edition.current().number == number


def test_the_form_keeps_what_was_typed_and_keeps_robots_away(
    client, service, settings, monkeypatch
):
    empty, _stamp = sent(client, service)
    assert (empty.status_code, Correction.objects.count()) == (200, 0)
    long, _stamp = sent(client, service, **{"right-fees_description_fr": "x" * 2001})
    assert "x" * 2001 in long.content.decode()
    trapped, _stamp = sent(client, service, note="Faux", website="http://x.example")
    assert "Faux" in trapped.content.decode()
    old = client.post(reverse("service_correction", args=[service.slug]), {"note": "x"})
    assert old.status_code == 200
    assert not Correction.objects.exists()
    settings.RATE_LIMITS = True
    monkeypatch.setattr(views, "REFUSED_AFTER", 1)
    codes = [sent(client, service, note="x")[0].status_code for _try in range(3)]
    assert codes[-1] == 429


def test_a_draft_has_no_form_and_nothing_private_is_shown(client, service):
    hidden = make_service("Brouillon", live=False)
    for name in ("service_correction", "service_correction_sent"):
        assert client.get(reverse(name, args=[hidden.slug])).status_code == 404
    page = client.get(reverse("service_correction", args=[service.slug]))
    assert page["Cache-Control"] == "no-store"


def test_what_is_accepted_is_published_as_a_revision_and_the_rest_is_refused(
    service, editor
):
    revisions = service.revisions.count()
    correction = proposed(service, email="moi@lecteur.example")
    decide(correction, "email", "phone-3221234567", "delay", by=editor)

    stored = Service.objects.get()
    assert stored.email == "apres@essai.example"
    assert stored.fees_description_fr == "11 €"
    assert stored.phones.get().digits == "3227654321"
    assert (stored.delay, stored.delay_as_of) == ("long", NOW.date())
    assert stored.delay_ask_again_on == date(2027, 3, 1)
    assert stored.revisions.count() == revisions + 1
    assert stored.live_revision == stored.latest_revision
    check = stored.verifications.get()
    assert (check.outcome, check.families, check.by) == (
        "corrected",
        ["contact", "delay"],
        editor,
    )
    correction.refresh_from_db()
    assert (correction.state, correction.email) == ("in_part", "")
    mail = OutgoingMail.objects.get()
    assert mail.to == "moi@lecteur.example"
    assert "Service d’essai" in mail.text


def test_what_is_refused_changes_nothing_and_thanks_nobody(service, editor):
    correction = proposed(service, email="moi@lecteur.example")
    before = Service.objects.values().get()
    decide(correction, by=editor)

    correction.refresh_from_db()
    assert (correction.state, correction.email) == ("refused", "")
    assert Service.objects.values().get() == before
    assert not service.verifications.exists()
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"email": "pas une adresse"}, "email"),
        ({"phone-3221234567": "appelez-nous"}, "phone-3221234567"),
        ({"delay": ("long", date(2020, 1, 1))}, "delay"),
    ],
)
def test_what_no_entry_may_say_is_not_accepted(service, editor, said, key):
    correction = proposing.propose(service, said=said, **READER)
    with pytest.raises(deciding.UndecidableError):
        decide(correction, key, by=editor)

    assert Correction.objects.get().is_waiting
    assert service.revisions.count() == 1


def test_it_is_decided_once_and_not_over_a_draft_that_waits(service, editor):
    correction = proposed(service)
    draft = Service.objects.get()
    draft.name_fr = "Brouillon"
    draft.save_revision()
    with pytest.raises(deciding.UndecidableError):
        decide(correction, "email", by=editor)
    draft.latest_revision.publish()
    decide(correction, "email", by=editor)
    with pytest.raises(deciding.UndecidableError):
        decide(correction, "delay", by=editor)

    assert (Service.objects.get().name_fr, Service.objects.get().delay) == (
        "Brouillon",
        "",
    )


def test_the_screen_shows_both_and_takes_a_part(client, service, editor):
    correction = proposed(service, note="Ils ont déménagé.")
    client.force_login(editor)
    listing = client.get(reverse("wagtailsnippets_services_correction:list"))
    assert "Service d’essai" in listing.content.decode()
    url = reverse("wagtailsnippets_services_correction:edit", args=[correction.pk])
    page = client.get(url).content.decode()
    for words in ("11 €", "Gratuit", "02 765 43 21", "Ils ont déménagé."):
        assert words in page

    answer = client.post(url, {"accepted": ["email"], "method": "mail"})

    assert answer.status_code == 302
    assert Service.objects.get().email == "apres@essai.example"
    assert Correction.objects.get().decided_by == editor
    assert client.get(url).status_code == 200


def test_who_may_not_change_corrections_sees_none(client, service):
    user = get_user_model().objects.create_user("bob", "b@e.example", "x")
    client.force_login(user)
    url = reverse(
        "wagtailsnippets_services_correction:edit", args=[proposed(service).pk]
    )

    assert (
        client.post(url, {"accepted": ["email"], "method": "mail"}).status_code == 302
    )
    assert Correction.objects.get().is_waiting


def test_addresses_and_decisions_are_forgotten_in_time(service, editor):
    waiting = proposed(service, email="moi@lecteur.example")
    decided = decide(proposed(service, note="x"), by=editor)
    for days, left in ((180, 2), (182, 2), (364, 2), (366, 1)):
        forgetting.forget_corrections(now=NOW + timedelta(days=days))
        assert Correction.objects.count() == left
        waiting.refresh_from_db()
        assert bool(waiting.email) == (days < 181)
    assert not Correction.objects.filter(pk=decided.pk).exists()


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(said=st.dictionaries(st.text(max_size=12), st.text(max_size=40), max_size=4))
def test_no_text_breaks_a_proposal_and_unknown_facts_are_left_out(service, said):
    correction = proposing.propose(service, said=said, **READER)

    known = facts.by_key(service, timezone.localdate(NOW))
    if correction:
        assert {one["key"] for one in correction.proposals} <= set(known)
