"""One client that asks one question after the other, and what it was answered."""

import http.client
import json
import random
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .engines import Contender
from .query import Query
from .texts import original


@dataclass(frozen=True, slots=True)
class Answer:
    """`ids` and `titles` of what was found, best first; `error` when there was no answer."""

    query: Query
    seconds: float
    ids: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    total: int = 0
    degraded: bool = False
    error: str = ""


@dataclass(frozen=True, slots=True)
class Client:
    """A whole request with a connection of its own, as a visitor's first one is."""

    contender: Contender
    port: int
    timeout: float

    def ask(self, query: Query) -> Answer:
        seconds, found = self._get(self.contender.search_path(query.words))
        if isinstance(found, str):
            return Answer(query, seconds, error=found)
        items = found["items"]
        return Answer(
            query,
            seconds,
            ids=tuple(original(item["external_id"] or "") for item in items),
            titles=tuple(item["title"] for item in items),
            total=found["total"],
            degraded=found.get("degraded", False),
        )

    def ask_all(self, queries: Iterable[Query]) -> Iterator[Answer]:
        return (self.ask(query) for query in queries)

    def seconds(self, path: str) -> float | None:
        """For the answer to any address; None where there is none."""
        seconds, found = self._get(path)
        return None if isinstance(found, str) else seconds

    def _get(self, path: str) -> tuple[float, dict | str]:
        """The seconds until all of the answer was here, and the answer, or what went wrong."""
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=self.timeout, source_address=_another_visitor()
        )
        started = time.perf_counter()
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            content = response.read()
        except (OSError, http.client.HTTPException) as error:
            return time.perf_counter() - started, f"{type(error).__name__}"
        finally:
            connection.close()
        seconds = time.perf_counter() - started
        return seconds, json.loads(content) if response.status == 200 else str(response.status)


def _another_visitor() -> tuple[str, int]:
    """An address of this machine: from one of them only some hundred questions a minute are taken."""
    return f"127.{random.randint(1, 254)}.{random.randint(0, 255)}.{random.randint(1, 254)}", 0
