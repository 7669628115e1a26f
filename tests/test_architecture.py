"""The house keeps its plan: who may import whom, and that nothing stands unused."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.template.loader import get_template
from django.utils import translation
from wagtail.models import Page

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "templates"

# A room may import the rooms named here, and nothing else of ours.
MAY_IMPORT = {
    "portal.core": set(),
    "services": {"portal.core"},
    "search": {"portal.core"},
    "events": {"portal.core", "services"},
    "trainings": {"portal.core", "services", "events"},
    "home": {"portal.core", "services", "events", "trainings"},
}
WIRING = ("portal.settings", "portal.urls", "portal.wsgi")
SAY_NOTHING = {"utils", "helpers", "common", "misc"}
# Django finds these by their names when something went wrong.
FOUND_BY_NAME = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}


def sources(room):
    return sorted((ROOT / room.replace(".", "/")).rglob("*.py"))


def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imported_modules(path):
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(module):
    return next(
        (room for room in MAY_IMPORT if f"{module}.".startswith(f"{room}.")), None
    )


def page_types():
    ours = {room.split(".")[-1] for room in MAY_IMPORT}
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Page) and model._meta.app_label in ours
    ]


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_rooms_import_downwards_only(room):
    allowed = MAY_IMPORT[room] | {room}
    strays = {
        f"{path.relative_to(ROOT)} imports {module}"
        for path in sources(room)
        for module in imported_modules(path)
        if (owner := room_of(module)) and owner not in allowed
    }
    assert not strays


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_nobody_imports_the_wiring(room):
    strays = {
        f"{path.relative_to(ROOT)} imports {module}"
        for path in sources(room)
        for module in imported_modules(path)
        if module.startswith(WIRING)
    }
    assert not strays


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_foreign_keys_of_migrations_point_downwards_only(room):
    labels = {allowed.split(".")[-1]: allowed for allowed in MAY_IMPORT}
    allowed = MAY_IMPORT[room] | {room}
    strays = {
        f"{path.relative_to(ROOT)} points to {label}.{model}"
        for path in sources(room)
        if "migrations" in path.parts
        for label, model in re.findall(r"to='(\w+)\.(\w+)'", path.read_text())
        if label in labels and labels[label] not in allowed
    }
    assert not strays


def test_no_module_has_a_name_that_says_nothing():
    strays = [
        path
        for room in [*MAY_IMPORT, "portal"]
        for path in sources(room)
        if path.stem in SAY_NOTHING or path.parent.name in SAY_NOTHING
    ]
    assert not strays


def reads_request_data(node):
    return (
        isinstance(node, ast.Attribute)
        and node.attr in {"GET", "POST", "body", "FILES"}
        and isinstance(node.value, (ast.Name, ast.Attribute))
        and getattr(node.value, "id", getattr(node.value, "attr", "")) == "request"
    )


def given_to_a_call(tree):
    """The request data that a call takes whole, as a form does."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        values = [*call.args, *(keyword.value for keyword in call.keywords)]
        for value in values:
            # ``request.GET or None`` is given whole too.
            yield from value.values if isinstance(value, ast.BoolOp) else [value]


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_request_data_is_only_handed_whole_to_a_form(room):
    strays = set()
    for path in sources(room):
        tree = tree_of(path)
        whole = {id(node) for node in given_to_a_call(tree)}
        strays |= {
            f"{path.relative_to(ROOT)}:{node.lineno}"
            for node in ast.walk(tree)
            if reads_request_data(node) and id(node) not in whole
        }
    assert not strays


def template_names_in(text):
    return set(re.findall(r"[\"']([\w/.-]+\.(?:html|txt|svg))[\"']", text))


def test_every_template_is_used():
    used = set(FOUND_BY_NAME)
    for path in TEMPLATES.rglob("*.html"):
        used |= template_names_in(path.read_text(encoding="utf-8"))
    for room in [*MAY_IMPORT, "portal"]:
        for path in sources(room):
            used |= template_names_in(path.read_text(encoding="utf-8"))
    used |= {model.template for model in page_types()}
    present = {str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html")}
    overrides = {
        name for name in present if name.startswith(("wagtailadmin/", "django/"))
    }
    assert not present - used - overrides


def test_every_component_serves_in_more_than_one_place():
    texts = {
        path: path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html")
    }
    components = [path for path in texts if path.parent == TEMPLATES / "components"]
    lonely = {
        path.name
        for path in components
        if sum(f"components/{path.name}" in text for text in texts.values()) < 2
    }
    assert not lonely


@pytest.mark.parametrize("model", page_types(), ids=lambda model: model.__name__)
def test_every_page_type_has_a_template(model):
    assert get_template(model.template)


@pytest.mark.parametrize("model", page_types(), ids=lambda model: model.__name__)
def test_every_page_type_has_a_french_name(model):
    with translation.override("fr"):
        french = str(model._meta.verbose_name)
    with translation.override("en"):
        english = str(model._meta.verbose_name)

    assert french != english or model.__name__ == "AgendaPage"


@pytest.mark.django_db
@pytest.mark.parametrize("model", page_types(), ids=lambda model: model.__name__)
def test_every_page_type_has_a_demo_page(model, demo):
    assert model.objects.live().exists()
