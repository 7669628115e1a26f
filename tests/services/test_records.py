"""What the directory may hold, and what a reader may be told of it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from portal.core import edition
from portal.core.models import Bassin
from services import freshness, verifying
from services.freshness import Freshness
from services.models import (
    CostOption,
    Phone,
    Schedule,
    Service,
    ServiceIdentifier,
    TemporaryClosure,
)
from tests.making import (
    make_commune,
    make_location,
    make_need,
    make_organisation,
    make_service,
    make_term,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


def names(services):
    return {service.name_fr for service in services}


def test_the_area_served_answers_for_a_commune_and_the_address_never_does():
    bassin = Bassin.objects.create(code="sud-est", name_fr="Sud-Est")
    here, there = make_commune("Etterbeek"), make_commune("Forest")
    here.bassin = bassin
    here.save()
    for service, facts in {
        "commune": {"communes": [here]},
        "bassin": {"bassins": [bassin]},
        "région": {"serves_region": True},
        "pays": {"serves_country": True},
        "ailleurs": {"communes": [there], "at": make_location(here)},
        "sans zone": {"at": make_location(here, street="rue Deux 2")},
    }.items():
        make_service(service, **facts)

    found = names(Service.objects.serving(here))

    assert found == {"commune", "bassin", "région", "pays"}
    assert found == {
        service.name_fr for service in Service.objects.all() if service.serves(here)
    }
    assert names(Service.objects.serving(there)) == {"région", "pays", "ailleurs"}


def test_a_commune_of_no_bassin_is_not_in_every_service_of_no_bassin():
    shared = make_commune("Bruxelles")
    make_service("sans bassin", communes=[make_commune("Forest")])

    assert not Service.objects.serving(shared).exists()


def test_old_entries_are_listed_after_the_others_and_closed_ones_are_not():
    long_ago = freshness.oldest_reliable(TODAY) - timedelta(days=1)
    make_service("A vieux", assured_date=long_ago)
    make_service("B jamais")
    make_service("C sûr", assured_date=freshness.oldest_reliable(TODAY))
    make_service("D fermé", status="defunct")
    make_service("E brouillon", live=False)

    listed = Service.objects.listed().in_reader_order(TODAY)

    assert [service.name_fr for service in listed] == ["C sûr", "A vieux", "B jamais"]


def test_one_that_is_closed_for_a_while_is_listed_last_for_as_long_as_it_is():
    away = make_service("A parti", assured_date=TODAY)
    make_service("B vieux", assured_date=TODAY - timedelta(days=500))
    make_service("C pause", assured_date=TODAY, status="temporarily closed")
    last = TODAY + timedelta(days=3)
    TemporaryClosure.objects.create(service=away, from_date=TODAY, to_date=last)

    def order(day):
        listed = Service.objects.listed().in_reader_order(day)
        return "".join(service.name_fr[0] for service in listed)

    day = timedelta(days=1)
    days = (TODAY - day, TODAY, last, last + day)
    assert [order(day) for day in days] == ["ABC", "BAC", "BAC", "ABC"]


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (0, Freshness.FRESH),
        (183, Freshness.FRESH),
        (184, Freshness.TO_CONFIRM),
        (365, Freshness.TO_CONFIRM),
        (366, Freshness.STALE),
    ],
)
def test_an_entry_is_as_sure_as_its_last_confirmation(days, state):
    assert freshness.of(TODAY - timedelta(days=days), TODAY) == state
    assert freshness.of(None, TODAY) == Freshness.NEVER


def test_a_room_may_have_thresholds_of_its_own(settings):
    settings.SERVICES_FRESHNESS = {"delay": (1, 2)}
    yesterday = TODAY - timedelta(days=1)

    assert freshness.of(yesterday, TODAY, family=freshness.Family.DELAY) == "fresh"
    assert freshness.of(yesterday, TODAY + timedelta(days=2), family="delay") == "stale"


def test_a_delay_without_a_day_is_kept_and_not_shown():
    service = make_service(delay="short")
    assert service.shown_delay(TODAY) is None

    service.delay_as_of = TODAY - timedelta(days=3)
    assert service.shown_delay(TODAY).code == "short"
    assert service.shown_delay(TODAY).freshness == Freshness.FRESH

    service.delay_ask_again_on = TODAY
    assert service.shown_delay(TODAY).freshness == Freshness.TO_CONFIRM


def test_a_service_says_itself_when_to_ask_its_delay_again():
    make_service("demain", delay="long", delay_ask_again_on=TODAY + timedelta(days=1))
    make_service("ce jour", saturation="high", saturation_ask_again_on=TODAY)

    assert names(Service.objects.to_ask_again(TODAY)) == {"ce jour"}


def test_a_closure_is_announced_fifteen_days_before_shown_and_gone_the_day_after():
    closure = TemporaryClosure(
        from_date=TODAY + timedelta(days=15), to_date=TODAY + timedelta(days=20)
    )

    def told(day):
        return closure.is_announced(day), closure.is_on(day)

    assert told(TODAY - timedelta(days=1)) == (False, False)
    assert told(TODAY) == (True, False)
    assert told(closure.from_date) == (False, True)
    assert told(closure.to_date) == (False, True)
    assert told(closure.to_date + timedelta(days=1)) == (False, False)


def test_who_takes_over_is_followed_to_the_end_and_never_in_circles():
    last = make_service("dernier")
    middle = make_service("deuxième", status="defunct", successor=last)
    first = make_service("premier", status="inactive", successor=middle)

    assert first.succession() == [middle, last]
    assert first.final_successor == last

    last.status, last.successor = "defunct", first
    with pytest.raises(ValidationError) as refused:
        last.full_clean()
    assert "successor" in refused.value.message_dict
    # As two drafts published one after the other might leave it.
    Service.objects.filter(pk=last.pk).update(status="defunct", successor=first)
    assert Service.objects.get(pk=first.pk).succession() == [middle, last]


def break_rule(model, **facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(**facts)


def test_the_database_itself_refuses_what_no_entry_may_say():
    service = make_service()
    organisation = service.organisation
    ServiceIdentifier.objects.create(service=service, scheme="x", identifier="1")
    closed = {"name_fr": "x", "organisation": organisation}
    break_rule(Service, **closed, delay_as_of=TODAY)
    break_rule(
        Service,
        **closed,
        delay="long",
        delay_as_of=TODAY,
        delay_ask_again_on=TODAY - timedelta(days=1),
    )
    break_rule(Service, **closed, minimum_age=18, maximum_age=12)
    break_rule(Service, **closed, status="active", successor=service)
    break_rule(ServiceIdentifier, service=service, scheme="x", identifier="1")
    break_rule(CostOption, service=service, option_fr="x", amount=-1, as_of=TODAY)
    break_rule(Phone, service=service, number="")
    break_rule(
        TemporaryClosure,
        service=service,
        from_date=TODAY,
        to_date=TODAY - timedelta(days=1),
    )
    break_rule(Schedule, service=service, byday="MO", opens_at="09:00")


def test_a_check_that_was_answered_dates_the_entry_and_an_older_one_does_not():
    service = make_service()
    later, earlier = TODAY, TODAY - timedelta(days=40)
    verifying.verify(service, on=later, method="phone")
    verifying.verify(service, on=earlier, method="visit", outcome="corrected")
    verifying.verify(
        service, on=TODAY + timedelta(days=1), method="mail", outcome="no_answer"
    )

    stored = Service.objects.get(pk=service.pk)
    assert (stored.assured_date, stored.assured_by) == (later, "phone")
    assert stored.verifications.count() == 3


def test_a_check_of_some_facts_vouches_for_those_alone():
    service = make_service(assured_date=date(2026, 1, 1))
    verifying.verify(service, on=TODAY, method="own", families=["cost"])

    assert Service.objects.get(pk=service.pk).assured_date == date(2026, 1, 1)
    assert verifying.assured(service, freshness.Family.COST) == TODAY
    assert verifying.assured(service, freshness.Family.HOURS) == date(2026, 1, 1)
    with pytest.raises(ValidationError):
        verifying.verify(service, on=TODAY, method="own", families=["humour"])


def test_a_draft_is_not_public_and_does_not_undo_a_check_made_meanwhile():
    mode = make_term("modes", name="À domicile")
    service = make_service("public", needs=[make_need()])
    draft = Service.objects.get(pk=service.pk)
    draft.name_fr, draft.modes = "brouillon", [mode]
    draft.phones.add(Phone(number="02 123 45 67"))
    draft.save_revision()

    public = Service.objects.get(pk=service.pk)
    assert public.name_fr == "public"
    assert not public.modes.exists()
    assert not public.phones.exists()

    verifying.verify(public, on=TODAY, method="phone")
    Service.objects.get(pk=service.pk).latest_revision.publish()

    public = Service.objects.get(pk=service.pk)
    assert (public.name_fr, public.assured_date) == ("brouillon", TODAY)
    assert list(public.modes.all()) == [mode]
    assert public.phones.get().digits == "3221234567"
    assert public.needs.count() == 1


def test_each_public_change_makes_a_new_edition():
    service = make_service()
    for change in (
        lambda: Phone.objects.create(service=service, number="112"),
        lambda: verifying.verify(service, on=TODAY, method="phone"),
        lambda: Service.objects.get(pk=service.pk).save(),
        lambda: service.organisation.save(),
    ):
        before = edition.current().number
        change()
        assert edition.current().number > before


def test_services_of_one_name_have_each_their_address():
    organisation = make_organisation()
    slugs = {make_service("Écoute", organisation=organisation).slug for _ in range(3)}

    assert slugs == {"ecoute", "ecoute-2", "ecoute-3"}


def fill(number):
    commune = make_commune()
    for rank in range(number):
        service = make_service(
            f"Service {rank}",
            communes=[commune],
            needs=[make_need()],
            service_types=[make_term()],
            at=make_location(commune, street=f"rue {rank}"),
        )
        Phone.objects.create(service=service, number=f"02 000 00 {rank:02}")


def test_everything_of_many_costs_the_queries_of_one(django_assert_num_queries):
    fill(4)

    def read(services):
        for service in services.with_everything():
            assert service.organisation.name
            assert [str(phone) for phone in service.phones.all()]
            assert [list(phone.languages.all()) for phone in service.phones.all()]
            assert [str(term) for term in service.service_types.all()]
            assert [at.location.town for at in service.service_at_locations.all()]
            assert service.closure(TODAY) is None

    first = Service.objects.first()
    with CaptureQueriesContext(connection) as one:
        read(Service.objects.filter(pk=first.pk))
    with django_assert_num_queries(len(one)):
        read(Service.objects.all())
