"""One request to the server beside the database, and whether to ask it at all."""

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Thread
from typing import Any as AnyType
from typing import ClassVar

from .failures import EngineUnavailable, NoTimeLeft

READ_TIMEOUT, WRITE_TIMEOUT = 2.0, 10.0  # seconds; all requests of a search share the first
LEAST = 0.1  # seconds; in fewer a server that is well may not answer either
LEFT_ALONE = 5.0  # seconds, after a request that was not answered in time
MOST_AT_ONCE = 16  # requests of a process, those nobody waits for any longer among them
MAY_HELP_LATER = (401, 403, 429)  # a password is put right, a queue gets shorter


class Client(ABC):
    """One of the two servers' own clients, reduced to one request."""

    def __init__(self, address: str, login: tuple[str, str] | None) -> None:
        self.address, self.login = address, login

    @abstractmethod
    def send(self, method: str, path: str, body: str, content_type: str, timeout: float) -> AnyType:
        """The answer as it came, decoded.

        Raises EngineUnavailable where there was none in time or the server could not, and Refused
        where it did not want to.
        """


class Refused(Exception):
    def __init__(self, status: int, reason: str) -> None:
        super().__init__(f"{status}: {reason[:300]}")
        self.status = status


class Patience:
    """How long whoever searches still waits for the server, however many requests it takes."""

    def __init__(self) -> None:
        self.seconds = READ_TIMEOUT


class Server:
    """Asks the server, and leaves it alone for some seconds when it does not answer."""

    _left_alone_until: ClassVar[dict[str, float]] = {}

    def __init__(self, client: Client) -> None:
        self.client = client

    def get(self, path: str, body: AnyType = None, timeout: float = READ_TIMEOUT) -> AnyType:
        if time.monotonic() < self._left_alone_until.get(self.client.address, 0):
            raise EngineUnavailable("it did not answer a moment ago")
        return self._send("POST" if body is not None else "GET", path, body, timeout)

    def search(self, path: str, body: AnyType, patience: Patience) -> AnyType:
        started = time.monotonic()
        try:
            return self.get(path, body, patience.seconds)
        finally:
            patience.seconds -= time.monotonic() - started

    def put(self, path: str, body: AnyType) -> AnyType:
        return self._send("PUT", path, body, WRITE_TIMEOUT)

    def post(self, path: str, body: AnyType = None) -> AnyType:
        return self._send("POST", path, body, WRITE_TIMEOUT)

    def delete(self, path: str) -> AnyType:
        return self._send("DELETE", path, None, WRITE_TIMEOUT)

    def bulk(self, path: str, lines: Iterable[AnyType]) -> AnyType:
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        return self._asked("POST", path, text, "application/x-ndjson", WRITE_TIMEOUT)

    def _send(self, method: str, path: str, body: AnyType, timeout: float) -> AnyType:
        text = "" if body is None else json.dumps(body, ensure_ascii=False)
        return self._asked(method, path, text, "application/json", timeout)

    def _asked(self, method: str, path: str, text: str, kind: str, timeout: float) -> AnyType:
        address, deadline = self.client.address, time.monotonic() + timeout
        try:
            if address in self._left_alone_until:
                # Something small first: nobody waits long, time and again, for one who is away.
                self._answer("GET", "/", "", "application/json", min(timeout, READ_TIMEOUT))
            answer = self._answer(method, path, text, kind, deadline - time.monotonic())
        except NoTimeLeft:
            raise
        except EngineUnavailable:
            self._left_alone_until[address] = time.monotonic() + LEFT_ALONE
            raise
        self._left_alone_until.pop(address, None)
        return answer

    def _answer(self, method: str, path: str, text: str, kind: str, timeout: float) -> AnyType:
        if timeout < LEAST:
            raise NoTimeLeft("it takes too long for all that is asked of it")
        try:
            answer = _in_time(timeout, lambda: self.client.send(method, path, text, kind, timeout))
        except Refused as refused:
            if refused.status in MAY_HELP_LATER or not 400 <= refused.status < 500:
                raise EngineUnavailable(str(refused)) from refused
            raise
        if not isinstance(answer, dict):
            raise EngineUnavailable("no search server answered, but something else")
        return answer


_under_way = BoundedSemaphore(MOST_AT_ONCE)


def _in_time(seconds: float, send: Callable[[], AnyType]) -> AnyType:
    """The answer, if all of it is here by then.

    The clients' own patience is with each piece: of a server that sends byte by byte there is no end.
    """
    if not _under_way.acquire(timeout=seconds):
        raise EngineUnavailable("too many of its answers are still on their way")
    outcome: SimpleQueue[tuple[AnyType, Exception | None]] = SimpleQueue()

    def wait() -> None:
        try:
            outcome.put((send(), None))
        except Exception as error:
            outcome.put((None, error))
        finally:
            _under_way.release()

    Thread(target=wait, daemon=True).start()
    try:
        answer, error = outcome.get(timeout=seconds)
    except Empty:
        raise EngineUnavailable("its answer takes too long") from None
    if error:
        raise error
    return answer
