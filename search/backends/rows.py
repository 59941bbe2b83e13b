"""The half of a database engine that SQLite and PostgreSQL share: documents, facets and counts.

The words themselves stand in a table of the database's own kind, behind `WordsTable`; how all of
it is written, see `row_index`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import ClassVar

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from modelsearch.utils import get_descendants_content_types_pks

from search.engine.expressions import (
    NOTHING,
    All,
    Any,
    Everything,
    Expression,
    Not,
    Nothing,
    any_of,
    has_negation,
)
from search.engine.lexicon import Lexicon
from search.engine.ranking import Hit
from search.models import IndexedDocument, IndexedFacet

from .base import QueryCompiler, SearchBackend
from .row_index import RowIndex, RowRebuilder, with_key_of_document
from .words_table import STATEMENT_VARIABLES, WordsTable

TRIED_FIRST = 2  # times the wanted number, and some, before filters are applied
MORE = 20
SMALL = 500


class RowStore:
    """Answers from the rows of documents, within what one search is about."""

    def __init__(self, compiler: QueryCompiler, table_class: type[WordsTable]) -> None:
        self.compiler = compiler
        self.lexicon: Lexicon = compiler.lexicon
        self.table = table_class(compiler.using)
        self._whole: dict[Expression, Sequence[int]] = {}
        """The documents of what was asked for and did not have more than were looked at."""

    def best(
        self, expression: Expression, limit: int, weights: Mapping[Expression, float] | None = None
    ) -> list[Hit]:
        if isinstance(expression, Nothing):
            return []
        if has_negation(expression):
            newest = self._documents(expression).order_by(F("day").desc(nulls_last=True), "-pk")
            return self._hits(self._rows(newest, limit))
        if self._is_small:
            # The database's best would nearly all be of other kinds.
            rows = self._rows(self._documents(expression).order_by("-pk"), limit + 1)
            if len(rows) <= limit:
                return self._hits(rows)
        tried = TRIED_FIRST * limit + MORE
        if weights and isinstance(expression, Any):
            numbers = self.table.weighed(expression, tried, weights)
        else:
            numbers = self.table.ranked(expression, tried, few=limit)
        if len(numbers) < tried:
            self._whole[expression] = numbers
        rows = self._within(numbers)
        if len(rows) < limit and len(numbers) == tried:
            # The filters ate too many of the best; ask for all that pass them.
            rows = self._rows(self.table.ordered(self._documents(), expression), limit)
        return self._hits(rows[:limit])

    def count(self, expression: Expression) -> int:
        return self._documents(expression).count()

    def keys(
        self,
        expression: Expression,
        start: int,
        stop: int | None,
        without: Sequence[str] = (),
        newest_first: bool = False,
    ) -> list[str]:
        documents = self._documents().exclude(object_id__in=without)
        if newest_first or has_negation(expression):
            documents = documents.filter(self._holds(expression))
            documents = documents.order_by(F("day").desc(nulls_last=True), "-pk")
        else:
            documents = self.table.ordered(documents, expression)
        return list(documents.values_list("object_id", flat=True)[start:stop])

    def facets(self, expression: Expression) -> dict[str, dict[str, int]]:
        counts = self._facets(self._documents(expression))
        for name in self.compiler.chosen:
            counts[name] = self._facets(self._documents(expression, besides=name), name)[name]
        return counts

    def _facets(self, documents: QuerySet, name: str = "") -> dict[str, dict[str, int]]:
        facets = IndexedFacet.objects.using(self.compiler.using).filter(document__in=documents)
        counts: dict[str, dict[str, int]] = defaultdict(dict)
        counted = facets.filter(name=name) if name else facets
        rows = counted.values_list("name", "value").annotate(count=Count("pk")).order_by()
        for each, value, count in rows:
            counts[each][value] = count
        return counts

    # --- What the search is about ----------------------------------------------------------------

    def _documents(self, expression: Expression | None = None, besides: str = "") -> QuerySet:
        """The documents of objects in the queryset, with what is chosen of facets besides one."""
        queryset = self.compiler.queryset
        documents = IndexedDocument.objects.using(self.compiler.using).filter(
            content_type__in=self._content_types
        )
        for name, value in self.compiler.chosen.items():
            if name == besides:
                continue
            chosen = IndexedFacet.objects.filter(document=OuterRef("pk"), name=name, value=value)
            documents = documents.filter(Exists(chosen))
        if expression is not None:
            documents = documents.filter(self._holds(expression))
        return documents.filter(Exists(with_key_of_document(queryset)))

    @cached_property
    def _content_types(self) -> list[int]:
        kinds: list[int] = get_descendants_content_types_pks(self.compiler.queryset.model)
        return kinds

    @cached_property
    def _is_small(self) -> bool:
        """Whether there are only a few hundred documents of the kind that is searched."""
        documents = IndexedDocument.objects.using(self.compiler.using)
        of_kind = documents.filter(content_type__in=self._content_types).order_by()
        return not of_kind[SMALL : SMALL + 1].exists()

    def _holds(self, expression: Expression) -> Q:
        if isinstance(expression, Everything):
            return Q()
        if isinstance(expression, Nothing):
            return Q(pk__in=[])
        if not has_negation(expression):
            return self._among(expression)
        if isinstance(expression, Not):
            return ~self._holds(expression.part)
        parts = [self._holds(part) for part in expression.parts]  # type: ignore[union-attr]
        whole = parts[0]
        for part in parts[1:]:
            whole = whole & part if isinstance(expression, All) else whole | part
        return whole

    def _among(self, expression: Expression) -> Q:
        """What is known to be held is not asked for again, which would take as long."""
        parts = expression.parts if isinstance(expression, Any) else (expression,)
        known = {number for each in parts for number in self._whole.get(each, ())}
        rest = any_of(each for each in parts if each not in self._whole)
        if rest == NOTHING:
            return Q(pk__in=known)
        asked = Q(pk__in=self.table.holding(rest))
        return asked | Q(pk__in=known) if known else asked

    def _within(self, numbers: Sequence[int]) -> list[tuple]:
        """Those of the numbered documents the search is about, in their order."""
        found: dict[int, tuple] = {}
        for start in range(0, len(numbers), STATEMENT_VARIABLES):
            part = self._documents().filter(pk__in=numbers[start : start + STATEMENT_VARIABLES])
            found |= {row[0]: row for row in part.values_list("pk", "object_id", "day")}
        return [found[number] for number in numbers if number in found]

    def _rows(self, documents: QuerySet, limit: int) -> list[tuple]:
        return list(documents.values_list("pk", "object_id", "day")[:limit])

    def _hits(self, rows: Sequence[tuple]) -> list[Hit]:
        texts = self.table.read([row[0] for row in rows])
        hits = []
        for number, key, day in rows:
            if number in texts:
                title, body, marks = texts[number]
                hits.append(Hit(key, title, body, frozenset(marks.split()), day))
        return hits


class RowSearchBackend(SearchBackend):
    table_class: ClassVar[type[WordsTable]]
    index_class = RowIndex
    rebuilder_class = RowRebuilder

    def store_for(self, compiler: QueryCompiler) -> RowStore:
        return RowStore(compiler, self.table_class)

    def settle(self) -> None:
        self.index_class(self).count_new()
