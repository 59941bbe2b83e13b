"""The half of a database engine that SQLite and PostgreSQL share: documents, facets and counts.

The words themselves stand in a table of the database's own kind, behind `WordsTable`; how all of
it is written, see `row_index`.
"""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any as AnyType
from typing import ClassVar

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import BooleanField, Count, Exists, F, QuerySet
from django.db.models.expressions import RawSQL
from modelsearch.utils import get_descendants_content_types_pks

from search.engine.documents import stored_key
from search.engine.expressions import (
    NOTHING,
    All,
    Any,
    Everything,
    Expression,
    Not,
    Nothing,
    all_of,
    any_of,
    has_negation,
    names_and_texts,
    parts_of,
)
from search.engine.hits import Hit
from search.engine.lexicon import Lexicon
from search.models import IndexedDocument
from search.remembering import remembered

from .base import SearchBackend
from .compilers import QueryCompiler, primary_key_field
from .row_index import RowIndex, RowRebuilder, with_key_of_document
from .words_table import Condition, Texts, WordsTable, joined, placeholders

TRIED_FIRST = 2  # times the wanted number, and some, before filters are applied
MORE = 20
TRIED_NEXT = 8  # times as many as before
SMALL = 500
NEWEST_FIRST = (F("at").desc(nulls_last=True), "-object_id")  # as text: a server has no other key
NUMBER = "search_indexeddocument.id"


