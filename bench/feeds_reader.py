"""A calendar program that reads feeds, and a stop-watch."""

import http.client
import statistics
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from bench.feeds_ground import PORT

FEED = "/fr/agenda/calendrier.ics"
RESTED = 0.02  # seconds


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes
    # Of the whole, as a reader waits, and of the portal alone.
    seconds: float

    @property
    def milliseconds_inside(self):
        return float(self.headers["X-Bench-Milliseconds"])

    @property
    def queries(self):
        return int(self.headers["X-Bench-Queries"])


def get(address, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    begun = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=600)
    connection.request("GET", address, headers=headers)
    response = connection.getresponse()
    body = response.read()
    seconds = time.perf_counter() - begun
    connection.close()
    return Answer(response.status, response.headers, body, seconds)


def by_turns(times, **questions):
    """Each question asked by turns, so that all meet the same machine."""
    answers = {name: [] for name in questions}
    for _turn in range(times):
        for name, ask in questions.items():
            answers[name].append(ask())
    return answers


def median(answers, of="seconds"):
    return statistics.median(getattr(answer, of) for answer in answers)


def memory(processes):
    """Megabytes of memory in use by all of them."""
    return sum(_resident(process) for process in processes) / 1024


def peak_while(processes, work):
    """The most memory they used while ``work`` ran."""
    peak, ended = [memory(processes)], threading.Event()

    def watch():
        while not ended.wait(RESTED):
            peak.append(memory(processes))

    watcher = threading.Thread(target=watch)
    watcher.start()
    work()
    ended.set()
    watcher.join()
    return max(peak)


def at_once(readers, ask):
    threads = [threading.Thread(target=ask) for _reader in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _resident(process):
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0
