"""A partner's server on this machine, with a certificate made for the tests."""

import socket
import ssl
import subprocess
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

from events.partners.fetching import Network

HOST = "agenda.partenaire.example"
ADDRESS = f"https://{HOST}/tout.ics"
# A public one, which nobody is asked at: the tests dial this machine instead.
PUBLIC = "93.184.215.14"


def make_certificate(folder):
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-nodes", "-days", "2"),
            *("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
            *("-keyout", key, "-out", certificate, "-subj", f"/CN={HOST}"),
            *("-addext", f"subjectAltName=DNS:{HOST}"),
        ],
        check=True,
        capture_output=True,
    )
    return key, certificate


@contextmanager
def serving(key, certificate):
    """A server; ``answers`` holds what it says on each path, ``asked`` what came."""
    state = SimpleNamespace(answers={}, asked=[], dialled=[])
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(state))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    server.daemon_threads, server.block_on_close = True, False
    server.handle_error = lambda *_ignored: None
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    state.place = server.server_address
    yield state
    server.shutdown()
    server.server_close()
    thread.join()


def network(state, certificate, *, found=(PUBLIC,), in_all=5.0):
    """The network, where every public address is that server."""

    def dial(address, timeout):
        state.dialled.append(address)
        return socket.create_connection(state.place, timeout)

    return Network(
        resolve=found if callable(found) else lambda _host: list(found),
        dial=dial,
        trust=ssl.create_default_context(cafile=certificate),
        in_all=in_all,
    )


def _handler(state):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            state.asked.append((self.path, dict(self.headers)))
            status, headers, body = state.answers[self.path]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            for piece in [body] if isinstance(body, bytes) else body:
                self.wfile.write(piece)
                self.wfile.flush()

        def log_message(self, *_line):
            """Tests are silent."""

    return Handler
