"""Programs read the public directory as HSDS 3.1 has it, and nothing private of it."""

import json
from datetime import date, timedelta
from pathlib import Path

import jsonschema
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openapi_spec_validator import validate
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from wagtail.models import PageViewRestriction

from portal.core.models import Bassin
from services import verifying
from services.models import (
    Contact,
    CostOption,
    OrganisationIdentifier,
    Phone,
    PrivateNote,
    RequiredDocument,
    Schedule,
    TemporaryClosure,
)
from tests.making import (
    make_commune,
    make_directory,
    make_language,
    make_location,
    make_need,
    make_organisation,
    make_service,
    make_site,
    make_term,
    make_theme,
)

pytestmark = pytest.mark.django_db
API = "/api/hsds/"
NOBODY = "00000000-0000-4000-8000-000000000000"
FOLDER = Path(__file__).parent / "hsds_schemas"
OFFICIAL = {
    path.name: json.loads(path.read_text(encoding="utf-8"))
    for path in FOLDER.rglob("*.json")
}
REGISTRY = Registry().with_resources(
    (name, Resource.from_contents(schema, default_specification=DRAFT202012))
    for name, schema in OFFICIAL.items()
)
SCHEMAS = {
    "services": ("service_list.json", "service.json", "Service"),
    "organizations": ("organization_list.json", "organization.json", "Organization"),
    "service_at_locations": (
        "service_at_location_list.json",
        "service_at_location.json",
        "ServiceAtLocation",
    ),
    "taxonomies": ("taxonomy.json", "taxonomy.json", "Taxonomy"),
    "taxonomy_terms": ("taxonomy_term.json", "taxonomy_term.json", "TaxonomyTerm"),
}


def rich_service(name="Équipe mobile", **facts):
    """A service with all there is to tell, and with what nobody may be told."""
    bassin = Bassin.objects.create(code=f"b-{name[:20]}", name_fr="Sud-Est")
    commune = make_commune("Etterbeek")
    place = make_location(
        commune, city="Etterbeek", latitude="50.836600", longitude="4.388900"
    )
    place.accessibility_fr = "Ascenseur"
    place.postal_code = "1040"
    place.save()
    today = timezone.localdate()
    facts.setdefault("organisation", make_organisation(description_fr="Fait du bien"))
    service = make_service(
        name,
        at=place,
        communes=[commune],
        bassins=[bassin],
        serves_region=True,
        needs=[make_need()],
        service_types=[make_term()],
        modes=[make_term("modes", name="À domicile")],
        themes=[make_theme()],
        languages=[make_language()],
        delay="short",
        delay_as_of=today,
        saturation="high",
        saturation_as_of=today,
        minimum_age=18,
        email="accueil@essai.example",
        url="https://essai.example/",
        **facts,
    )
    phone = Phone.objects.create(service=service, number="02 123 45 67", extension="9")
    phone.languages.add(make_language())
    phone.save()
    Schedule.objects.create(
        service=service,
        location=place,
        byday="MO,TU",
        opens_at="09:00",
        closes_at="17:00",
    )
    CostOption.objects.create(
        service=service, option_fr="Séance", amount=11, as_of=today
    )
    RequiredDocument.objects.create(service=service, document_fr="Carte")
    TemporaryClosure.objects.create(service=service, from_date=today, to_date=today)
    OrganisationIdentifier.objects.get_or_create(
        organisation=service.organisation, scheme="BCE-KBO", identifier=name
    )
    Contact.objects.create(service=service, name="Nadia Secrète", email="n@secret.test")
    PrivateNote.objects.create(service=service, text="Note secrète")
    verifying.verify(service, on=today, method="phone", note="Remarque secrète")
    return service


