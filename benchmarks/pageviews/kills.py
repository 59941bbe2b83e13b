"""Whether every view that was acknowledged is counted once, whatever is killed and when.

Readers who never come twice send views while web processes, the worker and, with `--stores servers`,
Redis and PostgreSQL are killed (SIGKILL) at random moments and started again on the same data.
"""

import argparse
import random
import re
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg

from benchmarks.databases import ROOT
from benchmarks.programs import Failed, Project

from .ours import BROWSER, WORKERS, articles_at, our_site
from .processes import Program, children, kill
from .stores import start_postgresql, start_redis
from .visitors import Visitors

COUNTED = "SELECT SUM(views), SUM(surplus) + SUM(robots) FROM pageviews_viewday"
RESPAWNED = 7.0  # seconds; one that is killed sooner granian takes for broken, and ends itself
TOTALS = "SELECT SUM(website) FROM pageviews_viewtotal"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hits", type=int, default=1_000_000, help="to be acknowledged")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--connections", type=int, default=50)
    parser.add_argument("--stores", choices=["files", "servers"], default="files")
    parser.add_argument("--minutes", type=float, default=20, help="gives up after so many")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--short", action="store_true", help="20,000 hits, 4 kills")
    options = parser.parse_args()
    if options.short:
        options.hits, options.kills = 20_000, 4
    with tempfile.TemporaryDirectory(prefix="pageviews-", ignore_cleanup_errors=True) as folder:
        sys.exit(not _measure(Path(folder), options))


def _measure(folder: Path, options: argparse.Namespace) -> bool:
    started = time.monotonic()
    with ExitStack() as stack:
        site, servers = _site(folder, options.stores, stack)
        with _serving(site, servers) as (port, targets):
            visitors = Visitors(port, [each.key for each in articles_at(port)], options.connections)
            killer = _Killer(targets, visitors, options)
            sending = time.monotonic()
            with killer:
                visitors.send(
                    lambda: visitors.acknowledged >= options.hits and killer.is_done,
                    options.minutes * 60,
                )
            sent = time.monotonic() - sending
        site.manage("worker", "--once")
        stored, others, totals = _stored(site)
        told = _readers_in(folder)
    more, unsure = stored - visitors.acknowledged, visitors.cut + visitors.refused
    print(
        f"{options.stores}, {killer.kills} kills ({killer.told()}), {visitors.acknowledged / sent:,.0f}/s"
    )
    print(f"acknowledged  {visitors.acknowledged}")
    print(f"stored        {stored}, in the totals {totals}")
    print(f"not known     {more}, at most {unsure}: {visitors.cut} cut, {visitors.refused} refused")
    print(f"readers found in databases, logs and output: {', '.join(told) or 'none'}")
    print(f"{sent:.0f} s of sending, {time.monotonic() - started:.0f} s in all")
    is_whole = visitors.acknowledged >= options.hits and killer.kills == options.kills
    return is_whole and 0 <= more <= unsure and not others and totals == stored and not told


def _site(folder: Path, stores: str, stack: ExitStack) -> tuple[Project, dict[str, Program]]:
    """The site, and the servers below it that can be killed."""
    if stores == "files":
        return our_site(folder / "site"), {}
    log, redis = start_redis(folder / "redis")
    stack.callback(redis.end)
    database, postgresql = start_postgresql(folder / "postgresql")
    stack.callback(postgresql.end)
    site = our_site(folder / "site", PAGE_VIEWS_URL=log, DATABASE_URL=database)
    return site, {"Redis": redis, "PostgreSQL": postgresql}


@contextmanager
def _serving(
    site: Project, servers: Mapping[str, Program]
) -> Iterator[tuple[int, dict[str, Callable[[], None]]]]:
    """The port, and how to kill what: granian itself replaces its processes."""
    command = [sys.executable, ROOT / "manage.py", "worker"]
    with site.server(WORKERS) as server:
        worker = Program(command, site.folder, site.environment)
        try:
            yield (
                server.port,
                {
                    "web": lambda: kill(random.choice(children(server.pid))),
                    "worker": worker.kill_and_start,
                    **{name: program.kill_and_start for name, program in servers.items()},
                },
            )
        finally:
            worker.end()


class _Killer:
    """Kills one after the other, at random shares of the work; so all kills fall into it."""

    def __init__(
        self,
        targets: Mapping[str, Callable[[], None]],
        visitors: Visitors,
        options: argparse.Namespace,
    ) -> None:
        random.seed(options.seed)
        self._targets, self._visitors = targets, visitors
        self._last_web = 0.0
        self._moments = sorted(random.random() * options.hits for _ in range(options.kills))
        self._done: list[str] = []
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run)

    @property
    def kills(self) -> int:
        return len(self._done)

    @property
    def is_done(self) -> bool:
        return not self._thread.is_alive()

    def told(self) -> str:
        return ", ".join(f"{self._done.count(name)} {name}" for name in self._targets)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *error: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _run(self) -> None:
        names = list(self._targets)
        for number, moment in enumerate(self._moments):
            while self._visitors.acknowledged < moment:
                if self._is_over.wait(random.uniform(0, 0.05)):
                    return
            name = names[number % len(names)]
            if name == "web":
                self._is_over.wait(self._last_web + RESPAWNED - time.monotonic())
                self._last_web = time.monotonic()
            self._targets[name]()
            self._done.append(name)


def _stored(site: Project) -> tuple[int, int, int]:
    """Views by day, what was counted apart, and the totals; asked past our own programs."""
    database = site.environment["DATABASE_URL"]
    connect = psycopg.connect if database.startswith("postgres") else sqlite3.connect
    connection = connect(database.removeprefix("sqlite:///"))
    try:
        views, others = connection.execute(COUNTED).fetchone()
        (totals,) = connection.execute(TOTALS).fetchone()
        return int(views), int(others), int(totals)
    finally:
        connection.close()


def _readers_in(folder: Path) -> list[str]:
    """The files that hold an address or a browser's name of those who read here."""
    reader = re.compile(
        rb"(?<![\d.])1[1-9]\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d.])|" + re.escape(BROWSER.encode())
    )
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if reader.search(path.read_bytes())]


if __name__ == "__main__":
    try:
        main()
    except Failed as reason:
        sys.exit(str(reason))
