"""Whether portals are told of everything, however often the worker is killed.

Publications appear in editions of random size, as editors and imports make them; the worker's loop
for webhooks posts them to portals on 127.0.0.1, and is killed (SIGKILL) at random moments. Before
that, while nothing is killed, it is measured how long a message takes alone, and with an address
beside it that hangs. On the database of DATABASE_URL, by default a fresh SQLite file.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
TIMED = 15  # editions whose way is timed
HANGING = 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--endpoints", type=int, default=50)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--minutes", type=float, default=60, help="gives up after so many")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--inside", choices=["run", "worker"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside == "worker":
        _work()
    elif options.inside == "run":
        _measure(options)
    else:
        _start()


def _start() -> None:
    from benchmarks.databases import database_on

    with (
        tempfile.TemporaryDirectory(prefix="webhooks-") as folder,
        database_on("", Path(folder)) as fresh,
    ):
        environment = {
            "DATABASE_URL": fresh,
            **os.environ,
            "DATA_DIR": folder,
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "site"))),
            "DJANGO_SETTINGS_MODULE": "benchmarks.webhooks.settings",
        }
        command = [sys.executable, __file__, "--inside", "run", *sys.argv[1:]]
        sys.exit(subprocess.run(command, env=environment).returncode)


def _work() -> None:
    """The worker with this loop only: there are no pages behind the publications made here."""
    import signal

    import django

    django.setup()
    from news.worker import LOOPS, Worker

    worker = Worker(jobs=(), loops=LOOPS)
    signal.signal(signal.SIGTERM, lambda *_: worker.stop())
    worker.run()


def _measure(options: argparse.Namespace) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from benchmarks.webhooks.receivers import Portals

    call_command("migrate", verbosity=0)
    portals = Portals()
    names = [str(number) for number in range(options.endpoints)]
    _register(portals, names)
    worker = _Worker()
    try:
        _delays(portals, names, 1)  # until the worker has started
        alone = _delays(portals, names)
        hanging = _register(portals, [f"hang{number}" for number in range(HANGING)])
        beside = _delays(portals, names)
        for webhook in hanging:
            webhook.delete()
        print(f"from commit to arrival, {options.endpoints} addresses:")
        _print_delays("alone", alone)
        _print_delays(f"while {HANGING} others hang", beside)
        ended = _storm(portals, worker, options)
        worker.end()
    finally:
        worker.kill()
        portals.close()
    wanted = (options.events + 2 * TIMED + 1) * options.endpoints
    lost = wanted - portals.received
    most = options.kills * options.endpoints
    print(
        f"{options.events} events to {options.endpoints} addresses, {worker.kills} kills, {ended:.0f} s"
    )
    print(f"lost        {lost}")
    print(f"duplicates  {portals.duplicates}, at most {most}: kills × in flight")
    print(f"forged      {portals.forged}")
    print(f"cut off     {portals.cut}")
    sys.exit(int(bool(lost or portals.forged or portals.duplicates > most)))


def _register(portals: Any, names: list[str]) -> list[Any]:
    import standardwebhooks

    from news.syndication.models import Portal, Webhook

    made = []
    for name in names:
        portal, _ = Portal.objects.get_or_create(name=f"Cổng {name}")
        webhook = Webhook.objects.create(portal=portal, url=portals.url(name))
        portals.verifiers[name] = standardwebhooks.Webhook(webhook.secret)
        made.append(webhook)
    return made


class _Worker:
    """The process that is killed, and started again at once."""

    def __init__(self) -> None:
        self.kills = 0
        self._process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, __file__, "--inside", "worker"], cwd=ROOT)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def kill_and_start(self) -> None:
        self.kill()
        self.kills += 1
        self._process = self._start()

    def end(self) -> None:
        """As a system does it: what is in hand is finished."""
        self._process.terminate()
        self._process.wait(timeout=30)


def _publish(number: int) -> list[str]:
    """So many new objects, in one edition; their ids."""
    from django.db import transaction
    from django.utils import timezone

    from news.syndication.models import Edition, Publication

    keys = [str(uuid.uuid4()) for _ in range(number)]
    with transaction.atomic():
        edition = Edition.locked()
        now = timezone.now()
        Publication.objects.bulk_create(
            Publication(
                kind="article", key=key, locale="vi", page=0, version=1,
                edition=edition.number + 1, visible=True, reason="published",
                url=f"http://localhost/tin-tuc/{key}/", published_at=now, updated_at=now,
                changed_at=now, content_hash="",
            )
            for key in keys
        )  # fmt: skip
        edition.number += 1
        edition.save()
    return keys


def _delays(portals: Any, names: list[str], editions: int = TIMED) -> list[float]:
    """Seconds from the commit until each portal has it, one edition after the other."""
    committed: dict[str, float] = {}
    for _ in range(editions):
        (key,) = _publish(1)
        committed[key] = time.time()
        _wait_for(lambda key=key: all((name, key) in portals.first for name in names), 120)
        time.sleep(random.uniform(0.1, 0.6))
    return [portals.first[name, key] - at for key, at in committed.items() for name in names]


def _wait_for(fulfilled: Any, longest: float) -> bool:
    end = time.monotonic() + longest
    while not fulfilled():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def _print_delays(what: str, seconds: list[float]) -> None:
    middle, longest = statistics.median(seconds), max(seconds)
    print(f"  {what:24} median {middle:5.2f} s, longest {longest:5.2f} s", flush=True)


def _storm(portals: Any, worker: _Worker, options: argparse.Namespace) -> float:
    """Publishes and kills; returns when all has arrived, or time is up. Seconds."""
    started = time.monotonic()
    random.seed(options.seed)
    before = portals.received
    whole = options.events * options.endpoints
    publisher = threading.Thread(target=_publish_all, args=[options.events])
    publisher.start()
    # At random shares of the work, so that all kills fall into it, however fast it goes.
    for share in sorted(random.random() for _ in range(options.kills)):
        if not _wait_for(
            lambda share=share: portals.received - before >= whole * share, options.minutes * 60
        ):
            break
        time.sleep(random.uniform(0, 0.1))
        worker.kill_and_start()
    publisher.join()
    left = max(options.minutes * 60 - (time.monotonic() - started), 1)
    _wait_for(lambda: portals.received - before >= whole, left)
    return time.monotonic() - started


def _publish_all(events: int) -> None:
    from django.db import connection

    while events:
        number = min(events, random.choice([1, 1, 2, 5, 20, 150]))
        _publish(number)
        events -= number
        time.sleep(random.uniform(0, 0.05))
    connection.close()


if __name__ == "__main__":
    main()
