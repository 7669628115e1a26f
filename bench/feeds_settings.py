"""A real server with two addresses more, and a probe around every request."""

from portal.settings.production import *  # noqa: F403
from portal.settings.production import MIDDLEWARE

ROOT_URLCONF = "bench.feeds_urls"
MIDDLEWARE = ["bench.feeds_probe.Probe", *MIDDLEWARE]
# Nothing else writes, or takes the processor, while we measure.
WORKER_BESIDE_SERVER = False
FIRST_CONTENT = ["load_starter"]
