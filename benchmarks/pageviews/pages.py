"""What counting adds to the processor time of serving a page."""

import http.client
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from statistics import median

from benchmarks.programs import Failed, Project

from .ours import WORKERS, Article, articles_at, beacon
from .processes import children

TICKS = os.sysconf("SC_CLK_TCK")


def added_by_counting(site: Project, rounds: int, pages: int) -> float:
    """The share by which beacons make pages dearer; rounds with and without them in turn."""
    addresses = (f"11.1.{number // 250}.{number % 250}" for number in count())
    with site.server(WORKERS) as server:
        articles = articles_at(server.port)
        _read(server.port, articles, len(articles) * 2, addresses)  # until all is warm
        shares = []
        for _ in range(rounds):
            times = []
            for visitors in (None, addresses):
                before = _processor_seconds(server.pid)
                _read(server.port, articles, pages, visitors)
                times.append(_processor_seconds(server.pid) - before)
            shares.append(times[1] / times[0] - 1)
    return median(shares)


def _read(port: int, articles: list[Article], pages: int, visitors: Iterator[str] | None) -> None:
    """The pages in turn, each counted when there are visitors."""
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        for number in range(pages):
            article = articles[number % len(articles)]
            client.request("GET", article.path)
            _expect_success(client)
            if visitors:
                _count(client, article, port, next(visitors))
    finally:
        client.close()


def _count(client: http.client.HTTPConnection, article: Article, port: int, address: str) -> None:
    head, *lines = beacon(article.key, port, address).decode().strip().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    client.request("POST", head.split()[1], headers=headers)
    _expect_success(client)


def _expect_success(client: http.client.HTTPConnection) -> None:
    answer = client.getresponse()
    answer.read()
    if answer.status != 200:
        raise Failed(f"the site answered {answer.status}")


def _processor_seconds(server: int) -> float:
    ticks = 0
    for pid in (server, *children(server)):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / TICKS
