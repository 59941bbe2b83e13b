"""Where one kind of database keeps the words of the documents, by their numbers."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any as AnyType
from typing import ClassVar, NamedTuple

from django.db import connections
from django.db.models import QuerySet

from search.engine.counting import TermCounts
from search.engine.documents import Document
from search.engine.expressions import Any, Expression

STATEMENT_VARIABLES = 500
ADDED_TO_WHAT_IS_THERE = (
    " ON CONFLICT (kind, text) DO UPDATE SET documents = search_term.documents + excluded.documents"
)


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of SQL with what stands for its `%s`."""

    sql: str
    parameters: Sequence[AnyType] = ()

    def negated(self) -> "Condition":
        return Condition(f"NOT {self.sql}", self.parameters)


def joined(joint: str, conditions: Iterable[Condition]) -> Condition:
    parts = list(conditions)
    return Condition(
        f"({joint.join(part.sql for part in parts)})",
        [each for part in parts for each in part.parameters],
    )


def placeholders(values: Collection[AnyType]) -> str:
    return ", ".join(["%s"] * len(values))


class Texts(NamedTuple):
    """Of one document, as its table keeps it: words joined by blanks."""

    title: str = ""
    body: str = ""
    title_folded: str = ""
    body_folded: str = ""
    """Empty where the row is older than these columns."""
    marks: str = ""


class WordsTable(ABC):
    number: ClassVar[str]
    """The column that has the number of the document."""
    counted_at_once: ClassVar[int]
    """Of so many new documents the words are counted together."""
    order_of_characters: ClassVar[str]
    """The collation that sorts as Python does."""
    unindexed: ClassVar[str] = ""
    """A sign before a column that no index is to be used for."""
    weighed_part: ClassVar[str]
    """SQL for the `number` of each document that holds one expression, and a `weight` for it."""

    def __init__(self, using: str) -> None:
        self.using = using

    @abstractmethod
    def write(self, documents: Mapping[int, Document]) -> None:
        """Put the words of the documents in, in place of those that are there."""

    @abstractmethod
    def delete(self, numbers: Sequence[int]) -> None: ...

    def read(self, numbers: Sequence[int]) -> dict[int, Texts]:
        asked = self.among(self.number, numbers)
        rows = self.run(
            f"SELECT {self.number}, {', '.join(Texts._fields)} FROM search_text WHERE {asked.sql}",
            asked.parameters,
        )
        return {number: Texts(*texts) for number, *texts in rows}

    @abstractmethod
    def tidy(self, wholly: bool = False) -> None:
        """Put in order what much writing left behind: some of it, or all; in short steps."""

    @abstractmethod
    def add_counts(self, counts: TermCounts) -> None:
        """Add them to the stored terms, inside the transaction that changes the documents."""

    @abstractmethod
    def among(self, column: str, numbers: Iterable[int], *statements: Condition) -> Condition:
        """That the column has one of the numbers, of which there may be ten thousands.

        Or one that any of the statements gives.
        """

    @abstractmethod
    def matching(self, expression: Expression) -> Condition:
        """A statement for the numbers of all documents that hold it; without negations."""

    @abstractmethod
    def held(self, expression: Expression, known: Sequence[int]) -> set[int]:
        """The numbers of those that hold it, at least of the known ones; without negations."""

    @abstractmethod
    def ranked(self, expression: Expression, few: int) -> tuple[list[int], bool]:
        """The numbers of those that hold it, the database's own best first, and whether of all.

        Without negations. Of `few` or less, all will be looked at, and any order will do.
        """

    def weighed(self, expression: Any, weights: Mapping[Expression, float]) -> list[int]:
        """By the weights of the parts they hold; each part is one quick look-up in the index."""
        parameters: list[AnyType] = []
        for part in expression.parts:
            parameters += [weights.get(part, max(weights.values())), self.asked(part)]
        parts = " UNION ALL ".join([self.weighed_part] * len(expression.parts))
        return self.numbers(
            f"SELECT number FROM ({parts}) AS held"
            " GROUP BY number ORDER BY sum(weight) DESC, number DESC",
            parameters,
        )

    @abstractmethod
    def asked(self, expression: Expression) -> str:
        """The expression in the database's own language; without negations."""

    @abstractmethod
    def ordered(self, documents: QuerySet, expression: Expression) -> QuerySet:
        """Documents narrowed to those that hold it, the database's own best first."""

    def numbers(self, sql: str, parameters: Sequence[AnyType]) -> list[int]:
        return [number for (number,) in self.run(sql, parameters)]

    def run(self, sql: str, parameters: Sequence[AnyType] = ()) -> list[tuple]:
        with connections[self.using].cursor() as cursor:
            cursor.execute(sql, parameters)
            return cursor.fetchall() if cursor.description else []
