"""The file the demonstration comes from, sent in as anybody would."""

import pytest
from django.core.management import call_command

from home.content.reading import HERE
from services.models import Service

pytestmark = pytest.mark.django_db

FILE = HERE / "data" / "demo_services.json"


def test_the_file_comes_in_through_the_command_too(starter, capsys):
    call_command("import_services", FILE)
    assert Service.objects.count() == 61
    capsys.readouterr()

    call_command("import_services", FILE, "--dry-run")
    unchanged, _dry_run = capsys.readouterr().out.splitlines()
    assert unchanged.startswith("61 ")