class RowStore:
    """Answers from the rows of documents, within what one search is about.

    What a search asks some ten times is written by hand, around conditions that Django writes once:
    putting a statement together takes it longer than most take to answer.
    """

    def __init__(self, compiler: QueryCompiler, table_class: type[WordsTable]) -> None:
        self.compiler = compiler
        self.lexicon: Lexicon = compiler.lexicon
        self.table = table_class(compiler.using)
        self._whole: dict[Expression, list[int]] = {}
        """All documents that hold what was asked for, the best first, where all were read."""
        self._texts: dict[int, Texts] = {}
        """Of the documents read so far: what is found narrowly is mostly found widely too."""

    def best(
        self, expression: Expression, limit: int, weights: Mapping[Expression, float] | None = None
    ) -> list[Hit]:
        if isinstance(expression, Nothing):
            return []
        if has_negation(expression):
            newest = self._documents(expression).order_by(*NEWEST_FIRST)
            return self._hits(_rows(newest, limit))
        if self._is_small:
            # The database's best would nearly all be of other kinds.
            rows = self._newest(expression, limit + 1)
            if len(rows) <= limit:
                return self._hits(rows)
        numbers = self._best_numbers(expression, limit, weights)
        rows = self._first_within(numbers, limit)
        if len(rows) < limit and expression not in self._whole:
            # The filters ate too many of the best; ask for all that pass them.
            rows = _rows(self.table.ordered(self._documents(), expression), limit)
        return self._hits(rows)

    def hits_of(self, keys: Sequence[str]) -> list[Hit]:
        """Of these objects what their documents hold, in this order; nothing of those without."""
        if not keys:
            return []
        model = self.compiler.queryset.model
        by_id = {stored_key(model, key): key for key in keys}
        rows = self.table.run(
            "SELECT object_id, id, day FROM search_indexeddocument"
            f" WHERE content_type_id IN ({placeholders(self._content_types)})"
            f" AND object_id IN ({placeholders(by_id)})",
            [*self._content_types, *by_id],
        )
        found = {by_id[object_id]: (number, day) for object_id, number, day in rows}
        return self._hits([(found[key][0], key, found[key][1]) for key in keys if key in found])

    def count(self, expression: Expression) -> int:
        rows = self._about(self._holds(expression))
        ((count,),) = self.table.run(f"SELECT count(*) FROM ({rows.sql}) AS held", rows.parameters)
        return count

    def keys(
        self,
        expression: Expression,
        start: int,
        stop: int | None,
        without: Sequence[str] = (),
        newest_first: bool = False,
    ) -> list[str]:
        if newest_first or has_negation(expression) or len(names_and_texts(expression)) > 1:
            documents = self._documents(expression).order_by(*NEWEST_FIRST)
        else:
            documents = self.table.ordered(self._documents(), expression)
        documents = documents.exclude(object_id__in=without)
        return list(documents.values_list("object_id", flat=True)[start:stop])

    def facets(self, expression: Expression) -> dict[str, dict[str, int]]:
        holds = self._holds(expression)
        counts = self._facets(self._about(holds))
        for name in self.compiler.chosen:
            counts[name] = self._facets(self._about(holds, besides=name), name)[name]
        return counts

    def values(self, expression: Expression, name: str) -> dict[AnyType, int]:
        return dict(self.objects(expression).values_list(name).annotate(Count("pk")))

    def objects(self, expression: Expression) -> QuerySet:
        """All of them in no order, not asked for yet."""
        model = self.compiler.queryset.model
        kind = primary_key_field(model).cast_db_type(connections[self.compiler.using])
        rows = self._about(self._holds(expression))
        keys = f"SELECT CAST(object_id AS {kind}) FROM ({rows.sql}) AS held"
        # Not of the queryset, whose conditions they fulfil: SQLite began with those.
        held = model._base_manager.using(self.compiler.using)
        return held.filter(pk__in=RawSQL(keys, rows.parameters))

    def _facets(self, rows: Condition, name: str = "") -> dict[str, dict[str, int]]:
        found = self.table.run(
            "SELECT name, value, CAST(sum(documents) AS bigint) FROM search_facetvalue JOIN"
            f" (SELECT facet_set_id, count(*) AS documents FROM ({rows.sql}) AS held"
            " GROUP BY facet_set_id) AS sets"
            " ON sets.facet_set_id = search_facetvalue.facet_set_id"
            f"{' WHERE name = %s' if name else ''} GROUP BY name, value",
            [*rows.parameters, *([name] if name else [])],
        )
        counts: dict[str, dict[str, int]] = defaultdict(dict)
        for each, value, count in found:
            counts[each][value] = count
        return counts

    # --- What is held ----------------------------------------------------------------------------

    def _best_numbers(
        self, expression: Expression, limit: int, weights: Mapping[Expression, float] | None
    ) -> list[int]:
        """The database's own best, at least twice as many as are wanted if there are so many."""
        if expression in self._whole:
            return self._whole[expression]
        if known := self._known_part(expression):
            numbers, are_all = self._among(known, expression), True
        elif weights and isinstance(expression, Any):
            numbers, are_all = self.table.weighed(expression, weights), True
        else:
            numbers, are_all = self.table.ranked(expression, few=limit)
        if are_all:
            self._whole[expression] = numbers
        return numbers

    def _known_part(self, expression: Expression) -> Expression | None:
        parts = expression.parts if isinstance(expression, All) else ()
        return next((part for part in parts if part in self._whole), None)

    def _among(self, known: Expression, expression: Expression) -> list[int]:
        """Those of the known documents that hold all of the expression, in their order."""
        numbers = self._whole[known]
        rest = all_of(part for part in parts_of(expression) if part != known)
        held = self._whole.get(rest)
        holding = self.table.held(rest, numbers) if held is None else set(held)
        return [number for number in numbers if number in holding]

    def _holds(self, expression: Expression) -> Condition:
        """That a document holds it. What is known to be held is not asked for again."""
        if isinstance(expression, Everything):
            return Condition("1 = 1")
        if isinstance(expression, Nothing):
            return Condition("1 = 0")
        if isinstance(expression, Not):
            return self._holds(expression.part).negated()
        if has_negation(expression):
            joint = " AND " if isinstance(expression, All) else " OR "
            return joined(joint, map(self._holds, parts_of(expression)))
        known, rest = self._known(expression)
        asked = map(self.table.matching, names_and_texts(rest))
        return self.table.among(NUMBER, known, *asked)

    def _known(self, expression: Expression) -> tuple[set[int], Expression]:
        """The documents that are known to hold it, and what others may hold."""
        if expression in self._whole:
            return set(self._whole[expression]), NOTHING
        if not isinstance(expression, Any):
            return set(), expression
        numbers: set[int] = set()
        rest = []
        for part in expression.parts:
            known, unknown = self._known(part)
            numbers |= known
            rest.append(unknown)
        return numbers, any_of(rest)

    # --- What the search is about ----------------------------------------------------------------

    def _documents(self, expression: Expression | None = None) -> QuerySet:
        """The documents of objects in the queryset, with what is chosen of facets."""
        documents = IndexedDocument.objects.using(self.compiler.using).filter(
            content_type__in=self._content_types
        )
        conditions = self._chosen()
        if expression is not None:
            conditions.append(self._holds(expression))
        for each in conditions:
            documents = documents.filter(RawSQL(each.sql, each.parameters, BooleanField()))
        return documents.filter(Exists(with_key_of_document(self.compiler.queryset)))

    def _about(self, condition: Condition, besides: str = "") -> Condition:
        """A statement for number, key, day and facets of the same documents that fulfil the condition."""
        rows = self._there
        where = joined(" AND ", [condition, self._of_kind, *self._chosen(besides)])
        return Condition(f"{rows.sql} AND {where.sql}", [*rows.parameters, *where.parameters])

    @cached_property
    def _there(self) -> Condition:
        """A statement for the documents of all objects with the same key as one in the queryset."""
        there = Exists(with_key_of_document(self.compiler.queryset))
        documents = IndexedDocument.objects.order_by().filter(there)
        rows = documents.values_list("pk", "object_id", "day", "facet_set_id")
        try:
            return Condition(*rows.query.get_compiler(self.compiler.using).as_sql())
        except EmptyResultSet:
            columns = "id AS pk, object_id, day, facet_set_id"
            return Condition(f"SELECT {columns} FROM search_indexeddocument WHERE 1 = 0")

    @property
    def _of_kind(self) -> Condition:
        column = f"{self.table.unindexed}search_indexeddocument.content_type_id"
        kinds = placeholders(self._content_types)
        return Condition(f"{column} IN ({kinds})", self._content_types)

    def _chosen(self, besides: str = "") -> list[Condition]:
        """That a document has what is chosen of facets, besides one."""
        column = f"{self.table.unindexed}search_indexeddocument.facet_set_id"
        return [
            Condition(
                f"{column} IN"
                " (SELECT facet_set_id FROM search_facetvalue WHERE name = %s AND value = %s)",
                [name, value],
            )
            for name, value in self.compiler.chosen.items()
            if name != besides
        ]

    @cached_property
    def _content_types(self) -> list[int]:
        kinds: list[int] = get_descendants_content_types_pks(self.compiler.queryset.model)
        return kinds

    @cached_property
    def _is_small(self) -> bool:
        """Whether there are only a few hundred documents of the kind that is searched, or were lately.

        It only says how they are best looked for, so that it may be remembered.
        """
        kinds = self._content_types
        more = (
            f"SELECT 1 FROM search_indexeddocument WHERE content_type_id IN ({placeholders(kinds)})"
            f" LIMIT 1 OFFSET {SMALL}"
        )
        name = f"{self.table.using} few of {kinds}"
        return remembered(name, lambda: not self.table.run(more, kinds))

    def _newest(self, expression: Expression, limit: int) -> list[tuple]:
        rows = self._about(self._holds(expression))
        return self.table.run(f"{rows.sql} ORDER BY pk DESC LIMIT {limit}", rows.parameters)

    def _first_within(self, numbers: Sequence[int], limit: int) -> list[tuple]:
        """The first of the numbered documents that the search is about, in their order."""
        found: list[tuple] = []
        start, step = 0, TRIED_FIRST * limit + MORE
        while len(found) < limit and start < len(numbers):
            found += self._within(numbers[start : start + step])
            start, step = start + step, TRIED_NEXT * step
        return found[:limit]

    def _within(self, numbers: Sequence[int]) -> list[tuple]:
        rows = self._about(self.table.among(NUMBER, numbers))
        found = {row[0]: row for row in self.table.run(rows.sql, rows.parameters)}
        return [found[number] for number in numbers if number in found]

    def _hits(self, rows: Sequence[tuple]) -> list[Hit]:
        if unread := [row[0] for row in rows if row[0] not in self._texts]:
            self._texts |= self.table.read(unread)
        texts = self._texts
        return [_hit(key, day, texts[number]) for number, key, day, *_ in rows if number in texts]


def _hit(key: str, day: datetime.date | None, texts: Texts) -> Hit:
    return Hit(
        key,
        texts.title,
        texts.body,
        frozenset(texts.marks.split()),
        day,
        plain_title=texts.title_folded,
        plain_body=texts.body_folded,
    )


def _rows(documents: QuerySet, limit: int) -> list[tuple]:
    return list(documents.values_list("pk", "object_id", "day")[:limit])


class RowSearchBackend(SearchBackend):
    table_class: ClassVar[type[WordsTable]]
    index_class = RowIndex
    rebuilder_class = RowRebuilder

    def store_for(self, compiler: QueryCompiler) -> RowStore:
        return RowStore(compiler, self.table_class)

    def settle(self) -> None:
        index = self.index_class(self)
        index.count_new()
        index.table.tidy()
