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
from threading import Event

import pytest

from tests.settings.conftest import VARIABLES

ROOT = Path(__file__).parents[2]
# A portal is installed once for all of these.
pytestmark = pytest.mark.xdist_group("serving")

needs_proc = pytest.mark.skipif(
    not Path("/proc/self/cmdline").exists(), reason="this machine tells of no processes"
)


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
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
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


def test_papers_are_drawn_by_the_very_server_that_filled_the_demonstration(portal):
    paper = portal.get("/fr/synthese/paper.pdf")

    assert paper.status == 200
    assert paper.text.startswith("%PDF")


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


def workers_beside(process):
    """The processes that ``process`` started to send mail."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    commands = {pid: command_of(pid) for pid in children.read_text().split()}
    return [int(pid) for pid, command in commands.items() if "\0work\0" in command]


def command_of(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""


def eventually(question):
    """The answer, as soon as there is one."""
    moment = Event()
    for _try in range(200):
        if answer := question():
            return answer
        moment.wait(0.1)
    pytest.fail("it never came")


@needs_proc
def test_a_worker_stands_beside_the_server_and_is_replaced(portal):
    (first,) = eventually(lambda: workers_beside(portal.process))

    os.kill(first, signal.SIGKILL)

    def another():
        return [pid for pid in workers_beside(portal.process) if pid != first]

    assert len(eventually(another)) == 1


@needs_proc
def test_the_worker_stops_with_the_server(var_dir):
    with serving(var_dir) as again:
        (worker,) = eventually(lambda: workers_beside(again.process))
        again.process.terminate()
        again.process.wait()

    assert "work" not in command_of(worker)


def test_a_second_start_changes_nothing_and_ends_quietly(portal, var_dir):
    before = {path: path.stat().st_mtime_ns for path in var_dir.rglob("static/**/*")}

    with serving(var_dir) as again:
        # Until it has answered, the process that does may still be starting.
        assert again.get("/robots.txt").status == 200
        again.process.send_signal(signal.SIGINT)
        _, complaints = again.process.communicate()

    assert again.process.returncode == 0
    assert complaints == ""
    assert again.greeting.startswith("\nThe portal is at"), "nothing was prepared"
    assert {path: path.stat().st_mtime_ns for path in before} == before
