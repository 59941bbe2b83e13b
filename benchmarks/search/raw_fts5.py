"""The least a search on SQLite can take: one table of words, one question, twenty rows."""

import sqlite3
import time
from collections.abc import Iterable, Sequence
from statistics import median

from .texts import Text

_TIMES = 15


class RawTable:
    """Title and body in an FTS5 table in memory, with FTS5's own cutting and ranking."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute(
            "CREATE VIRTUAL TABLE texts USING fts5"
            "(title, body, tokenize = 'unicode61 remove_diacritics 0')"
        )
        rows = ((text.title, text.body) for text in texts)
        self._connection.executemany("INSERT INTO texts VALUES (?, ?)", rows)

    def seconds(self, words: str) -> float:
        """For the twenty best texts with these words side by side; the median of some tries."""
        return median(self._once(words) for _ in range(_TIMES))

    def _once(self, words: str) -> float:
        started = time.perf_counter()
        self._best(words)
        return time.perf_counter() - started

    def _best(self, words: str) -> Sequence[object]:
        return self._connection.execute(
            "SELECT rowid, title FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 20",
            (f'"{words}"',),
        ).fetchall()
