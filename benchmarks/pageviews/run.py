"""How many page views a second are counted, beside others, and what counting adds to a page.

Contenders answer the same 50 clients in turn, in rounds; what is compared are the medians.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.programs import Failed, Project

from .contenders import Contender, contenders
from .ours import our_site
from .pages import added_by_counting

BEACON = Path(__file__).with_name("beacon.lua")
OURS, STOCK, APPEND = "ours, files", "stock, F() + 1", "bare O_APPEND"
TIMES_STOCK, SHARE_OF_APPEND, MOST_ADDED = 100, 0.3, 0.1


class Round(NamedTuple):
    """Times in milliseconds."""

    requests: int
    seconds: float
    refused: int
    broken: int
    median: float
    p99: float

    @property
    def rate(self) -> float:
        return (self.requests - self.refused) / self.seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=6, help="of a contender's round")
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument(
        "--pages", type=int, default=200, help="of a round with and without beacons"
    )
    parser.add_argument("--short", action="store_true", help="two short rounds: does it all work?")
    options = parser.parse_args()
    if options.short:
        options.rounds, options.seconds, options.pages = 2, 1, 20
    if not shutil.which("wrk"):
        sys.exit("wrk sends the requests: apt-get install wrk")
    with tempfile.TemporaryDirectory(prefix="pageviews-", ignore_cleanup_errors=True) as folder:
        site = our_site(Path(folder) / "files")
        kept = _pages(site, options)
        kept &= _compare(Path(folder), site, options)
    sys.exit(not kept)


def _compare(folder: Path, site: Project, options: argparse.Namespace) -> bool:
    with contenders(folder, site) as found:
        rounds: dict[str, list[Round]] = {each.name: [] for each in found}
        numbers = count(0, 2_000_000)  # a million addresses and more for each round
        for each in found:
            _ask(each, folder, 1, options.clients, next(numbers))
        for _ in range(options.rounds):
            for each in found:
                told = _ask(each, folder, options.seconds, options.clients, next(numbers))
                rounds[each.name].append(told)
    rates = {name: median(each.rate for each in told) for name, told in rounds.items()}
    print(
        "| Contender | Counted a second | Least and most | Median, p99 | To stock | To O_APPEND |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    for name, told in sorted(rounds.items(), key=lambda item: -rates[item[0]]):
        _print_row(name, told, rates)
    return rates[OURS] >= max(rates[STOCK] * TIMES_STOCK, rates[APPEND] * SHARE_OF_APPEND)


def _ask(contender: Contender, folder: Path, seconds: int, clients: int, first: int) -> Round:
    request = folder / "request"
    request.write_bytes(contender.request)
    command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds}", "-s", BEACON]
    command += [f"http://127.0.0.1:{contender.port}/", "--", request, str(first)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    told = Round(**json.loads(result.stdout.splitlines()[-1]))
    if told.refused or told.broken:
        print(f"{contender.name}: {told.refused} refused, {told.broken} broken")
    return told


def _print_row(name: str, told: list[Round], rates: dict[str, float]) -> None:
    least, most = min(each.rate for each in told), max(each.rate for each in told)
    middle, p99 = median(each.median for each in told), median(each.p99 for each in told)
    print(
        f"| {name} | {rates[name]:,.0f} | {least:,.0f} – {most:,.0f} | {middle:.1f}, {p99:.1f} ms"
        f" | {rates[name] / rates[STOCK]:.1f} | {rates[name] / rates[APPEND]:.2f} |"
    )


def _pages(site: Project, options: argparse.Namespace) -> bool:
    added = added_by_counting(site, options.rounds, options.pages)
    print(f"counting adds {added:.1%} to the processor time of a page")
    return added <= MOST_ADDED


if __name__ == "__main__":
    try:
        main()
    except Failed as reason:
        sys.exit(str(reason))
