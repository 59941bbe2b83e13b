"""One attempt: a request, and what became of it. Knows no database.

Python's own HTTP client, because two things are needed that the others do not offer: to call a
number while speaking to a name, and a limit on the whole, where a server that sends one byte every
few seconds would go on for ever. It looks for no proxy and follows no redirect.
"""

import functools
import http.client
import io
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

from .addresses import Address, Refused, resolve

WHOLE = 15.0  # seconds; the system's resolver, which cannot be hurried, may add to it
CONNECTING = 5.0
MOST_READ = 64 * 1024
SHOWN = 200  # letters of an answer


@dataclass(frozen=True)
class Answer:
    """What came back; `status` is None when nothing did, and then `error` says why."""

    status: int | None
    error: str = ""
    retry_after: float | None = None  # seconds
    milliseconds: int = 0

    @property
    def is_success(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


def post(url: str, headers: Mapping[str, str], body: bytes, whole: float = WHOLE) -> Answer:
    """Never raises: whatever goes wrong out there is an answer."""
    started = time.monotonic()
    try:
        status, error, retry_after = _post(url, headers, body, _Deadline(started + whole))
    except Refused as reason:
        status, error, retry_after = None, str(reason), None
    except TimeoutError:
        status, error, retry_after = None, "Không trả lời kịp.", None
    except ssl.SSLError as reason:
        words = getattr(reason, "verify_message", "") or reason.reason or str(reason)
        status, error, retry_after = None, f"Không thiết lập được HTTPS: {words}", None
    except (OSError, http.client.HTTPException, ValueError) as reason:
        words = str(reason) or type(reason).__name__
        status, error, retry_after = None, f"Kết nối bị đứt: {words}", None
    # Others wrote some of it, and a database does not take every letter.
    readable = "".join(letter for letter in error if letter.isprintable())
    return Answer(status, readable, retry_after, round((time.monotonic() - started) * 1000))


class _Deadline:
    def __init__(self, at: float) -> None:
        self._at = at

    def left(self) -> float:
        """Seconds. Raises TimeoutError when none are."""
        left = self._at - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def _post(
    url: str, headers: Mapping[str, str], body: bytes, deadline: _Deadline
) -> tuple[int, str, float | None]:
    address = Address.parse(url)
    numbers = resolve(address)
    with _connected(address, numbers, deadline) as line:
        # Only to write the request and to read the answer; it never opens a connection itself.
        connection = http.client.HTTPConnection(address.host, address.port)
        connection.sock = _Patient(line, deadline)
        connection.putrequest("POST", address.target, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": address.authority, **headers}.items():
            connection.putheader(name, value)
        connection.putheader("Content-Length", str(len(body)))
        connection.putheader("Connection", "close")
        connection.endheaders(body)
        response = connection.getresponse()
        words = _listen(response)
        return (
            response.status,
            "" if 200 <= response.status < 300 else _said(response.status, words),
            _retry_after(response.headers.get("Retry-After")),
        )


def _connected(address: Address, numbers: list[str], deadline: _Deadline) -> socket.socket:
    connecting = _Deadline(time.monotonic() + min(CONNECTING, deadline.left()))
    line = _first_that_answers(numbers, address.port, connecting)
    if address.scheme == "http":
        return line
    try:
        line.settimeout(connecting.left())
        return _tls().wrap_socket(line, server_hostname=address.host)
    except BaseException:
        line.close()
        raise


def _first_that_answers(numbers: list[str], port: int, connecting: _Deadline) -> socket.socket:
    failure: OSError = OSError("không có địa chỉ nào")
    for number in numbers:
        line = socket.socket(socket.AF_INET6 if ":" in number else socket.AF_INET)
        try:
            line.settimeout(connecting.left())
            line.connect((number, port))
            return line
        except OSError as reason:
            line.close()
            failure = reason
    raise failure


@functools.cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


class _Patient:
    """A socket as http.client uses one, each step of which has only what is left of the time."""

    def __init__(self, line: socket.socket, deadline: _Deadline) -> None:
        self._line = line
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        self._line.settimeout(self._deadline.left())
        self._line.sendall(data)

    def makefile(self, *args: object, **kwargs: object) -> io.BufferedReader:
        return io.BufferedReader(_PatientReader(self._line, self._deadline))

    def close(self) -> None:
        """Whoever opened the line closes it: the client lets go of it before it has read all."""


class _PatientReader(io.RawIOBase):
    def __init__(self, line: socket.socket, deadline: _Deadline) -> None:
        self._line = line
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._line.settimeout(self._deadline.left())
        return self._line.recv_into(buffer)


def _listen(response: http.client.HTTPResponse) -> str:
    """The beginning of what is said. The status counts, so nothing that goes wrong here does."""
    try:
        read = response.read(MOST_READ)
    except (OSError, http.client.HTTPException, ValueError):
        read = b""
    return " ".join(read[: 4 * SHOWN].decode("utf-8", "replace").split())[:SHOWN]


def _said(status: int, words: str) -> str:
    if 300 <= status < 400:
        return f"Trả lời {status}: địa chỉ nhận không được chuyển hướng."
    name = HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else ""
    return f"Trả lời {status} {name}".rstrip() + (f": {words}" if words else ".")


def _retry_after(value: str | None) -> float | None:
    """Seconds, from a number of them or from a date; None when it cannot be read."""
    if not value:
        return None
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        return max(parsedate_to_datetime(value).timestamp() - time.time(), 0)
    except (ValueError, OverflowError):
        return None
