"""A few people who register before anything counts, so that nobody meets a cold server.

Each worker has then answered once, and the worker beside has sent mail.
"""

import asyncio

from bench import morning, people
from bench.server import eventually

CROWD = "avant"


def announce():
    """The address of the form of a meeting nobody counts."""
    _meeting, _page, form = morning.announce("La répétition", seats=None)
    return form


def rehearse(server, form):
    crowd = people.named(CROWD, 16)
    asyncio.run(people.register_at_once(crowd, server.port, form, morning.headings()))
    eventually(morning.is_silent)


def counted(letters):
    """The letters to those who came after it."""
    return [letter for letter in letters if not letter["To"].startswith(CROWD)]
