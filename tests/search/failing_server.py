"""A server in front of the real one that fails on demand, the ways servers fail."""

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

OK, REFUSES, SILENT, ERROR, FORBIDS, NOT_FOUND, SLOW, CUT, DRIPS, NONSENSE, REFUSES_SOME = (
    "ok",
    "refuses",
    "silent",
    "error",
    "forbids",
    "not found",
    "slow",
    "cut",
    "drips",
    "nonsense",
    "refuses some",
)


class FailingServer:
    """Hands requests on to `upstream` while `mode` is ok; `requests` counts those that came."""

    def __init__(self, upstream: str) -> None:
        parts = urlsplit(upstream)
        self.upstream = (parts.hostname or "", parts.port or 9200)
        self.requests = 0
        self.slowness = 0.5  # seconds before each answer; see SLOW
        self.refused: dict[str, int] = {}
        """By the identity of a document: the status it is refused with; see REFUSES_SOME."""
        self._mode = OK
        self._changed = threading.Condition()
        self._connections: set[socket.socket] = set()
        self._server: ThreadingHTTPServer | None = None
        self.port: int = self._listen(0)

    @property
    def mode(self) -> str:
        return self._mode

    @mode.setter
    def mode(self, mode: str) -> None:
        with self._changed:
            self._mode = mode
            self._changed.notify_all()
        if mode == REFUSES:
            self.close()
        elif self._server is None:
            self._listen(self.port)

    def close(self) -> None:
        """Stop listening, and hang up on whoever is connected."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None
        for connection in list(self._connections):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def wait_while_silent(self) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._mode != SILENT, timeout=30)

    def _listen(self, port: int) -> int:
        server = self._server = _Listener(("127.0.0.1", port), _Handler)
        server.owner = self
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        return int(server.server_address[1])


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    owner: FailingServer

    def handle_error(self, request, client_address) -> None:
        """Hanging up in the middle is what this server is for."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        super().setup()
        self.owner: FailingServer = self.server.owner  # type: ignore[attr-defined]
        self.owner._connections.add(self.connection)

    def finish(self) -> None:
        self.owner._connections.discard(self.connection)
        super().finish()

    def log_message(self, format: str, *args) -> None:  # noqa: A002
        pass

    def answer(self) -> None:
        self.owner.requests += 1
        asked = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        mode = self.owner.mode
        if mode == SILENT:
            self.owner.wait_while_silent()
            self.close_connection = True
        elif mode == CUT:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{")
            self.close_connection = True
        elif mode == DRIPS:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")
            for _ in range(100):
                if self.owner.mode == DRIPS:
                    self.wfile.write(b" ")
                    time.sleep(0.1)
            self.close_connection = True
        elif mode == ERROR:
            self._reply(500, b'{"error": "out of memory"}', "application/json")
        elif mode == FORBIDS:
            self._reply(403, b'{"error": "no permission"}', "application/json")
        elif mode == NOT_FOUND:
            self._reply(404, b'{"error": "no such thing"}', "application/json")
        elif mode == NONSENSE:
            self._reply(200, "<h1>Bảo trì</h1>".encode(), "text/html; charset=utf-8")
        else:
            if mode == SLOW:
                time.sleep(self.owner.slowness)
            self._hand_on(asked)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = answer  # noqa: N815

    def _hand_on(self, asked: bytes) -> None:
        upstream = http.client.HTTPConnection(*self.owner.upstream, timeout=20)
        try:
            headers = {name: self.headers[name] for name in ("Content-Type", "Accept")}
            headers = {name: value for name, value in headers.items() if value}
            upstream.request(self.command, self.path, asked or None, headers)
            response = upstream.getresponse()
            body = response.read()
        finally:
            upstream.close()
        if self.owner.mode == REFUSES_SOME and self.path.endswith("/_bulk"):
            body = self._refuse_some(body)
        self._reply(response.status, body, response.headers["Content-Type"] or "application/json")

    def _refuse_some(self, body: bytes) -> bytes:
        answer = json.loads(body)
        for item in answer["items"]:
            ((_, result),) = item.items()
            if status := self.owner.refused.get(result["_id"]):
                result["status"] = status
                result["error"] = {"type": "refused", "reason": "full"}
                answer["errors"] = True
        return json.dumps(answer).encode()

    def _reply(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def failing_server(upstream: str) -> Iterator[FailingServer]:
    server = FailingServer(upstream)
    try:
        yield server
    finally:
        server.mode = OK  # lets go of whoever waits
        server.close()
