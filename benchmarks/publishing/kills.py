"""Whether what the public sees is what is published, wherever the editor's process is killed.

A process does what editors do, one thing after the other, and is killed (SIGKILL) at a random
moment; then pages and publications are compared by plain rules, and the sweep must find nothing to
repair. Beside it the usual way: what the public sees is written just after the change was committed.
"""

import argparse
import logging
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
FIRST = 6  # articles
MOST_LINES = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engines", default="sqlite,postgresql")
    parser.add_argument(
        "--kills", type=int, default=200, help="10 and --kills-beside 10 are a short run"
    )
    parser.add_argument("--kills-beside", type=int, default=50, help="of the usual way")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        _measure(options)
    else:
        sys.exit(max([_run(engine) for engine in options.engines.split(",")]))


def _run(engine: str) -> int:
    from benchmarks.databases import run_on

    settings = "website.settings.development"
    return run_on(engine, settings, __file__, *sys.argv[1:], "--inside")


def _measure(options: argparse.Namespace) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from benchmarks.newsroom import SEEN, Newsroom, plant
    from benchmarks.newsroom.articles import write
    from benchmarks.publishing.killing import kill_again_and_again, write_after_the_commit
    from news.syndication.publications import reconcile

    call_command("migrate", verbosity=0)
    plant()
    room = Newsroom(options.seed, SEEN)
    for _ in range(FIRST):
        write(room)

    print(f"{connection.vendor}:", flush=True)
    ours = kill_again_and_again(options.kills, options.seed + 1, lambda: None)
    _print("in the transaction", options.kills, ours)
    reconcile.logger.setLevel(logging.ERROR)  # it warns of all it finds
    seed = options.seed + 1 + options.kills  # other words than before
    beside = kill_again_and_again(options.kills_beside, seed, write_after_the_commit)
    _print("just after the commit", options.kills_beside, beside)
    for line in ours.wrong[:MOST_LINES]:
        print(f"  {line}")
    sys.exit(int(bool(ours.wrong)))


def _print(what: str, kills: int, killed: Any) -> None:
    print(
        f"  written {what:24}{kills} kills, {killed.while_at_work} at work,"
        f" {killed.before_commit} of these before a commit of publications;"
        f" {killed.times_wrong} times wrong",
        flush=True,
    )


if __name__ == "__main__":
    main()
