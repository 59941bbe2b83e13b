"""Whether portals that follow the changes are told of every one, though many write at once.

Eight writers correct articles, each article once, in transactions that take 4 or 50 ms besides their
own work; one in twenty is rolled back. Three portals follow GET /api/v1/changes/ on a real server,
from before the first change to the end. Three others read a table of what changed, in the same
database and written in the same transactions, from the last id on.
"""

import argparse
import io
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engines", default="sqlite,postgresql")
    parser.add_argument("--commits", type=int, default=4200, help="about; 300 for a short run")
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--pollers", type=int, default=3, help="of each kind")
    parser.add_argument("--rollbacks", type=float, default=0.05, help="share of all transactions")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        _measure(options)
    else:
        sys.exit(max([_run(engine) for engine in options.engines.split(",")]))


def _run(engine: str) -> int:
    from benchmarks.databases import run_on

    settings = "benchmarks.changes.settings"
    return run_on(engine, settings, __file__, *sys.argv[1:], "--inside")


def _measure(options: argparse.Namespace) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from benchmarks.changes import naive
    from benchmarks.changes.pollers import ById, Ours
    from benchmarks.changes.writers import Writers
    from benchmarks.programs import Project

    data = Path(os.environ["DATA_DIR"])
    call_command("migrate", verbosity=0)
    naive.create()
    articles = _articles(round(options.commits / (1 - options.rollbacks)), data)
    writers = Writers(articles, options.writers, options.rollbacks, options.seed)
    project = Project(ROOT, data, "website.wsgi:application", {})
    with project.serving() as port:
        ours = [Ours(port) for _ in range(options.pollers)]
        by_id = [ById() for _ in range(options.pollers)]
        started = time.monotonic()
        for poller in (*ours, *by_id):
            poller.start()
        writers.work()
        seconds = time.monotonic() - started
        for poller in (*ours, *by_id):
            poller.stop()
    sys.exit(_judge(writers, ours, by_id, seconds))


def _articles(number: int, folder: Path) -> list[int]:
    from django.core.management import call_command

    from news.models import ArticlePage

    file = folder / "articles.jsonl"
    rows = (
        {"id": str(each), "title": f"Tin {each}", "body": "Nội dung."} for each in range(number)
    )
    file.write_text("\n".join(json.dumps(row) for row in rows))
    call_command("import_articles", str(file), "--publish", stdout=io.StringIO())
    return list(ArticlePage.objects.order_by("pk").values_list("pk", flat=True))


def _judge(writers: Any, ours: list[Any], by_id: list[Any], seconds: float) -> int:
    from django.db import connection

    from news.syndication.models import Publication

    rows = Publication.objects.filter(page__in=writers.committed)
    told = {(str(key), version) for key, version in rows.values_list("key", "version")}
    lost = [len(told - poller.seen.keys()) for poller in ours]
    doubled = [poller.seen.total() - len(poller.seen) for poller in ours]
    never_were = [len(poller.seen.keys() - told) for poller in ours]
    lost_by_id = [len(writers.committed - poller.seen.keys()) for poller in by_id]
    committed = len(writers.committed)
    print(
        f"{connection.vendor}: {committed} committed, {len(writers.rolled_back)} rolled back,"
        f" {seconds:.0f} s"
    )
    print(f"  ours         lost {lost}, doubled {doubled}, told what never was {never_were}")
    shares = ", ".join(f"{lost / committed:.1%}" for lost in lost_by_id)
    print(f"  from the id  lost {lost_by_id}, {shares}", flush=True)
    failed = [each for each in (*writers.failed, *(p.failed for p in (*ours, *by_id))) if each]
    for error in failed:
        print(f"  {error!r}")
    if connection.vendor == "postgresql" and not any(lost_by_id):
        print("  nothing was lost from the id on: such a run proves nothing")
        return 1
    return int(bool(failed) or any([*lost, *doubled, *never_were]))


if __name__ == "__main__":
    main()
