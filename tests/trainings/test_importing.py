"""The catalogue as a file: what is taken out comes back, and all or nothing goes in."""

import csv
import io
from io import StringIO

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from services.importing.csv_file import UnreadableFileError
from tests.making import make_organisation, make_theme
from tests.trainings.stories import make_need, make_training
from trainings.importing import plan, table, writing
from trainings.models import Training

pytestmark = pytest.mark.django_db


def as_file(*rows):
    """A CSV whose first line holds the columns of the first row."""
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def written(data):
    return writing.write(plan.of(data))


@pytest.fixture
def catalogue():
    """Trainings with all that a file may say, formulas and line breaks included."""
    need, theme = make_need("Exil"), make_theme(code="exil")
    make_training("Une", amount="45.50", partner=make_organisation("PsyBru"))
    make_training(
        "=2+2 ; « deux »",
        needs=[need],
        themes=[theme],
        kind="intervision",
        partner_name="Un partenaire",
        description_fr="Première ligne\nseconde",
        is_free=True,
        is_on_demand=True,
        is_public=False,
        url="https://partenaire.example/?a=1&b=2",
    )


def rows():
    found = Training.objects.order_by("uuid")
    columns = [field.attname for field in Training._meta.concrete_fields]
    return list(found.values_list(*(set(columns) - {"id", "created_at", "updated_at"})))


def test_what_is_taken_out_changes_nothing_when_it_comes_back(catalogue):
    planned = plan.of(table.as_csv())

    assert len(planned.unchanged) == 2
    assert not planned.does_something
    assert planned.is_sound


def test_what_is_taken_out_makes_the_same_catalogue_elsewhere(catalogue):
    data, before = table.as_csv(), rows()
    slugs = Training.objects.order_by("uuid").values_list("slug", flat=True)
    Training.objects.all().delete()

    assert written(data) == 2
    assert len(rows()) == len(before)
    assert table.as_csv() == data
    assert all(slugs)


def test_a_line_changes_what_it_says_and_nothing_else(catalogue):
    training = Training.objects.get(title_fr="Une")

    written(as_file({"title_fr": "Une", "url": "https://x.example/", "needs": "exil"}))

    training.refresh_from_db()
    assert training.url == "https://x.example/"
    assert str(training.amount) == "45.50"
    assert [need.slug for need in training.needs.all()] == ["exil"]


def test_an_empty_cell_empties_what_it_stands_for(catalogue):
    written(as_file({"title_fr": "Une", "amount": "", "partner": ""}))

    training = Training.objects.get(title_fr="Une")
    assert (training.amount, training.partner) == (None, None)


BAD_LINES = [
    {"title_fr": "", "kind": "formation"},
    {"title_fr": "A", "kind": "danse"},
    {"title_fr": "A", "amount": "beaucoup"},
    {"title_fr": "A", "amount": "NaN"},
    {"title_fr": "A", "amount": "-1"},
    {"title_fr": "A", "amount": "12", "is_free": "1"},
    {"title_fr": "A", "is_free": "peut-être"},
    {"title_fr": "A", "needs": "inconnu"},
    {"title_fr": "A", "url": "javascript:alert(1)"},
    {"title_fr": "A" * 300},
]


@pytest.mark.parametrize("line", BAD_LINES, ids=str)
def test_one_line_that_cannot_be_taken_and_nothing_is_stored(catalogue, line):
    before = rows()
    planned = plan.of(as_file({"title_fr": "Bonne", **dict.fromkeys(line, "")}, line))

    assert [refusal.line for refusal in planned.refusals] == [3]
    with pytest.raises(writing.RefusedFileError):
        writing.write(planned)
    assert rows() == before


def test_the_same_training_twice_is_refused(catalogue):
    planned = plan.of(as_file({"title_fr": "Neuve"}, {"title_fr": "Neuve"}))

    assert [refusal.line for refusal in planned.refusals] == [3]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01\x02",
        b"%PDF-1.7 \x00",
        b"a,b\n1,2\n",
        b"title_fr,title_fr\nA,B\n",
        b'title_fr\n"jamais ferme',
        b"title_fr\n" + b"x" * plan.LARGEST,
    ],
)
def test_what_is_no_such_file_is_refused_whole(data):
    with pytest.raises(UnreadableFileError):
        plan.of(data)


def test_the_command_says_first_and_stores_then(catalogue, tmp_path):
    path = tmp_path / "formations.csv"
    path.write_bytes(as_file({"title_fr": "Neuve"}, {"title_fr": "Autre"}))
    out = StringIO()

    call_command("import_trainings", path, dry_run=True, stdout=out)
    assert Training.objects.count() == 2
    call_command("import_trainings", path, stdout=out)

    assert "+ Neuve" in out.getvalue()
    assert Training.objects.count() == 4
    path.write_bytes(b"rien")
    with pytest.raises(CommandError):
        call_command("import_trainings", path)


def test_the_screen_shows_what_changes_before_it_stores(admin_client, catalogue):
    url = reverse("trainings_import")
    file = SimpleUploadedFile("f.csv", as_file({"title_fr": "Neuve"}))

    shown = admin_client.post(url, {"file": file})
    assert "Neuve" in shown.content.decode()
    assert Training.objects.count() == 2
    kept = shown.context["form"].cleaned_data["kept"]
    done = admin_client.post(url, {"kept": kept})

    assert done.status_code == 302
    assert Training.objects.filter(title_fr="Neuve").exists()


def test_the_screen_answers_a_hostile_file(admin_client):
    for data in (b"\x00", b"title_fr\n=cmd|' /C calc'!A0,", b"\xff" * 1000):
        file = SimpleUploadedFile("f.csv", data)
        assert (
            admin_client.post(reverse("trainings_import"), {"file": file}).status_code
            == 200
        )


def test_who_may_not_publish_neither_imports_nor_exports(client, django_user_model):
    user = django_user_model.objects.create_user("luc")
    names = ("access_admin", "add_training", "change_training")
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(user)

    for name in ("trainings_import", "trainings_export"):
        assert client.get(reverse(name)).status_code in {302, 403}
