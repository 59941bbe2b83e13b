"""What publishing costs an editor: here, in a stock Wagtail project, and without publications.

Articles with four photos, all sizes ready, are saved and published again and again, by turns in both
projects, each with a fresh database of its own.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks import databases
from benchmarks.contenders import ours, stock

Tell = Callable[[str], dict[str, Any]]

STOCK = "stock Wagtail"
# What is measured, which side does it, and what that side is told.
WAYS = (
    (STOCK, "stock", "publish"),
    ("ours", "ours", "publish"),
    ("ours, later in the worker", "ours", "work"),
    ("ours, nothing for the public", "ours", "publish without publications"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--rounds", type=int, default=12)
    options = parser.parse_args()
    with (
        databases.running_server(options.engine) as server,
        _side("ours", ours, server) as tell_ours,
        _side("stock", stock, server) as tell_stock,
    ):
        _compare({"ours": tell_ours, "stock": tell_stock}, options.rounds)


def _compare(sides: dict[str, Tell], rounds: int) -> None:
    took: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for _ in range(rounds):
        for way, side, order in WAYS:
            took[way].append(sides[side](order))
    print(f"{'':30}{'by the clock':>14}{'processor':>12}{'queries':>9}{'× stock':>9}")
    for way, *_ in WAYS:
        clock, processor = _median(took[way], "clock"), _median(took[way], "processor")
        ratios = [clock / _median(took[STOCK], "clock")]
        ratios.append(processor / _median(took[STOCK], "processor"))
        print(
            f"{way:30}{clock * 1000:11.1f} ms{processor * 1000:9.1f} ms{took[way][-1]['queries']:9}"
            f"  {ratios[0]:.2f} by the clock, {ratios[1]:.2f} processor"
        )


def _median(rounds: list[dict[str, Any]], what: str) -> float:
    return statistics.median(seconds for each in rounds for seconds in each[what])


@contextmanager
def _side(name: str, contender: Any, server: str) -> Iterator[Tell]:
    """One project's process, ready to be told what to do."""
    with (
        tempfile.TemporaryDirectory(prefix="publishing-") as folder,
        databases.database_on(server, Path(folder)) as database,
    ):
        project = contender.project(Path(folder), database)
        project.manage("migrate", "--noinput")
        with subprocess.Popen(
            [sys.executable, "-m", "benchmarks.publishing.side", name],
            cwd=project.root,
            env={**os.environ, **project.environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as process:
            yield lambda order: _answer(process, order)
            process.communicate()


def _answer(process: subprocess.Popen[bytes], order: str) -> dict[str, Any]:
    told, said = process.stdin, process.stdout
    if told is None or said is None:
        raise RuntimeError("a side is told and says things through pipes")
    told.write(f"{order}\n".encode())
    told.flush()
    answer: dict[str, Any] = json.loads(said.readline())
    return answer


if __name__ == "__main__":
    main()
