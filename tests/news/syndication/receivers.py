"""Servers that take a portal's messages, well or badly, the ways portals do."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Behaviour = Callable[["Handler"], None]


class Receiver(ThreadingHTTPServer):
    """Listens on 127.0.0.1; `behave` is what it does with a request; `taken` holds all that came."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, behave: "Behaviour | None" = None, host: str = "127.0.0.1") -> None:
        super().__init__((host, 0), Handler)
        self.behave = behave or answers(204)
        self.taken: list[tuple[dict[str, str], bytes]] = []
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/nhan-tin"

    def handle_error(self, request, client_address) -> None:
        """Hanging up in the middle is what some of these are for."""


class Handler(BaseHTTPRequestHandler):
    server: Receiver
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args) -> None:  # noqa: A002
        pass

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.taken.append((headers, body))
        self.close_connection = True
        with suppress(OSError):
            self.server.behave(self)

    do_GET = do_POST  # noqa: N815 - whoever follows a redirect would come with this

    def sleep(self, seconds: float) -> bool:
        """False when the test is over."""
        return not self.server.over.wait(seconds)


@contextmanager
def receiving(behave: Behaviour | None = None, host: str = "127.0.0.1") -> Iterator[Receiver]:
    server = Receiver(behave, host)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()


def answers(status: int, body: bytes = b"", **headers: str) -> Behaviour:
    def behave(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return behave


def hangs(handler: Handler) -> None:
    handler.sleep(60)


def drips(handler: Handler) -> None:
    """One byte of a header that never ends, again and again."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while handler.sleep(0.05):
        handler.wfile.write(b"x")
        handler.wfile.flush()


def closes_early(handler: Handler) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)


class Endless:
    """A body without an end; counts what it could get rid of."""

    sent = 0

    def __call__(self, handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
        while not handler.server.over.is_set():
            handler.wfile.write(b"x" * 65536)
            self.sent += 65536


def wait_until(fulfilled: Callable[[], bool], longest: float = 30) -> None:
    end = time.monotonic() + longest
    while not fulfilled():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.02)
