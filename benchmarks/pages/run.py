"""What readers and portals are given from memory, and what it costs to make it.

Beside it the same articles in a project as `wagtail start` makes it, without a cache and with Django's for
the whole site; nginx with our own bytes as files; and our server with those and no code of ours.
All answer by turns on 127.0.0.1.
"""

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import databases
from benchmarks.api.sides import Side, said_by, side
from benchmarks.contenders import processor
from benchmarks.programs import Failed, Project

from . import nginx
from .asking import NO_HEADERS, Round, ask, get, have_wrk
from .contenders import (
    changed,
    our_project,
    our_uncached_project,
    server_alone,
    stock_project,
)

WORKERS = 2
FILLING = "benchmarks.pages.filling"
OURS, NGINX, CACHED, STOCK = "ours", "nginx", "stock, site cache", "stock"
ALONE = "server alone"
KINDS = ("article", "index", "API list", "API detail")
KNOWN = "article, 304"
GZIP: Mapping[str, str] = {"Accept-Encoding": "gzip"}
GZIPPED = b"\x1f\x8b"  # begins so
# At least so many times the rate of these.
GOALS: Mapping[str, Mapping[str, float]] = {
    "article": {NGINX: 0.5, CACHED: 3, STOCK: 200},
    "index": {NGINX: 0.5, CACHED: 3, STOCK: 1000},
    "API list": {NGINX: 0.6, CACHED: 3, STOCK: 1000},
    "API detail": {NGINX: 0.5, CACHED: 3, STOCK: 200},
    KNOWN: {STOCK: 200},
}
MOST_MEMORY, MOST_GROWTH, TIMES_CHEAPER, MOST_QUERIES = 1.1, 1.2, 4, 4


@dataclass(frozen=True)
class Contender:
    name: str
    port: int
    addresses: Mapping[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--seconds", type=int, default=2, help="of one round of one address")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--gzip", action="store_true", help="asked for, as browsers and portals do")
    parser.add_argument("--few", type=int, default=500)
    parser.add_argument("--many", type=int, default=0, help="50000; 0: no growth is measured")
    options = parser.parse_args()
    have_wrk()
    with databases.running_server(options.engine) as server:
        missed = list(_kept(server, options)) + list(_made(server, options))
        if options.many:
            missed += _grown(server, options)
    for each in missed:
        print(f"missed: {each}")
    sys.exit(bool(missed))


# --- From memory -----------------------------------------------------------------------------------


def _kept(server: str, options: argparse.Namespace) -> Iterator[str]:
    accepting = GZIP if options.gzip else NO_HEADERS
    with _contenders(server, options.articles) as found:
        told: dict[tuple[str, str], list[Round]] = defaultdict(list)
        for _ in range(1 + options.rounds):
            for kind in (*KINDS, KNOWN):
                for each in found:
                    told[each.name, kind].append(_ask(each, kind, options.seconds, accepting))
        for each in found:
            for kind in (*KINDS, KNOWN):
                del told[each.name, kind][:1]  # until all was warm
        for kind in (*KINDS, KNOWN):
            yield from _print_rates(kind, [each.name for each in found], told)
        yield from _print_memory(found)


@contextmanager
def _contenders(server: str, articles: int) -> Iterator[list[Contender]]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pages-")))

        def filled(name: str, make: type[Project] | object) -> tuple[Project, Mapping[str, str]]:
            own = folder / name
            own.mkdir()
            database = stack.enter_context(databases.database_on(server, own))
            project: Project = make(own, database)  # type: ignore[operator]
            project.manage("migrate", "--noinput")
            addresses = said_by(project, FILLING, name, str(articles))
            return project, {kind: addresses[kind][0] for kind in KINDS}

        def served(name: str, project: Project, addresses: Mapping[str, str]) -> Contender:
            running = stack.enter_context(project.server(WORKERS))
            return Contender(name, running.port, addresses)

        ours, stock = filled("ours", our_project), filled("stock", stock_project)
        cached = changed(stock[0], folder / "cached", SITE_CACHE="1")
        found = [served(OURS, *ours), served(STOCK, *stock), served(CACHED, cached, stock[1])]
        names = {kind: kind.replace(" ", "-").lower() for kind in KINDS}
        files = {
            f"{name}{ending}": get(found[0].port, found[0].addresses[kind], headers)[0]
            for kind, name in names.items()
            for ending, headers in (("", NO_HEADERS), (".gz", GZIP))
        }
        if plain := [
            name for name, body in files.items() if name.endswith(".gz") and body[:2] != GZIPPED
        ]:
            raise Failed(f"no shorter when compressed: {', '.join(plain)}")
        port = stack.enter_context(nginx.serving(folder / "nginx", files))
        addresses = {kind: f"/{name}" for kind, name in names.items()}
        alone = server_alone(folder / "alone", folder / "nginx" / "files")
        yield [*found, Contender(NGINX, port, addresses), served(ALONE, alone, addresses)]


