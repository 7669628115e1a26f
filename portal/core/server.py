"""The production server, within the process that prepared it."""

from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

THREADS = 4


class Server(BaseApplication):
    """Serves the portal at ``bind``; ``when_ready`` is called once it listens."""

    def __init__(self, *, bind, workers, when_ready):
        self.said = {
            "bind": bind,
            "workers": workers,
            "threads": THREADS,
            "worker_class": "gthread",
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
        return get_wsgi_application()
