"""All that is measured of one contender."""

import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from statistics import median
from time import perf_counter

from search.vietnamese.normalise import strip_accents

from .admin import admin_seconds
from .asking import Answer, Client
from .engines import Contender, Prepared, prepared
from .query import Query
from .texts import Text
from .write_lock import longest_wait

COMMON_WORDS = ("sở nội vụ", "ủy ban nhân dân")
_COMMON_TIMES = 5
_SUGGESTIONS = 100
_BY_EDITORS = 20  # queries, from all classes


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds throughout; None for what the contender does not have."""

    contender: Contender
    answers: Sequence[Answer]
    suggestions: Sequence[float]
    admin: Sequence[float]
    common: dict[str, tuple[float | None, float | None]]
    """What common words take when they are first asked for, and when they are asked for again."""
    rebuild: float
    write_lock: float | None


def measure(
    contender: Contender,
    texts: Sequence[Text],
    file: Path,
    folder: Path,
    queries: Sequence[Query],
    timeout: float,
) -> Measured:
    _tell(f"{contender.name}: bringing in {len(texts)} texts, unless they are there")
    with prepared(contender, file, folder) as made:
        _tell(f"{contender.name}: rebuilding the index")
        rebuild, write_lock = _rebuild(made)
        made.refuse_idle_search()
        with made.project.serving() as port:
            client = Client(contender, port, timeout)
            _warm_up(client, queries)
            answers = list(_asked(client, queries))
            suggestions = list(_suggested(client, texts))
            common = {words: _common(client, words) for words in COMMON_WORDS}
            by_editors = queries[:: max(len(queries) // _BY_EDITORS, 1)]
            _tell(f"{contender.name}: the admin's search")
            admin = list(admin_seconds(made.project, port, by_editors, timeout))
    return Measured(contender, answers, suggestions, admin, common, rebuild, write_lock)


def some_of_each(queries: Sequence[Query], count: int) -> list[Query]:
    """The first so many of each class."""
    groups = groupby(queries, key=lambda query: query.kind)
    return [query for _, group in groups for query in islice(group, count)]


def _rebuild(made: Prepared) -> tuple[float, float | None]:
    if not made.sqlite:
        seconds = made.project.manage("update_index")
        made.learn_what_is_in_it()
        return seconds, None
    started = perf_counter()
    with made.project.managing("update_index") as program:
        wait = longest_wait(made.sqlite, program)
    return perf_counter() - started, wait


def _warm_up(client: Client, queries: Sequence[Query]) -> None:
    """The first request loads what all others find loaded."""
    for query in queries[:1]:
        client.ask(query)


def _asked(client: Client, queries: Sequence[Query]) -> Iterator[Answer]:
    for kind, group in groupby(queries, key=lambda query: query.kind):
        _tell(f"{client.contender.name}: class {kind}")
        yield from client.ask_all(group)


def _suggested(client: Client, texts: Sequence[Text]) -> Iterator[float]:
    """What a visitor has typed of a title so far, half of them without accents."""
    chance = random.Random(2026)
    for _ in range(_SUGGESTIONS):
        title = chance.choice(texts).title.lower()
        typed = title[: chance.randint(2, 14)]
        path = client.contender.suggest_path(chance.choice((typed, strip_accents(typed))))
        seconds = client.seconds(path) if path else None
        if seconds is None:
            return
        yield seconds


def _common(client: Client, words: str) -> tuple[float | None, float | None]:
    """Each number of answers is another address, which nobody has asked for yet."""
    paths = [client.contender.search_path(words, 20 + more) for more in range(_COMMON_TIMES)]
    return _median(map(client.seconds, paths)), _median(map(client.seconds, paths))


def _median(tries: Iterable[float | None]) -> float | None:
    answered = [seconds for seconds in tries if seconds is not None]
    return median(answered) if answered else None


def _tell(words: str) -> None:
    print(f"… {words}", file=sys.stderr, flush=True)
