"""What a browser does of HTTP, and no more: it must not eat what it measures.

One connection, kept open as browsers do and without cookies; texts travel compressed.
"""

import asyncio
import time
import zlib
from dataclasses import dataclass
from urllib.parse import urlencode

GZIP = 16 + zlib.MAX_WBITS


@dataclass(frozen=True)
class Answer:
    method: str
    status: int
    location: str
    text: str
    asked_at: float
    had_at: float

    @property
    def seconds(self):
        return self.had_at - self.asked_at


class Browser:
    """Asks one server, one question after the other."""

    def __init__(self, port):
        self.port = port
        self.reader = self.writer = None

    async def get(self, path):
        return await self._ask("GET", path, b"")

    async def post(self, path, fields):
        return await self._ask("POST", path, urlencode(fields).encode())

    def close(self):
        if self.writer:
            self.writer.close()
        self.reader = self.writer = None

    async def _ask(self, method, path, body):
        """The answer; OSError or EOFError when there is none."""
        asked_at = time.monotonic()
        request = _request(method, path, self.port, body)
        is_kept = self.writer is not None
        try:
            head = await self._head(request)
        except (ConnectionError, asyncio.IncompleteReadError) as error:
            self.close()
            # The server closes what is idle; browsers then ask once more.
            if not is_kept or getattr(error, "partial", b""):
                raise
            head = await self._head(request)
        status, headers = _parse(head)
        text = await self._text(headers)
        location = headers.get("location", "")
        return Answer(method, status, location, text, asked_at, time.monotonic())

    async def _head(self, request):
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection(
                "127.0.0.1", self.port
            )
        self.writer.write(request)
        return await self.reader.readuntil(b"\r\n\r\n")

    async def _text(self, headers):
        content = await self.reader.readexactly(int(headers["content-length"]))
        if headers.get("connection") == "close":
            self.close()
        if headers.get("content-encoding") == "gzip":
            content = zlib.decompress(content, GZIP)
        return content.decode()


def _request(method, path, port, body):
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Accept: text/html",
        "Accept-Encoding: gzip",
        "Accept-Language: fr-BE,fr;q=0.9",
    ]
    if method == "POST":
        lines.append("Content-Type: application/x-www-form-urlencoded")
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def _parse(head):
    first, *lines = head.decode("latin-1").rstrip().split("\r\n")
    pairs = (line.split(": ", 1) for line in lines)
    return int(first.split()[1]), {name.lower(): value for name, value in pairs}
