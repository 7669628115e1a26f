"""A small mail server that really speaks SMTP, and misbehaves where it is told to."""

import socketserver
import threading
from contextlib import contextmanager
from email import message_from_bytes, policy

HANG, CUT = "hang", "cut"
USUAL = {
    "connect": "220 ready",
    "EHLO": "250 hello",
    "MAIL": "250 sender ok",
    "RCPT": "250 recipient ok",
    "DATA": "354 go on",
    "text": "250 taken",
    "RSET": "250 forgotten",
    "QUIT": "221 bye",
}


@contextmanager
def mail_server():
    """A server at a port of its own; ``server.says[step]`` is how it answers a step.

    A step is a verb, « connect », or « text » for the end of the mail. It answers a
    line, or HANG, or CUT, or what a function says; CUT at « DATA » falls in the middle
    of the text.
    """
    with Server(("127.0.0.1", 0), Conversation) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.stopping.set()
            server.shutdown()
            thread.join()


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = False
    block_on_close = True

    def __init__(self, *args):
        super().__init__(*args)
        self.says = {}
        self.texts = []
        self.conversations = 0
        self.given = threading.Event()
        self.hanging = threading.Event()
        self.stopping = threading.Event()

    @property
    def port(self):
        return self.server_address[1]

    @property
    def mails(self):
        """What was given whole, whether or not it was answered."""
        return [message_from_bytes(text, policy=policy.default) for text in self.texts]

    @property
    def ids(self):
        return [mail["Message-ID"] for mail in self.mails]


class Conversation(socketserver.StreamRequestHandler):
    def handle(self):
        self.server.conversations += 1
        try:
            self._talk()
        except (TimeoutError, ConnectionError):
            return

    def _talk(self):
        goes_on = self._answer("connect")
        while goes_on and (line := self.rfile.readline()):
            verb = line.split()[0].decode().upper()
            goes_on = self._data() if verb == "DATA" else self._answer(verb)
            goes_on = goes_on and verb != "QUIT"

    def _data(self):
        says = self.server.says.get("DATA")
        if says == CUT:
            self._write("354 go on")
            self.rfile.readline()
            return False
        if not self._answer("DATA"):
            return False
        if (says or USUAL["DATA"]).startswith("354"):
            return self._text()
        return True

    def _text(self):
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line)
        self.server.texts.append(b"".join(lines))
        self.server.given.set()
        return self._answer("text")

    def _answer(self, step):
        says = self.server.says.get(step, USUAL.get(step, "502 what?"))
        if callable(says):
            says = says()
        if says == CUT:
            return False
        if says == HANG:
            self.server.hanging.set()
            self.server.stopping.wait()
            return False
        self._write(says)
        return not says.startswith("421")

    def _write(self, line):
        self.wfile.write(f"{line}\r\n".encode())
