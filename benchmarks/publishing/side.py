"""One side of the comparison: a process that publishes its articles again whenever it is told to.

In the environment of its project, `python -m benchmarks.publishing.side ours` or `… stock`. Each line
that comes in names something to do; what goes out is a line of JSON with what it took.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

from benchmarks.contenders import ours, stock

ARTICLES = 10


def main() -> None:
    import django

    django.setup()
    articles = {"ours": ours, "stock": stock}[sys.argv[1]].make_articles(ARTICLES)
    for line in sys.stdin:
        match line.strip():
            case "publish":
                answer = _publish(articles)
            case "publish without publications":
                answer = _publish_without_publications(articles)
            case "work":
                answer = _work()
        print(json.dumps(answer), flush=True)


def _publish(articles: list[Any]) -> dict[str, Any]:
    """Seconds by the clock and of the processor for each article, and the queries of one more."""
    times = [_timed(lambda article=article: _publish_one(article)) for article in articles]
    queries = _queries(lambda: _publish_one(articles[0]))
    clock, processor = zip(*times, strict=True)
    return {"clock": clock, "processor": processor, "queries": queries}


def _publish_one(article: Any) -> None:
    article.title = article.title.rstrip(".") + "." * (1 - article.title.count("."))
    article.save_revision().publish()


def _publish_without_publications(articles: list[Any]) -> dict[str, Any]:
    """As it would be if nothing were written for the public."""
    from news.syndication.publications import changing

    write = changing._write
    changing._write = lambda touched: None
    try:
        return _publish(articles)
    finally:
        changing._write = write


def _work() -> dict[str, Any]:
    """What publishing so many articles, and one of them twice, left to the worker; for one."""
    from news.worker import Worker

    queries = 0

    def work() -> None:
        nonlocal queries
        queries = _queries(lambda: Worker().run_once())

    clock, processor = _timed(work)
    times = ARTICLES + 1
    return {
        "clock": [clock / times], "processor": [processor / times], "queries": queries // times,
    }  # fmt: skip


def _timed(do: Callable[[], Any]) -> tuple[float, float]:
    clock, processor = time.perf_counter(), time.process_time()
    do()
    return time.perf_counter() - clock, time.process_time() - processor


def _queries(do: Callable[[], Any]) -> int:
    from django.db import connection, reset_queries
    from django.test.utils import CaptureQueriesContext

    reset_queries()  # it remembers nine thousand, and counts none beyond
    with CaptureQueriesContext(connection) as captured:
        do()
    return len(captured)


if __name__ == "__main__":
    main()