def asked(client, name="services", **query):
    answer = client.get(API + name, query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def ids(body):
    return [one["id"] for one in body["contents"]]


def official(body, name):
    jsonschema.Draft202012Validator(
        {"$ref": name},
        registry=REGISTRY,
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    ).validate(body)


def ours(body, name, description):
    schema = {
        "$ref": f"#/components/schemas/{name}",
        "components": description["components"],
    }
    jsonschema.Draft202012Validator(schema).validate(body)


def empties(told, path=""):
    """Where something is told that says nothing."""
    if told in (None, "", [], {}):
        yield path
    if isinstance(told, (dict, list)):
        parts = told.items() if isinstance(told, dict) else enumerate(told)
        for name, value in parts:
            yield from empties(value, f"{path}/{name}")


@pytest.fixture
def description(client):
    return asked(client, "openapi.json")


def test_the_description_is_one(description):
    validate(description)


def test_every_answer_is_as_the_standard_and_the_description_say(client, description):
    rich_service()
    make_service("Nu", status="inactive", at=make_location())

    root = asked(client, "")
    assert (root["version"], set(root)) == (
        "3.1",
        {"version", "profile", "openapi_url"},
    )
    for name, (short, whole, schema) in SCHEMAS.items():
        for query in (
            {},
            {"language": "nl"},
            {"full": "true"},
            {"full_service": "true"},
        ):
            if set(query) - parameters(description, name):
                continue
            body = asked(client, name, **query)
            assert body["contents"]
            assert not list(empties(body["contents"]))
            ours(body, f"{schema}Page", description)
            is_whole = bool(set(query) & {"full", "full_service"})
            for one in body["contents"]:
                official(one, whole if is_whole else short)
        one = asked(client, f"{name}/{ids(body)[0]}")
        official(one, whole)
        ours(one, schema, description)
        assert not list(empties(one))


def parameters(description, name):
    refs = description["paths"][f"/{name}"]["get"]["parameters"]
    return {ref["$ref"].rpartition("/")[2] for ref in refs}


def test_each_list_takes_the_parameters_of_the_standard_and_refuses_others(
    client, description
):
    wanted = {
        "services": "search page per_page format taxonomy_term_id taxonomy_id "
        "organization_id modified_after minimal full",
        "organizations": "search full_service full taxonomy_term_id taxonomy_id page "
        "per_page format",
        "service_at_locations": "search taxonomy_term_id taxonomy_id organization_id "
        "modified_after full page per_page format postcode proximity",
        "taxonomies": "search page per_page format",
        "taxonomy_terms": "search page per_page format taxonomy_id top_only parent_id",
    }
    bad = {
        "page": "0",
        "per_page": "101",
        "format": "xml",
        "taxonomy_term_id": "x",
        "modified_after": "hier",
        "full": "peut-être",
        "postcode": "10400",
        "proximity": "-1",
        "parent_id": "\x00",
        "language": "de",
        "naughty": "1",
    }
    for name, words in wanted.items():
        assert parameters(description, name) == {*words.split(), "language"}
        for query in [
            {"proximity": "10"},
            *({key: value} for key, value in bad.items()),
        ]:
            answer = client.get(API + name, query)
            assert answer.status_code == 400, (name, query)
            assert answer["Content-Type"] == "application/problem+json"
            ours(answer.json(), "Problem", description)


def test_nothing_private_and_no_draft_is_told(client):
    rich_service()
    hidden = make_service("Brouillon secret", live=False, at=make_location())
    organisation, at = hidden.organisation, hidden.service_at_locations.get()

    for name in SCHEMAS:
        for more in ("", "?full=true", "?full_service=true", "?format=ndjson"):
            answer = client.get(f"{API}{name}{more}")
            said = b"".join(answer).decode() if answer.streaming else answer.content
            said = said if isinstance(said, str) else said.decode()
            assert "secret" not in said.lower()
            assert "Secrète" not in said
    for name, key in (
        ("services", hidden.uuid),
        ("organizations", organisation.uuid),
        ("service_at_locations", at.uuid),
        ("services", NOBODY),
        ("taxonomies", NOBODY),
        ("taxonomy_terms", NOBODY),
        ("rien", NOBODY),
    ):
        assert client.get(f"{API}{name}/{key}").status_code == 404


def test_filters_are_combined_with_and(client):
    service, other = rich_service(), rich_service("Autre équipe")
    term = service.service_types.get()
    words = {
        word["name"]: word
        for word in asked(client, "taxonomy_terms", per_page=100)["contents"]
    }
    taxonomy = {
        one["name"]: one["id"] for one in asked(client, "taxonomies")["contents"]
    }
    short = next(w for w in words.values() if w["code"] == "short")
    later = (timezone.now() + timedelta(days=1)).isoformat()
    both, one = {str(service.uuid), str(other.uuid)}, {str(service.uuid)}
    for query, found in (
        ({"taxonomy_term_id": term.uuid}, one),
        ({"taxonomy_term_id": service.needs.get().uuid}, one),
        ({"taxonomy_term_id": short["id"]}, both),
        ({"taxonomy_term_id": NOBODY}, set()),
        ({"taxonomy_id": taxonomy["modes"]}, both),
        ({"organization_id": other.organisation.uuid}, {str(other.uuid)}),
        ({"search": "autre"}, {str(other.uuid)}),
        ({"search": "autre chose"}, set()),
        ({"search": "equipe", "taxonomy_term_id": term.uuid}, one),
        ({"modified_after": service.created_at.isoformat()}, both),
        ({"modified_after": later}, set()),
        (
            {"taxonomy_term_id": term.uuid, "organization_id": other.organisation.uuid},
            set(),
        ),
    ):
        assert set(ids(asked(client, **query))) == found, query


def test_a_search_finds_what_it_finds_on_the_page_of_the_directory(client):
    team = make_term(name="Équipe mobile")
    type(team).objects.filter(pk=team.pk).update(synonyms_fr="équipe 107")
    mobile = make_service("Crise", service_types=[team])
    house = make_organisation("Maison Œuvre", description_fr="Fait du bien")
    line = make_service("Télé-Écoute", status="inactive", organisation=house)
    Phone.objects.create(service=line, number="107")
    both, one, other = {mobile, line}, {mobile}, {line}

    for text, found in {
        "107": both,
        "EQUIPE crise": one,
        "tele ecoute": other,
        "oeuvre": other,
        "ecoute crise": set(),
        "« … »": both,
    }.items():
        expected = {str(service.uuid) for service in found}
        assert set(ids(asked(client, search=text))) == expected, text
    found = asked(client, "organizations", search="bien oeuvre")
    assert ids(found) == [str(house.uuid)]


def test_anything_may_be_asked_and_has_an_answer(client, description):
    make_service("L’« essai »", at=make_location())
    odd = ["'", '"', "\\", "\x00", "%", "_", "é" * 201, "🙂", "9" * 40, "-1", "1e9", ""]
    for name in SCHEMAS:
        for parameter in sorted(parameters(description, name)):
            for value in odd:
                answer = client.get(API + name, {parameter: value})
                assert answer.status_code in (200, 400), (name, parameter, value)
            twice = client.get(API + name, {parameter: ["true", "true"]})
            assert twice.status_code == 400, (name, parameter)
    assert asked(client, page="1000000")["empty"]


def test_what_only_some_may_read_is_told_to_no_program(client):
    door = make_directory(make_site())
    service = rich_service("Service réservé")
    at = service.service_at_locations.get()
    addresses = [
        *(f"{API}{name}" for name in ("", "openapi.json", *SCHEMAS)),
        f"{API}services?format=ndjson",
        f"{API}services/{service.uuid}",
        f"{API}organizations/{service.organisation.uuid}?full_service=true",
        f"{API}service_at_locations/{at.uuid}",
        "/api/directory/services.csv",
        "/api/directory/datapackage.json",
    ]
    for address in addresses:
        assert client.get(address).status_code == 200, address

    PageViewRestriction.objects.create(page=door, restriction_type="login")

    for address in addresses:
        assert client.get(address).status_code == 404, address


def test_the_area_served_answers_for_a_postcode_and_distance_for_what_is_near(client):
    near = rich_service()
    near.communes.get()
    far = make_service(
        "Loin",
        serves_region=True,
        at=make_location(postal_code="1080", latitude="50.9", longitude="4.2"),
    )
    make_commune("Etterbeek", slug="etterbeek").delete()
    commune = near.communes.get()
    commune.postcode = "1040"
    commune.save()
    here = ids(asked(client, "service_at_locations", postcode="1040"))

    near_at = str(near.service_at_locations.get().uuid)
    assert here == [near_at, str(far.service_at_locations.get().uuid)]
    query = {"postcode": "1040", "proximity": "500"}
    assert ids(asked(client, "service_at_locations", **query)) == [near_at]
    assert ids(asked(client, "service_at_locations", postcode="9999")) == []


def test_pages_hold_everything_once_and_say_where_one_is(client):
    services = [str(make_service(f"Service {rank}").uuid) for rank in range(5)]
    pages = [asked(client, page=number, per_page=2) for number in (1, 2, 3, 4)]

    assert [one for page in pages for one in ids(page)] == services
    said = [
        (page["page_number"], page["size"], page["first_page"], page["last_page"])
        for page in pages
    ]
    assert said == [
        (1, 2, True, False),
        (2, 2, False, False),
        (3, 1, False, True),
        (4, 0, False, True),
    ]
    assert [page["empty"] for page in pages] == [False, False, False, True]
    assert {(page["total_items"], page["total_pages"]) for page in pages} == {(5, 3)}
    minimal = asked(client, minimal="true", per_page=2)
    assert ids(minimal) == services
    assert minimal["contents"][0]["modified_date"]
    lines = b"".join(client.get(f"{API}services?format=ndjson")).splitlines()
    assert [json.loads(line)["id"] for line in lines] == services


def test_a_change_of_any_kind_dates_the_service_anew(client):
    service = make_service()
    as_of = timezone.now().isoformat()
    assert ids(asked(client, modified_after=as_of)) == []

    verifying.verify(service, on=date(2026, 11, 1), method="phone")

    assert ids(asked(client, modified_after=as_of)) == [str(service.uuid)]


def test_who_has_it_already_costs_one_query_until_the_directory_changes(client):
    service = make_service()
    etag = client.get(f"{API}services")["ETag"]
    with CaptureQueriesContext(connection) as queries:
        again = client.get(f"{API}services", headers={"if-none-match": etag})
    assert (again.status_code, len(queries)) == (304, 1)

    Phone.objects.create(service=service, number="112")

    anew = client.get(f"{API}services", headers={"if-none-match": etag})
    assert (anew.status_code, anew["Access-Control-Allow-Origin"]) == (200, "*")
    assert client.post(f"{API}services").status_code == 405
    assert client.options(f"{API}services").status_code == 204


@pytest.mark.parametrize(
    "address",
    [
        "services?per_page=100",
        "services?full=true",
        "organizations?full_service=true",
        "service_at_locations?full=true",
    ],
)
def test_many_cost_the_queries_of_one(client, address):
    def cost(number):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{API}{address}").json()["size"] == number
        return len(queries)

    rich_service()
    one = cost(1)
    for rank in range(3):
        rich_service(f"Service {rank}")

    assert cost(4) == one


def test_it_is_found_from_every_page_and_from_the_page_about_reuse(client):
    make_site()

    assert f'href="{API}"' in client.get("/fr/reutiliser/").content.decode()
    assert f'href="{API}"' in client.get("/fr/").content.decode().split("</head>")[0]
