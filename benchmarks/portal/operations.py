"""Whether a portal holds what we show, whatever editors do.

For each seed a site of its own, and a newsroom that does something or other, thousands of times:
all that `benchmarks.newsroom` knows. Time passes between. The reference portal (mirror.py) catches up
over HTTP at random moments; every so often its copy is compared, field by field, with the public
API, and with what by plain rules is public. One process for each seed, one after the other.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--operations", type=int, default=10_000)
    parser.add_argument("--seeds", type=int, default=20, help="1 to so many")
    parser.add_argument("--engine", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--compare-every", type=int, default=20, help="operations, about")
    parser.add_argument("--keep", type=Path, help="results; a seed that is done is not done again")
    parser.add_argument("--minutes", type=float, help="begins no seed after so many")
    parser.add_argument("--inside", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside is not None:
        _inside(options)
        return
    with tempfile.TemporaryDirectory(prefix="operations-") as folder:
        sys.exit(_run_seeds(options, options.keep or Path(folder)))


def _run_seeds(options: argparse.Namespace, results: Path) -> int:
    results.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    failed, done, operations = 0, 0, Counter[str]()
    for seed in range(1, options.seeds + 1):
        if options.minutes and time.monotonic() - started > options.minutes * 60:
            break
        result = results / f"{options.engine}-{options.operations}-{seed}.json"
        if not result.exists():
            _run_seed(seed, options, result)
        outcome = json.loads(result.read_text()) if result.exists() else None
        _print_seed(seed, outcome)
        done += 1
        failed += not outcome or bool(outcome["differences"])
        operations.update(outcome["operations"] if outcome else {})
    print(f"\n{'operations by kind':44}{sum(operations.values()):>8}")
    for name, count in operations.most_common():
        print(f"  {name.replace('_', ' '):42}{count:>8}")
    print(f"{done} seeds, {failed} with differences")
    return int(bool(failed or not done))


def _run_seed(seed: int, options: argparse.Namespace, result: Path) -> None:
    from benchmarks.databases import run_on

    inside = ["--inside", str(seed), "--keep", str(result)]
    command = [__file__, *sys.argv[1:], *inside]
    run_on(options.engine, "benchmarks.portal.settings", *command, in_memory=True)


def _print_seed(seed: int, outcome: dict[str, Any] | None) -> None:
    if outcome is None:
        print(f"seed {seed}: broke off", flush=True)
        return
    print(
        f"seed {seed}: {sum(outcome['operations'].values())} operations,"
        f" {outcome['catch_ups']} times caught up, {outcome['comparisons']} times compared"
        f" ({outcome['compared']} objects), {len(outcome['differences'])} differences,"
        f" {outcome['seconds']:.0f} s",
        flush=True,
    )
    for line in outcome["differences"]:
        print(f"  {line}", flush=True)


def _inside(options: argparse.Namespace) -> None:
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from benchmarks.newsroom import plant
    from benchmarks.portal.mirror import Mirror
    from benchmarks.portal.trial import follow
    from tests.news.syndication.real_server import real_server

    call_command("migrate", verbosity=0)
    plant()
    with real_server() as url:
        settings.PUBLIC_URL = url
        mirror = Mirror(url, str(Path(os.environ["DATA_DIR"]) / "copy.sqlite3"))
        outcome = follow(mirror, options.inside, options.operations, options.compare_every, _report)
    options.keep.write_text(json.dumps(asdict(outcome), ensure_ascii=False, indent=1))


def _report(number: int, outcome: Any) -> None:
    if number % 500 == 0:
        print(f"  {number}, compared {outcome.comparisons} times", flush=True)


if __name__ == "__main__":
    main()
