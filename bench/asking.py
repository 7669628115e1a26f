"""One page asked of the whole portal in this process, and what answering it took."""

import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    # On the clock, and of the processor in this process alone.
    waited: float
    milliseconds: float
    queries: int


def get(address):
    """With the cache of drawn pages emptied before."""
    from django.core.cache import caches
    from django.db import connection
    from django.test import Client

    caches["pages"].clear()
    asked = []

    def counted(execute, sql, *args):
        asked.append(sql)
        return execute(sql, *args)

    client = Client(headers={"host": "127.0.0.1"})
    begun, began_work = time.perf_counter(), time.thread_time()
    with connection.execute_wrapper(counted):
        response = client.get(address)
    worked = 1000 * (time.thread_time() - began_work)
    waited = 1000 * (time.perf_counter() - begun)
    if response.status_code != 200:
        raise SystemExit(f"{address}: {response.status_code}")
    return Answer(waited, worked, len(asked))
