"""Journeys meet the portal as people do: its server, its demonstration, a browser."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# A browser that looks for its maker's hosts would wait for answers that never come.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PASSWORD = "un mot de passe pour les parcours"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = next(filter(None, map(shutil.which, BROWSERS)))
    return {**browser_type_launch_args, "executable_path": path, "args": QUIET}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args, base_url):
    return {**browser_context_args, "base_url": base_url, "locale": "fr-BE"}


@pytest.fixture(scope="session")
def var_dir(tmp_path_factory):
    """The one folder the portal writes to."""
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="session")
def environment(var_dir):
    """What the portal is told; a command beside it works on the same data."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {
        **kept,
        "VAR_DIR": str(var_dir),
        "PORT": str(free_port()),
        "DEMO_PASSWORD": PASSWORD,
        # Journeys fill in forms faster than anybody reads them.
        "RATE_LIMITS": "off",
    }


@pytest.fixture(scope="session")
def base_url(environment):
    """The address of a portal that has just been installed, with its demonstration."""
    command = [sys.executable, "manage.py", "serve"]
    pipe = {"stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env=environment, **pipe) as server:
        wait_until_it_greets(server)
        yield f"http://127.0.0.1:{environment['PORT']}"
        server.terminate()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_it_greets(server):
    said = []
    for line in server.stdout:
        said.append(line)
        if "Ctrl-C" in line:
            return
    raise RuntimeError(f"The portal did not start:\n{''.join(said)}")


@pytest.fixture
def bare(browser, browser_context_args):
    """A telephone, without script."""
    size = {"width": 390, "height": 800}
    context = browser.new_context(
        **browser_context_args, java_script_enabled=False, viewport=size
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def complaints(page):
    """What the browser complained about: refused scripts, missing files, errors."""
    heard = []
    page.on("console", lambda said: said.type == "error" and heard.append(said.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


@pytest.fixture
def strangers(page, base_url):
    """Requests that left the portal."""
    left = []
    page.on(
        "request",
        lambda asked: (
            asked.url.startswith((base_url, "data:")) or left.append(asked.url)
        ),
    )
    return left


@pytest.fixture
def violations(page):
    """The rules of WCAG 2.2 A and AA, and best practices, that the page breaks."""

    def found():
        results = Axe().run(page).response["violations"]
        return [
            f"{rule['id']}: {node['target']} {node['html'][:120]}"
            for rule in results
            for node in rule["nodes"]
        ]

    return found
