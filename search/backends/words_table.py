"""Where one kind of database keeps the words of the documents, by their numbers."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from search.engine.documents import Document
from search.engine.expressions import Expression


class WordsTable(ABC):
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
    def holding(self, expression: Expression) -> RawSQL:
        """The numbers of all documents that hold it, for a sub-query; without negations."""

    @abstractmethod
    def ranked(
        self,
        expression: Expression,
        limit: int,
        weights: Mapping[Expression, float] | None,
        few: int,
    ) -> list[int]:
        """The numbers of those that hold it, the database's own best first; without negations.

        Of `few` or less, all will be looked at, and any order will do.
        """

    @abstractmethod
    def ordered(self, documents: QuerySet, expression: Expression) -> QuerySet:
        """Documents narrowed to those that hold it, the database's own best first."""

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple]:
        with connections[self.using].cursor() as cursor:
            cursor.execute(sql, parameters)
            return cursor.fetchall() if cursor.description else []