def _ask(contender: Contender, kind: str, seconds: int, accepting: Mapping[str, str]) -> Round:
    headers = dict(accepting)
    address = contender.addresses[kind.partition(",")[0]]
    if kind == KNOWN and (etag := get(contender.port, address, headers)[1]):
        headers["If-None-Match"] = etag
    return ask(contender.port, address, headers, seconds)


def _print_rates(
    kind: str, names: list[str], told: Mapping[tuple[str, str], list[Round]]
) -> Iterator[str]:
    ours = median(each.rate for each in told[OURS, kind])
    print(
        f"{kind:14}{'a second':>12}{'least – most':>20}{'processor':>12}{'ours ÷':>10}{'goal':>8}"
    )
    for name in names:
        rates = [each.rate for each in told[name, kind]]
        rate, cost = median(rates), median(each.cost for each in told[name, kind])
        goal = GOALS[kind].get(name)
        print(
            f"  {name:18}{rate:9,.0f}{min(rates):12,.0f} –{max(rates):7,.0f}"
            f"{f'{cost * 1e6:,.0f} µs' if cost else '':>11}{ours / rate:11.2f}"
            f"{f'≥ {goal:,}' if goal else '':>9}"
        )
        if goal and ours / rate < goal:
            yield f"{kind}: {ours / rate:.2f} of {name}, not {goal:,}"


def _print_memory(found: list[Contender]) -> Iterator[str]:
    peaks = {
        each.name: processor.peak_memory_of_server(each.port)
        for each in found
        if each.name in (OURS, STOCK)
    }
    for name, peak in peaks.items():
        print(f"memory of {name}, all its processes at their most: {peak / 2**20:.0f} MiB")
    ratio = peaks[OURS] / peaks[STOCK]
    print(f"  ours ÷ stock {ratio:.2f}, goal ≤ {MOST_MEMORY}")
    if ratio > MOST_MEMORY:
        yield f"memory: {ratio:.2f} of stock's, not {MOST_MEMORY}"


# --- Made ------------------------------------------------------------------------------------------


@contextmanager
def _uncached(server: str, name: str, articles: int) -> Iterator[Side]:
    made = our_uncached_project if name == "ours" else stock_project
    with side(name, articles, server, made, FILLING) as each:
        yield each


def _made(server: str, options: argparse.Namespace) -> Iterator[str]:
    with (
        _uncached(server, "ours", options.articles) as ours,
        _uncached(server, "stock", options.articles) as stock,
    ):
        for _ in range(options.rounds):
            for kind in KINDS:
                ours.ask(kind)
                stock.ask(kind)
        print(f"{'made anew':14}{'queries':>18}{'processor':>24}{'stock ÷ ours':>16}")
        for kind in KINDS:
            cheaper = stock.cost(kind) / ours.cost(kind)
            print(
                f"  {kind:14}{ours.queries[kind]:9}, {stock.queries[kind]:3}"
                f"{ours.cost(kind) * 1000:13.2f}, {stock.cost(kind) * 1000:.2f} ms{cheaper:14.1f}"
            )
            if kind in ("article", "API detail"):
                if cheaper < TIMES_CHEAPER:
                    yield f"{kind}, made: {cheaper:.1f} times cheaper, not {TIMES_CHEAPER}"
                if ours.queries[kind] > MOST_QUERIES:
                    yield f"{kind}, made: {ours.queries[kind]} queries, not {MOST_QUERIES}"


def _grown(server: str, options: argparse.Namespace) -> Iterator[str]:
    kinds = ("index", "index, in the middle", "section", "article")
    with (
        _uncached(server, "ours", options.few) as few,
        _uncached(server, "ours", options.many) as many,
    ):
        for _ in range(options.rounds):
            for kind in kinds:
                few.ask(kind)
                many.ask(kind)
        print(f"{'made anew':22}{options.few:12,}{options.many:14,} articles")
        for kind in kinds:
            growth = many.cost(kind) / few.cost(kind)
            print(
                f"  {kind:22}{few.cost(kind) * 1000:9.2f} ms{many.cost(kind) * 1000:11.2f} ms"
                f"  × {growth:.2f}"
            )
            if growth > MOST_GROWTH:
                yield f"{kind}, made: × {growth:.2f} at {options.many:,} articles"


if __name__ == "__main__":
    try:
        main()
    except Failed as reason:
        sys.exit(str(reason))
