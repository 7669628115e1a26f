"""The production server, within the process that prepared it."""

import gc
import os
import subprocess
import sys
import time

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.workers.gthread import ThreadWorker

THREADS = 4
# Seconds a worker has to finish the mail in hand.
GRACE = 10
# Seconds before a worker that died is started again.
REST = 5


class Server(BaseApplication):
    """Serves the portal at ``bind``; ``when_ready`` is called once it listens."""

    def __init__(self, *, bind, workers, when_ready):
        self.said = {
            "bind": bind,
            "workers": workers,
            "threads": THREADS,
            "worker_class": Hosting,
            "preload_app": True,
            "when_ready": when_ready,
            "loglevel": "warning",
            # Five hundred words may be looked for; more is refused before it is read.
            "limit_request_line": 8190,
            # What a proxy says is Django's to judge, by the settings.
            "forwarded_allow_ips": "",
            "control_socket_disable": True,
        }
        super().__init__()

    def load_config(self):
        for name, value in self.said.items():
            self.cfg.set(name, value)

    def load(self):
        portal = get_wsgi_application()
        # It stays as long as the server: to look through it for what nobody uses any
        # more kept readers waiting for 150 ms, again and again.
        gc.collect()
        gc.freeze()
        return portal

    def run(self):
        arbiter = ArbiterWithWorker if settings.WORKER_BESIDE_SERVER else Arbiter
        arbiter(self).run()


class Hosting(ThreadWorker):
    """Finishes with those who are inside before it lets the next one in.

    In a rush newcomers wait at the door, in their order, where whichever process is
    free first finds them; whoever has sent a form does not wait behind all of them.
    """

    busy = 0

    def set_accept_enabled(self, enabled):
        super().set_accept_enabled(enabled and self.busy < THREADS)

    def enqueue_req(self, conn):
        self.busy += 1
        super().enqueue_req(conn)
        self.set_accept_enabled(self._accepting)

    def finish_request(self, conn, fs):
        self.busy -= 1
        super().finish_request(conn, fs)


class ArbiterWithWorker(Arbiter):
    """Keeps one process beside the server that sends mail, and stops with it."""

    worker = None
    started_at = 0

    def manage_workers(self):
        super().manage_workers()
        rested = time.monotonic() - self.started_at > REST
        if (self.worker is None or not is_alive(self.worker)) and rested:
            self.started_at = time.monotonic()
            self.worker = start_worker()

    def stop(self, graceful=True):
        worker, self.worker = self.worker, None
        if worker and is_alive(worker):
            worker.terminate()
        super().stop(graceful)
        if worker:
            wait_for(worker)


def start_worker():
    command = [sys.executable, "-m", "django", "work", "--beside", str(os.getpid())]
    # No word of it comes from outside.
    return subprocess.Popen(command, cwd=settings.BASE_DIR)  # noqa: S603


def is_alive(process):
    # The arbiter collects whoever ends, so ``poll`` cannot always tell.
    return process.poll() is None


def wait_for(process):
    try:
        process.wait(GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
