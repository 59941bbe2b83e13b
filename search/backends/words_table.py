"""Where one kind of database keeps the words of the documents, by their numbers."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any as AnyType
from typing import ClassVar

from django.db import connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from search.engine.counting import TermCounts
from search.engine.documents import Document
from search.engine.expressions import Any, Expression

STATEMENT_VARIABLES = 500
ADDED_TO_WHAT_IS_THERE = (
    " ON CONFLICT (kind, text) DO UPDATE SET documents = search_term.documents + excluded.documents"
)


class WordsTable(ABC):
    weighed_part: ClassVar[str]
    """SQL for the `number` of each document that holds one expression, and a `weight` for it."""

    def __init__(self, using: str) -> None:
        self.using = using

    @abstractmethod
    def write(self, documents: Mapping[int, Document]) -> None:
        """Put the words of the documents in, in place of those that are there."""

    @abstractmethod
    def delete(self, numbers: Sequence[int]) -> None: ...

    @abstractmethod
    def read(self, numbers: Sequence[int]) -> dict[int, tuple[str, str, str]]:
        """Title, body and marks of documents, the words joined by blanks."""

    @abstractmethod
    def add_counts(self, counts: TermCounts) -> None:
        """Add them to the stored terms, inside the transaction that changes the documents."""

    @abstractmethod
    def holding(self, expression: Expression) -> RawSQL:
        """The numbers of all documents that hold it, for a sub-query; without negations."""

    @abstractmethod
    def ranked(self, expression: Expression, limit: int, few: int) -> list[int]:
        """The numbers of those that hold it, the database's own best first; without negations.

        Of `few` or less, all will be looked at, and any order will do.
        """

    def weighed(
        self, expression: Any, limit: int, weights: Mapping[Expression, float]
    ) -> list[int]:
        """By the weights of the parts they hold; each part is one quick look-up in the index."""
        parameters: list[AnyType] = []
        for part in expression.parts:
            parameters += [weights.get(part, max(weights.values())), self.asked(part)]
        parts = " UNION ALL ".join([self.weighed_part] * len(expression.parts))
        return self.numbers(
            f"SELECT number FROM ({parts}) AS held"
            " GROUP BY number ORDER BY sum(weight) DESC, number DESC LIMIT %s",
            [*parameters, limit],
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
