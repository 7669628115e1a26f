"""What is missing on a machine is told in one line, before anything is installed."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from portal import preflight


@pytest.fixture
def taken_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        yield str(door.getsockname()[1])


def test_a_machine_that_runs_these_tests_can_run_the_portal():
    assert preflight.complaints([], {}) == []


@pytest.mark.parametrize("version", [(3, 10, 14), (3, 6, 0)])
def test_an_older_python_is_told(version):
    assert "3.11 or newer" in preflight.python_complaint(version)


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1), (4, 0, 0)])
def test_a_recent_python_is_not(version):
    assert preflight.python_complaint(version) == ""


def test_a_port_somebody_has_taken_is_told(taken_port):
    (sentence,) = preflight.complaints(["serve"], {"PORT": taken_port})

    assert taken_port in sentence
    assert "another port" in sentence


def test_a_taken_port_matters_only_to_a_server(taken_port):
    assert preflight.complaints([], {"PORT": taken_port}) == []


@pytest.mark.parametrize("port", ["", "80a", "0", "65536", "-1", "²"])
def test_a_port_that_is_none_is_told(port):
    assert "PORT" in preflight.address_complaint("127.0.0.1", port)


def test_a_host_that_is_none_is_told():
    assert "HOST" in preflight.address_complaint("nowhere.invalid", "8000")


def test_the_complaint_is_one_line_and_an_exit_status(taken_port):
    answer = subprocess.run(
        [sys.executable, preflight.__file__, "serve"],
        env={"PORT": taken_port},
        cwd=Path(preflight.__file__).parents[1],
        capture_output=True,
        text=True,
        check=False,
    )

    assert answer.returncode == 1
    assert answer.stderr.count("\n") == 1
    assert not answer.stdout
