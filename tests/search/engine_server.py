"""An engine on a socket of this machine: the few calls ours is asked for, as OpenSearch
answers them. What was sent is found only after a refresh, as there.
"""

import json
import re
from contextlib import contextmanager
from fnmatch import fnmatch
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE"]


class Engine:
    def __init__(self):
        # By name of index: what was sent, what can be found, how it is read.
        self.sent, self.found, self.mappings = {}, {}, {}
        self.calls = []
        # What goes wrong when it is searched: "error", "slow", "garbage", "partial".
        self.fault = ""
        # What a slow answer waits for.
        self.over = Event()

    def answer(self, method, path, body):
        """(status, what is answered)"""
        self.calls.append(f"{method} {path}")
        *rest, last = path.strip("/").split("/")
        if not rest:
            return getattr(self, f"_{method.lower()}_index")(last, body)
        known = last == "_alias" or rest[0] in self.sent
        return getattr(self, last)(rest[0], body) if known else (404, {"error": "none"})

    def _head_index(self, name, _body):
        return (200 if name in self.sent else 404), {}

    def _put_index(self, name, _body):
        if name in self.sent:
            return 400, {"error": "resource_already_exists_exception"}
        self.sent[name], self.found[name] = {}, {}
        return 200, {"acknowledged": True}

    def _delete_index(self, name, _body):
        self.found.pop(name, None)
        gone = self.sent.pop(name, None)
        return (404 if gone is None else 200), {}

    def _alias(self, pattern, _body):
        names = [name for name in self.sent if fnmatch(name, pattern)]
        return 200, {name: {"aliases": {}} for name in names}

    def _mapping(self, name, body):
        self.mappings[name] = json.loads(body)
        return 200, {"acknowledged": True}

    def _bulk(self, name, body):
        lines = [json.loads(line) for line in body.splitlines() if line]
        for action, document in zip(lines[::2], lines[1::2], strict=True):
            self.sent[name][action["index"]["_id"]] = document
        items = [{"index": {"status": 201}} for _document in lines[::2]]
        return 200, {"errors": False, "items": items}

    def _refresh(self, name, _body):
        self.found[name] = dict(self.sent[name])
        return 200, {"_shards": {"failed": 0}}

    def _search(self, name, body):
        if self.fault == "slow":
            self.over.wait()
        if self.fault == "error":
            return 500, {"error": "search_phase_execution_exception"}
        if self.fault == "garbage":
            return 200, {"hits": "none"}
        hits = self._hits(name, json.loads(body))
        failed = int(self.fault == "partial")
        shards = {"total": 2, "successful": 2 - failed, "failed": failed}
        return 200, {"timed_out": False, "_shards": shards, "hits": {"hits": hits}}

    def _hits(self, name, body):
        held, given = body["query"]["bool"]["filter"]
        named = {term["term"]["held"]["_name"] for term in held["bool"]["should"]}
        assert len(named) <= 1000
        slots = given["range"]["slot"]
        after = body.get("search_after", [-1])[0]
        found = sorted(self.found[name].values(), key=lambda one: one["slot"])
        hits = [
            {"sort": [one["slot"]], "matched_queries": sorted(named & set(one["held"]))}
            for one in found
            if slots["gte"] <= one["slot"] < slots["lt"] and one["slot"] > after
        ]
        return [hit for hit in hits if hit["matched_queries"]][: body["size"]]


@contextmanager
def served(engine):
    """The port it answers at."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self):
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(length).decode()
            path = re.sub(r"\?.*", "", self.path)
            status, told = engine.answer(self.command, path, body)
            content = b"" if self.command == "HEAD" else json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        for method in METHODS:
            vars()[f"do_{method}"] = answer

        def log_message(self, *_args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        engine.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
