"""What a machine must offer before anything is installed, said in one line each.

It runs on whatever Python the machine has, so with nothing but the standard library.
`make` calls it with the word "serve" when a server is about to start.
"""

import importlib.util
import os
import socket
import sys

OLDEST_PYTHON = (3, 11)
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = "8000"


def complaints(words, environ):
    """What is missing on this machine, in sentences; nothing when all is well."""
    found = [python_complaint(sys.version_info)]
    if importlib.util.find_spec("ensurepip") is None:
        found.append(
            "Python's venv module is not complete: install it first "
            "(Debian and Ubuntu: apt install python3-venv)."
        )
    if "serve" in words:
        host = environ.get("HOST") or DEFAULT_HOST
        port = environ.get("PORT") or DEFAULT_PORT
        found.append(address_complaint(host, port))
    return [sentence for sentence in found if sentence]


def python_complaint(version):
    if version[:2] >= OLDEST_PYTHON:
        return ""
    return (
        "The portal needs Python {}.{} or newer and this is {}.{}: "
        "name another one, e.g. make run PYTHON=python3.12."
    ).format(*OLDEST_PYTHON, *version[:2])


def address_complaint(host, port):
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        return f"PORT must be a number from 1 to 65535, not {port!r}."
    try:
        listen_once(host, int(port))
    except PermissionError:
        return f"Port {port} is reserved for the administrator: choose one above 1023."
    except socket.gaierror:
        return f"HOST {host!r} is no address of this machine."
    except OSError as error:
        return (
            f"Nothing can be served at {host}, port {port} ({error.strerror}): "
            "stop what runs there or choose another port, e.g. make run PORT=8001."
        )
    return ""


def listen_once(host, port):
    family, kind, _, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM
    )[0]
    with socket.socket(family, kind) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(address)
        door.listen()


if __name__ == "__main__":
    sentences = complaints(sys.argv[1:], os.environ)
    sys.exit("\n".join(sentences) or None)
