"""The real server, as `make run` starts it, and the processes it is made of."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from bench.ground import ROOT

TICK = os.sysconf("SC_CLK_TCK")
PATIENCE = 60  # seconds


class Server:
    """`manage.py serve` with its workers, in a group of its own."""

    def __init__(self, folder):
        self.port = int(os.environ["PORT"])
        self.log = folder / "server.log"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve"],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )
        self._wait_until_ready()

    @property
    def web(self):
        """The process that listens and those who answer."""
        return [self.process.pid, *(p for p in self._children() if not _mails(p))]

    @property
    def beside(self):
        """The process that sends mail."""
        return [pid for pid in self._children() if _mails(pid)]

    def kill(self):
        """End all of it at once, so that nobody can put anything in order."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()

    def stop(self):
        self.process.terminate()
        self.process.communicate()

    def complaints(self):
        return self.log.read_text().strip()

    def _wait_until_ready(self):
        for line in self.process.stdout:
            if line.startswith("Ctrl-C"):
                break
        else:
            raise SystemExit(self.complaints())
        if not eventually(lambda: len(self.web) > 2 and self.beside):
            raise SystemExit("The server did not start its workers.")

    def _children(self):
        pid = self.process.pid
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        return [int(child) for child in listed.split()]


def cpu(pids):
    """Seconds of processor, user and system, that these processes had until now."""
    return sum(_ticks(pid) for pid in pids) / TICK


def eventually(question, *, patience=PATIENCE):
    """The first true answer; the last one when none comes in so many seconds."""
    until = time.monotonic() + patience
    while not (answer := question()) and time.monotonic() < until:
        time.sleep(0.1)
    return answer


def _ticks(pid):
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return 0
    # The name of the process, in brackets, may hold anything.
    fields = stat.rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _mails(pid):
    try:
        return "\0work\0" in Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return False
