"""The engine inside SQLite: FTS5 over words we have taken apart ourselves.

Two tables: `search_text` for words, exact and folded side by side, so that "bàn" and "ban" can
both be asked for, and `search_beginning`, small and with prefix indexes, for names being typed.
FTS5's own folding is off: it would fold some Vietnamese letters and not others.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from django.db import connections
from django.db.models import QuerySet

from search.engine.counting import TermCounts
from search.engine.documents import Document, folded
from search.engine.expressions import (
    All,
    Any,
    Beginning,
    Expression,
    Mark,
    Words,
    asks_for_names,
)

from .rows import RowSearchBackend
from .words_table import ADDED_TO_WHAT_IS_THERE, Condition, Texts, WordsTable, joined

# How much a match counts: in title, body, folded title, folded body, marks.
RANK = "bm25(10.0, 1.0, 4.0, 0.4, 5.0)"
PAGES_MERGED_AT_ONCE = 300  # some tenths of a second, in which nobody else may write


class SQLiteWords(WordsTable):
    number = "rowid"
    counted_at_once = 500  # nobody else may write meanwhile
    order_of_characters = "BINARY"
    unindexed = "+"  # by their kind it took all pages, to find some
    weighed_part = (
        "SELECT rowid AS number, %s AS weight FROM search_text WHERE search_text MATCH %s"
    )

    def write(self, documents: Mapping[int, Document]) -> None:
        """What stands there already stays: most of a rebuild, and FTS5 is slow to exchange it."""
        texts = {number: _columns(each) for number, each in documents.items()}
        beginnings = {
            number: (" ".join(each.beginnings),)
            for number, each in documents.items()
            if each.beginnings
        }
        self._exchange("search_text", Texts._fields, list(documents), texts)
        self._exchange("search_beginning", ("words",), list(documents), beginnings)

    def _exchange(
        self,
        table: str,
        columns: Sequence[str],
        numbers: Sequence[int],
        wanted: Mapping[int, tuple[str, ...]],
    ) -> None:
        """Let the documents have the rows that are wanted of them, and no others."""
        names, within = ", ".join(columns), self.among("rowid", numbers)
        rows = self.run(f"SELECT rowid, {names} FROM {table} WHERE {within.sql}", within.parameters)
        there = {number: tuple(words) for number, *words in rows}
        changed = [number for number in numbers if there.get(number) != wanted.get(number)]
        gone = [(number,) for number in changed if number in there]
        new = [(number, *wanted[number]) for number in changed if number in wanted]
        self._many(f"DELETE FROM {table} WHERE rowid = %s", gone)
        values = ", ".join(["%s"] * (1 + len(columns)))
        self._many(f"INSERT INTO {table} (rowid, {names}) VALUES ({values})", new)

    def delete(self, numbers: Sequence[int]) -> None:
        rows = [(number,) for number in numbers]
        self._many("DELETE FROM search_text WHERE rowid = %s", rows)
        self._many("DELETE FROM search_beginning WHERE rowid = %s", rows)

    def tidy(self, wholly: bool = False) -> None:
        """Merge the pieces that FTS5 leaves of each transaction, of which a search reads each.

        After a rebuild there are some twenty, and phrases take three times as long.
        """
        if wholly:
            self._merge(-PAGES_MERGED_AT_ONCE)  # from now on all into one
        while self._merge(PAGES_MERGED_AT_ONCE) and wholly:
            pass

    def _merge(self, pages: int) -> bool:
        """Whether there was something to merge; FTS5 itself tells by what it changed."""
        connection = connections[self.using]
        with connection.cursor() as cursor:
            before = connection.connection.total_changes
            cursor.execute(
                "INSERT INTO search_text (search_text, rank) VALUES ('merge', %s)", [pages]
            )
            return connection.connection.total_changes - before > 1

    def among(self, column: str, numbers: Iterable[int], *statements: Condition) -> Condition:
        """The numbers as one parameter, so that the statement is the same for however many."""
        listed = Condition("SELECT value FROM json_each(%s)", [json.dumps([*numbers])])
        every = joined(" UNION ALL ", [listed, *statements])
        return Condition(f"{column} IN {every.sql}", every.parameters)

    def add_counts(self, counts: TermCounts) -> None:
        self._many(
            "INSERT INTO search_term (kind, text, documents) VALUES (%s, %s, %s)"
            + ADDED_TO_WHAT_IS_THERE,
            counts.in_order(),
        )

    def asked(self, expression: Expression) -> str:
        return match(expression)

    def matching(self, expression: Expression) -> Condition:
        table = _table(expression)
        return Condition(
            f"SELECT rowid FROM {table} WHERE {table} MATCH %s", [self.asked(expression)]
        )

    def held(self, expression: Expression, known: Sequence[int]) -> set[int]:
        """Of all documents: to look into one by its number takes as long as to ask for all."""
        asked = self.matching(expression)
        return set(self.numbers(asked.sql, asked.parameters))

    def ranked(self, expression: Expression, few: int) -> tuple[list[int], bool]:
        """Ranking reads all that is known of every word, so look first whether it is needed."""
        asked = self.matching(expression)
        numbers = self.numbers(f"{asked.sql} LIMIT {few + 1}", asked.parameters)
        if len(numbers) > few:
            rank = f" AND rank MATCH '{RANK}'" if _table(expression) == "search_text" else ""
            best = match(expression, is_ranked=True)
            numbers = self.numbers(f"{asked.sql}{rank} ORDER BY rank", [best])
        return numbers, True

    def ordered(self, documents: QuerySet, expression: Expression) -> QuerySet:
        table = _table(expression)
        rank = f" AND {table}.rank MATCH '{RANK}'" if table == "search_text" else ""
        return documents.extra(
            tables=[table],
            where=[f"{table}.rowid = search_indexeddocument.id", f"{table} MATCH %s{rank}"],
            params=[match(expression, is_ranked=True)],
            order_by=[f"{table}.rank"],
        )

    def _many(self, sql: str, rows: Sequence[tuple]) -> None:
        with connections[self.using].cursor() as cursor:
            cursor.executemany(sql, rows)


class SearchBackend(RowSearchBackend):
    table_class = SQLiteWords


def match(expression: Expression, is_ranked: bool = False) -> str:
    """The expression in FTS5's language; every word quoted, so that nothing in it is a sign.

    Folded words are looked for in any column, which takes a third less time, and finds the same: what
    another column holds so, the folded one does too. Only for a rank they may not count twice.
    """
    if isinstance(expression, (All, Any)):
        joint = " AND " if isinstance(expression, All) else " OR "
        return f"({joint.join(match(part, is_ranked) for part in expression.parts)})"
    if isinstance(expression, Words):
        words = _quoted(" ".join(expression.words))
        is_anywhere = expression.folded and not (expression.in_title or is_ranked)
        return words if is_anywhere else f"({{{_searched(expression)}}} : {words})"
    if isinstance(expression, Mark):
        return f"(marks : {_quoted(expression.text)})"
    if isinstance(expression, Beginning):
        return f"{_quoted(expression.letters)}{'' if expression.whole else '*'}"
    raise TypeError(f"{expression!r} holds a negation.")


def _searched(words: Words) -> str:
    ending = "_folded" if words.folded else ""
    return f"title{ending}" if words.in_title else f"title{ending} body{ending}"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _table(expression: Expression) -> str:
    return "search_beginning" if asks_for_names(expression) else "search_text"


def _columns(document: Document) -> tuple[str, ...]:
    """In the order of `Texts`."""
    title, body = " ".join(document.title), " ".join(document.body)
    return (
        title,
        body,
        " ".join(map(folded, document.title)),
        " ".join(map(folded, document.body)),
        " ".join(document.marks),
    )
