"""Readers who never come twice, and remember exactly what they were answered.

One request at a time on each connection: so a connection that is cut leaves one view at most of
which nobody knows whether it was counted.
"""

import selectors
import socket
import time
import uuid
from collections.abc import Callable, Sequence

from .ours import beacon

REST = 0.1  # seconds before one who was refused, or found nobody, asks again
PATIENCE = 60.0


class Visitors:
    def __init__(self, port: int, articles: Sequence[uuid.UUID], connections: int) -> None:
        self.acknowledged = 0  # 200 answers that were read whole
        self.refused = 0  # other answers
        self.cut = 0  # requests whose connection ended before the answer
        self._port = port
        self._parts = [beacon(each, port, "@").split(b"@") for each in articles]
        self._next = 0
        self._selector = selectors.DefaultSelector()
        self._resting = [_Visit() for _ in range(connections)]
        self._until = 0.0

    def send(self, is_enough: Callable[[], bool], seconds: float) -> None:
        """Until it is enough, or time is up; then hears out what is under way."""
        end = time.monotonic() + seconds
        while not is_enough() and time.monotonic() < end:
            if self._resting and time.monotonic() >= self._until:
                rested, self._resting = self._resting, []
                for visit in rested:
                    self._ask(visit)
            self._hear(go_on=True)
        end = time.monotonic() + PATIENCE
        while self._selector.get_map() and time.monotonic() < end:
            self._hear(go_on=False)
        self.cut += len(self._selector.get_map())

    def _hear(self, go_on: bool) -> None:
        for key, _events in self._selector.select(REST):
            visit: _Visit = key.data
            status = visit.read()
            if status is None:
                continue
            if status == _ENDED:
                self.cut += 1
                self._leave(visit)
            elif status == 200:
                self.acknowledged += 1
            else:
                self.refused += 1
            if go_on and status == 200:
                self._ask(visit)
            else:
                self._leave(visit)

    def _ask(self, visit: "_Visit") -> None:
        number = self._next = self._next + 1
        before, after = self._parts[number % len(self._parts)]
        address = f"{11 + (number >> 24)}.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        is_new = visit.socket is None
        try:
            visit.send(before + address.encode() + after, self._port)
        except ConnectionRefusedError:
            self._rest(visit)
        except OSError:  # the other side had gone before we asked
            self.cut += 1
            self._leave(visit)
        else:
            if is_new:
                self._selector.register(visit.socket, selectors.EVENT_READ, visit)

    def _leave(self, visit: "_Visit") -> None:
        if visit.socket is not None:
            if visit.socket in self._selector.get_map():
                self._selector.unregister(visit.socket)
            visit.close()
            self._rest(visit)

    def _rest(self, visit: "_Visit") -> None:
        self._until = time.monotonic() + REST
        self._resting.append(visit)


_ENDED = 0


class _Visit:
    """A connection, when there is one, and what was heard of the answer."""

    def __init__(self) -> None:
        self.socket: socket.socket | None = None
        self._heard = b""

    def send(self, request: bytes, port: int) -> None:
        if self.socket is None:
            self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.socket.sendall(request)

    def read(self) -> int | None:
        """The status of the answer; None while it is not whole."""
        assert self.socket  # noqa: S101
        try:
            some = self.socket.recv(65536)
        except OSError:
            some = b""
        if not some:
            return _ENDED
        self._heard += some
        head, end, body = self._heard.partition(b"\r\n\r\n")
        if not end or len(body) < _length(head):
            return None
        self._heard = b""
        return int(head[9:12])

    def close(self) -> None:
        assert self.socket  # noqa: S101
        self.socket.close()
        self.socket, self._heard = None, b""


def _length(head: bytes) -> int:
    _before, _name, after = head.lower().partition(b"content-length:")
    return int(after.split(b"\r\n", 1)[0])
