"""One command serves the portal as readers meet it; this starts it for real."""

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.settings.conftest import VARIABLES

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def var_dir(tmp_path_factory):
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="module")
def portal(var_dir):
    with serving(var_dir) as server:
        yield server


class Server:
    def __init__(self, process, port):
        self.process, self.port = process, port
        self.greeting = ""

    def wait_until_ready(self):
        for line in self.process.stdout:
            self.greeting += line
            if line.startswith("Ctrl-C"):
                return
        pytest.fail(self.process.stderr.read())

    def get(self, path, **headers):
        connection = HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.text = answer.read().decode(errors="replace")
        connection.close()
        return answer


@contextmanager
def serving(var_dir):
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    environ = {name: os.environ[name] for name in os.environ if name not in VARIABLES}
    environ |= {"PORT": str(port), "VAR_DIR": str(var_dir), "WEB_WORKERS": "1"}
    environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.production"
    with subprocess.Popen(
        [sys.executable, "manage.py", "serve"],
        cwd=ROOT,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        server = Server(process, port)
        try:
            server.wait_until_ready()
            yield server
        finally:
            process.terminate()


def test_the_greeting_tells_where_to_go_and_how_to_enter(portal):
    assert f"http://127.0.0.1:{portal.port}/\n" in portal.greeting
    assert f"http://127.0.0.1:{portal.port}/admin/\n" in portal.greeting
    assert re.search(r"accounts: .*admin.* password: \S{12,}", portal.greeting)


def test_the_first_page_and_the_door_of_editors_open(portal):
    assert portal.get("/fr/").status == 200
    assert portal.get("/admin/login/").status == 200


def test_styles_travel_compressed_and_are_asked_for_once(portal):
    (path, *_) = re.findall(
        r'href="(/static/portal/[^"]+\.css)"', portal.get("/fr/").text
    )

    styles = portal.get(path, **{"Accept-Encoding": "br"})

    assert styles.headers["Content-Encoding"] == "br"
    assert "immutable" in styles.headers["Cache-Control"]


def test_headers_anybody_can_write_change_nothing(portal):
    forged = {
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "elsewhere.example",
        "X-Forwarded-For": "203.0.113.9",
        "SCRIPT_NAME": "/fr",
    }

    plain, answer = portal.get("/fr/"), portal.get("/fr/", **forged)

    assert answer.status == 200
    assert "elsewhere" not in answer.text
    assert "https" not in str(answer.headers.get("Location"))
    assert answer.headers.get("Strict-Transport-Security") is None
    assert len(answer.text) == len(plain.text)


def test_a_name_that_is_not_ours_is_not_answered(portal):
    assert portal.get("/fr/", Host="elsewhere.example").status == 400


def test_a_second_start_changes_nothing_and_ends_quietly(portal, var_dir):
    before = {path: path.stat().st_mtime_ns for path in var_dir.rglob("static/**/*")}

    with serving(var_dir) as again:
        again.process.send_signal(signal.SIGINT)
        _, complaints = again.process.communicate()

    assert again.process.returncode == 0
    assert complaints == ""
    assert again.greeting.startswith("\nThe portal is at"), "nothing was prepared"
    assert {path: path.stat().st_mtime_ns for path in before} == before
