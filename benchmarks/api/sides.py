"""A project that is filled and served, and what each request costs it."""

import http.client
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from benchmarks import databases
from benchmarks.contenders import ours, processor, stock
from benchmarks.programs import Project

CONTENDERS = {"ours": ours, "stock": stock}
SECONDS = 0.5  # of the processor, in one round
AT_LEAST = 5  # requests


@dataclass
class Side:
    """A server, the addresses it is asked for, by what sort of question it is, and what that cost."""

    name: str
    articles: int
    port: int
    database: str
    addresses: dict[str, list[str]]
    queries: dict[str, int]
    costs: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    sizes: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._next = {sort: cycle(addresses) for sort, addresses in self.addresses.items()}

    def ask(self, sort: str) -> None:
        """For some moments; each cost is in seconds of the processor for one request."""
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        before, asked, spent = self._spent(), 0, 0.0
        while spent < SECONDS:
            for address in islice(self._next[sort], AT_LEAST):
                client.request("GET", address)
                response = client.getresponse()
                self.sizes[sort] = len(response.read())
                if response.status != 200:
                    raise SystemExit(f"{self.name} answers {response.status}: {address}")
            asked += AT_LEAST
            spent = self._spent() - before
        client.close()
        self.costs[sort].append(spent / asked)

    def cost(self, sort: str) -> float:
        return median(self.costs[sort])

    def _spent(self) -> float:
        spent = processor.seconds_of_server(self.port)
        return spent + (processor.seconds_of_database(self.database) if self.database else 0)


@contextmanager
def side(
    name: str,
    articles: int,
    server: str,
    made: Callable[[Path, str], Project] | None = None,
    filling: str = "benchmarks.api.filling",
) -> Iterator[Side]:
    """On the database server; without one, on SQLite. `made` makes another project of that name."""
    with (
        tempfile.TemporaryDirectory(prefix="api-") as folder,
        databases.database_on(server, Path(folder)) as database,
    ):
        project: Project = (made or CONTENDERS[name].project)(Path(folder), database)
        project.manage("migrate", "--noinput")
        addresses = said_by(project, filling, name, str(articles))
        queries = said_by(project, "benchmarks.api.counting", told=json.dumps(addresses))
        with project.serving() as port:
            own = urlsplit(database).path.strip("/") if server else ""
            yield Side(name, articles, port, own, addresses, queries)


def said_by(project: Project, module: str, *arguments: str, told: str = "") -> Any:
    """What a program that runs in the project says, as JSON."""
    said = subprocess.run(
        # Whitenoise warns that no static files were collected.
        [sys.executable, "-W", "ignore::UserWarning", "-m", module, *arguments],
        cwd=project.root,
        env={**os.environ, **project.environment},
        input=told,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(said.stdout)
