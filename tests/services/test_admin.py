"""The team's screens of the directory."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import querydict_from_html

from home.content.roles import COMMUNICATION, DRAFTING
from services import duplicates, forgetting, freshness, statuses
from services.models import Contact, PendingImport, PrivateNote, Service
from services.models.phone import Phone
from tests.making import make_commune, make_location, make_service, make_term
from tests.services.importing.files import as_csv, line

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
LIST = "/admin/snippets/services/service/"


@pytest.fixture
def editor(client, starter, django_user_model):
    """Signs in whoever has the role ``name``."""

    def sign_in(name):
        user = django_user_model.objects.create_user(name, f"{name}@essai.example")
        user.groups.add(Group.objects.get(name=name))
        client.force_login(user)
        return user

    return sign_in


def form_of(client, url):
    return querydict_from_html(
        client.get(url).content.decode(), form_id="w-editor-form"
    )


@pytest.mark.parametrize(
    ("name", "phone", "street", "count"),
    [
        ("Lieu de liens – L’Escale", "02 111 11 11", "rue Autre 9", 1),
        ("escale (lieu de liens)", "", "rue Autre 9", 1),
        ("Tout autre chose", "+32 2 000.00.01", "rue Autre 9", 1),
        ("Tout autre chose", "02 111 11 11", "Rue de l'Essai, 1", 1),
        ("Tout autre chose", "02 111 11 11", "rue Autre 9", 0),
        ("Tout autre chose", "112", "rue Autre 9", 0),
    ],
)
def test_a_name_a_number_or_an_address_may_give_a_double_away(
    name, phone, street, count
):
    commune = make_commune()
    there = make_service(
        "L’Escale, lieu de liens", at=make_location(commune, street="rue de l’Essai 1")
    )
    Phone.objects.create(service=there, number="02 000 00 01")
    Phone.objects.create(service=there, number="112")
    here = make_location(commune, street=street)

    def found(besides=None):
        return duplicates.like(
            name=name, numbers=[phone], locations=[here], besides=besides
        )

    assert [one.service for one in found()] == [there] * count
    assert not found(besides=there.pk)


def test_a_look_alike_is_shown_before_a_new_entry_is_saved_and_refuses_nothing(
    editor, client
):
    editor(COMMUNICATION)
    there = make_service("Écoute du soir")
    answers = form_of(client, f"{LIST}add/")
    answers["name_fr"] = "Écoute du soir"
    answers["organisation"] = there.organisation.pk
    answers["action-publish"] = "1"

    warned = client.post(f"{LIST}add/", answers)
    assert reverse("wagtailsnippets_services_service:edit", args=[there.pk]) in (
        warned.content.decode()
    )
    assert Service.objects.count() == 1

    again = querydict_from_html(warned.content.decode(), form_id="w-editor-form")
    again["action-publish"] = "1"
    client.post(f"{LIST}add/", again)
    new = Service.objects.exclude(pk=there.pk).get()
    assert (new.name_fr, new.slug, new.live) == (
        "Écoute du soir",
        "ecoute-du-soir-2",
        True,
    )


def test_who_drafts_may_change_an_entry_and_not_publish_it(editor, client):
    editor(DRAFTING)
    service = make_service("Avant")
    edit = f"{LIST}edit/{service.pk}/"
    answers = form_of(client, edit)
    answers["name_fr"] = "Après"
    answers["action-publish"] = "1"

    client.post(edit, answers)

    service = Service.objects.get()
    assert service.name_fr == "Avant"
    assert service.get_latest_revision_as_object().name_fr == "Après"
    assert client.get(reverse("services_import")).status_code in (302, 403)


def test_contacts_and_notes_are_seen_by_those_who_may_and_by_no_draft(editor, client):
    service = make_service()
    Contact.objects.create(
        service=service, name="Camille Secret", email="c@essai.example"
    )
    PrivateNote.objects.create(service=service, text="Note à part")
    private = f"{LIST}{service.pk}/private/"

    user = editor(DRAFTING)
    shown = client.get(f"{LIST}edit/{service.pk}/").content.decode()
    assert "Secret" not in shown
    assert "Note à part" not in shown
    assert client.get(private).status_code in (302, 403)
    assert client.post(private, {}).status_code in (302, 403)
    assert "Secret" not in str(service.save_revision().content)

    user.user_permissions.add(Permission.objects.get(codename="view_private_part"))
    shown = client.get(f"{LIST}edit/{service.pk}/").content.decode()
    assert "Camille Secret" in shown
    data = {
        "text": "Autre note",
        "contacts-TOTAL_FORMS": "1",
        "contacts-INITIAL_FORMS": "0",
        "contacts-0-name": "Alix",
        "contacts-0-language": "nl",
        "contacts-0-confirms": "on",
    }
    # Nobody can be asked to confirm without an address.
    assert client.post(private, data).status_code == 200
    client.post(private, {**data, "contacts-0-email": "alix@essai.example"})
    assert service.contacts.get(name="Alix").confirms
    assert PrivateNote.objects.get().text == "Autre note"


def test_a_verification_is_two_clicks_and_is_never_of_tomorrow(editor, client):
    user = editor(DRAFTING)
    service = make_service()
    verify = f"{LIST}{service.pk}/verify/"
    today = timezone.localdate()
    shown = client.get(f"{LIST}edit/{service.pk}/").content.decode()
    assert f'action="{verify}"' in shown

    click = {"method": "phone", "on": today.isoformat(), "outcome": "confirmed"}
    client.post(verify, click)
    (check,) = service.verifications.all()
    assert (check.on, check.method, check.by) == (today, "phone", user)
    assert Service.objects.get().assured_date == today

    tomorrow = {**click, "on": (today + timedelta(days=1)).isoformat()}
    assert client.post(verify, tomorrow).status_code == 200
    client.post(verify, {**click, "families": ["cost"], "note": "tarif revu"})
    assert sorted(service.verifications.values_list("families", flat=True)) == [
        [],
        ["cost"],
    ]


def test_many_entries_are_verified_or_closed_at_once(editor, client):
    editor(COMMUNICATION)
    services = [make_service(name) for name in ("Un", "Deux", "Trois")]
    waiting = Service.objects.get(pk=services[2].pk)
    waiting.save_revision()
    chosen = "&".join(f"id={service.pk}" for service in services)
    bulk = "/admin/bulk/services/service/{}/?" + chosen

    assert client.get(bulk.format("verified")).status_code == 200
    client.post(bulk.format("verified"), {"method": "visit"})
    assert set(Service.objects.values_list("assured_by", flat=True)) == {"visit"}

    client.post(bulk.format("status"), {"status": "defunct"})
    # A draft that waits would undo it, and is left.
    assert list(Service.objects.order_by("pk").values_list("status", flat=True)) == [
        "defunct",
        "defunct",
        "active",
    ]
    assert client.post(bulk.format("status"), {"status": "x"}).status_code == 200


def test_a_service_that_was_taken_over_is_not_active_again_by_a_list():
    gone = make_service("Ancien", status="defunct", successor=make_service("Nouveau"))

    done, left = statuses.set_status([gone], "active")

    assert (done, left) == (0, [gone])
    assert Service.objects.get(pk=gone.pk).status == "defunct"


def test_entries_are_found_by_how_fresh_they_are_as_they_are_labelled():
    limits = freshness.thresholds()
    days = [
        0,
        limits.advised,
        limits.advised + 1,
        limits.mandatory,
        limits.mandatory + 1,
    ]
    for age in days:
        make_service(str(age), assured_date=TODAY - timedelta(days=age))
    make_service("jamais")

    for state in freshness.Freshness:
        found = Service.objects.in_freshness(state, TODAY)
        labelled = [
            one for one in Service.objects.all() if one.freshness(TODAY) == state
        ]
        assert list(found) == labelled
        assert labelled


def test_the_list_is_narrowed_by_each_of_its_filters(editor, client):
    editor(DRAFTING)
    commune = make_commune()
    service = make_service("Trouvé", communes=[commune], is_fictional=True)
    Phone.objects.create(service=service, number="02 000 00 01")
    make_service("Éloigné", status="defunct", assured_date=timezone.localdate())
    for query in (
        "status=active",
        "freshness=never",
        f"commune={commune.pk}",
        "is_fictional=True",
        "q=trouv",
        "q=000+00+01",
    ):
        shown = client.get(f"{LIST}?{query}").content.decode()
        assert "Trouvé" in shown, query
        assert "Éloigné" not in shown, query
    for query in (
        "published=live",
        "published=draft",
        "need=x",
        "service_type=99999999999",
    ):
        assert client.get(f"{LIST}?{query}").status_code == 200


def send(client, data):
    sent = {"file": SimpleUploadedFile("services.csv", data)}
    return client.post(reverse("services_import"), sent)


def test_a_file_is_reported_on_before_it_is_stored(editor, client):
    editor(COMMUNICATION)
    report = send(client, as_csv(line(name_fr="Nouveau <b>"))).url

    shown = client.get(report).content.decode()
    assert "Nouveau &lt;b&gt;" in shown
    assert not Service.objects.exists()

    client.post(report)
    assert Service.objects.get().name_fr == "Nouveau <b>"
    assert not PendingImport.objects.exists()
    client.post(report)
    assert Service.objects.count() == 1


def test_a_file_that_is_refused_says_why_and_stores_nothing(editor, client):
    editor(COMMUNICATION)
    assert send(client, b"couleur\r\nrouge\r\n").status_code == 200
    report = send(client, as_csv(line(), line(name_fr="Mauvais", status="ouvert"))).url

    assert "ouvert" in client.get(report).content.decode()
    assert "ouvert" in client.post(report).content.decode()
    assert not Service.objects.exists()

    editor(DRAFTING)
    assert client.post(report).status_code in (302, 403)
    assert not Service.objects.exists()


def test_a_file_that_nobody_confirmed_is_forgotten_the_next_day(django_user_model):
    user = django_user_model.objects.create_user("x")
    now = timezone.now()
    for age in (timedelta(hours=23), timedelta(days=1)):
        PendingImport.objects.create(name="f", data=b"", by=user, sent_at=now - age)

    assert forgetting.forget_pending_imports(now=now) == 1
    assert PendingImport.objects.count() == 1


def test_what_services_refer_to_is_not_deleted_under_them(client, admin_user):
    client.force_login(admin_user)
    commune, term = make_commune(), make_term()
    service = make_service(at=make_location(commune), service_types=[term])
    for record in (commune, term, service.organisation):
        name = f"wagtailsnippets_{record._meta.label_lower.replace('.', '_')}:delete"
        assert client.post(reverse(name, args=[record.pk])).status_code == 302
        record.refresh_from_db()

    client.post(reverse("wagtailsnippets_services_service:delete", args=[service.pk]))
    assert not Service.objects.exists()


def test_nobody_adds_a_correction_by_hand(client, starter, admin_user):
    client.force_login(admin_user)

    assert client.get("/admin/snippets/services/correction/").status_code == 200
    assert client.get("/admin/snippets/services/correction/add/").status_code == 302
