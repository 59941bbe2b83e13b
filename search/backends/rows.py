"""The half of a database engine that SQLite and PostgreSQL share: documents, facets and counts.

The words themselves stand in a table of the database's own kind, behind `WordsTable`.
"""

from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.contenttypes.models import ContentType
from django.db import connections, router, transaction
from django.db.models import (
    BigIntegerField,
    Count,
    Exists,
    F,
    IntegerField,
    Model,
    OuterRef,
    Q,
    QuerySet,
    UUIDField,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast
from modelsearch.backends.base import BaseIndex
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.search.index import class_is_indexed

from search.engine.documents import Document, documents_of, stored_id
from search.engine.expressions import (
    All,
    Everything,
    Expression,
    Not,
    Nothing,
    has_negation,
)
from search.engine.lexicon import Key, Lexicon, acronym_key, change_counts, terms_of, upsert
from search.engine.ranking import Hit
from search.models import IndexedAcronym, IndexedDocument, IndexedFacet, Term

from .base import QueryCompiler, SearchBackend, primary_key_field

WRITTEN_AT_ONCE = 100
COUNTED_AT_ONCE = 20_000
TRIED_FIRST = 2  # times the wanted number, and some, before filters are applied
MORE = 20
STATEMENT_VARIABLES = 500


class WordsTable(ABC):
    """Where one kind of database keeps the words of the documents, by their numbers."""

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
    ) -> list[int]:
        """The numbers of those that hold it, the database's own best first; without negations."""

    @abstractmethod
    def ordered(self, documents: QuerySet, expression: Expression) -> QuerySet:
        """Documents narrowed to those that hold it, the database's own best first."""

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple]:
        with connections[self.using].cursor() as cursor:
            cursor.execute(sql, parameters)
            return cursor.fetchall() if cursor.description else []


class RowStore:
    """Answers from the rows of documents, within what one search is about."""

    def __init__(self, compiler: QueryCompiler, table_class: type[WordsTable]) -> None:
        self.compiler = compiler
        self.lexicon: Lexicon = compiler.lexicon
        self.table = table_class(compiler.using)

    def best(
        self, expression: Expression, limit: int, weights: Mapping[Expression, float] | None = None
    ) -> list[Hit]:
        if isinstance(expression, Nothing):
            return []
        if has_negation(expression):
            newest = self._documents(expression).order_by(F("day").desc(nulls_last=True), "-pk")
            return self._hits(list(newest.values_list("pk", "object_id", "day")[:limit]))
        tried = TRIED_FIRST * limit + MORE
        numbers = self.table.ranked(expression, tried, weights)
        rows = self._within(numbers)
        if len(rows) < limit and len(numbers) == tried:
            # The filters ate too many of the best; ask for all that pass them.
            passing = self.table.ordered(self._documents(), expression)
            rows = list(passing.values_list("pk", "object_id", "day")[:limit])
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
        return documents.filter(Exists(_by_key(queryset)))

    @cached_property
    def _content_types(self) -> list[int]:
        kinds: list[int] = get_descendants_content_types_pks(self.compiler.queryset.model)
        return kinds

    def _holds(self, expression: Expression) -> Q:
        if isinstance(expression, Everything):
            return Q()
        if isinstance(expression, Nothing):
            return Q(pk__in=[])
        if not has_negation(expression):
            return Q(pk__in=self.table.holding(expression))
        if isinstance(expression, Not):
            return ~self._holds(expression.part)
        parts = [self._holds(part) for part in expression.parts]  # type: ignore[union-attr]
        whole = parts[0]
        for part in parts[1:]:
            whole = whole & part if isinstance(expression, All) else whole | part
        return whole

    def _within(self, numbers: Sequence[int]) -> list[tuple]:
        """Those of the numbered documents the search is about, in their order."""
        found: dict[int, tuple] = {}
        for start in range(0, len(numbers), STATEMENT_VARIABLES):
            part = self._documents().filter(pk__in=numbers[start : start + STATEMENT_VARIABLES])
            found |= {row[0]: row for row in part.values_list("pk", "object_id", "day")}
        return [found[number] for number in numbers if number in found]

    def _hits(self, rows: Sequence[tuple]) -> list[Hit]:
        texts = self.table.read([row[0] for row in rows])
        hits = []
        for number, key, day in rows:
            if number in texts:
                title, body, marks = texts[number]
                hits.append(Hit(key, title, body, frozenset(marks.split()), day))
        return hits


class RowIndex(BaseIndex):
    """All objects of all models. `generation` and `tally` are a rebuild's, see RowRebuilder."""

    def __init__(self, backend: "RowSearchBackend") -> None:
        super().__init__(backend)
        self.using = router.db_for_write(IndexedDocument)
        self.table = backend.table_class(self.using)
        self.generation: int | None = None
        self.tally: Counter[Key] | None = None

    def add_items(self, model: type[Model], items: Iterable[Model]) -> None:
        if not class_is_indexed(model):
            return
        documents = documents_of(list(items))
        for start in range(0, len(documents), WRITTEN_AT_ONCE):
            self._write(documents[start : start + WRITTEN_AT_ONCE])

    def delete_item(self, item: Model) -> None:
        content_type = ContentType.objects.db_manager(self.using).get_for_model(item)
        self.delete_keys(content_type.pk, [stored_id(item)])

    def delete_keys(self, content_type: int, keys: Sequence[str]) -> None:
        documents = IndexedDocument.objects.using(self.using)
        self._delete(documents.filter(content_type=content_type, object_id__in=keys))

    def delete_older_than(self, generation: int) -> None:
        """What is left of objects that are gone, a few at a time."""
        older = IndexedDocument.objects.using(self.using).filter(generation__lt=generation)
        while older.exists():
            self._delete(older)

    def reset(self) -> None:
        self.delete_older_than(2**31 - 1)

    def _delete(self, documents: QuerySet) -> None:
        with transaction.atomic(using=self.using):
            numbers = list(documents.values_list("pk", flat=True)[:WRITTEN_AT_ONCE])
            change_counts(self.using, self._taken_away(numbers))
            self.table.delete(numbers)
            IndexedDocument.objects.using(self.using).filter(pk__in=numbers).delete()

    def _write(self, documents: Sequence[Document]) -> None:
        """One short transaction, in which words and counts change together."""
        terms = [terms_of(document) for document in documents]
        with transaction.atomic(using=self.using):
            numbers = self._numbers(documents)
            if self.tally is None:
                changes = self._taken_away(list(numbers.values()))
                for each in terms:
                    changes.update(each)
                change_counts(self.using, changes)
            self.table.write(
                {numbers[each.content_type, each.object_id]: each for each in documents}
            )
            self._write_facets(numbers, documents)
            self._write_acronyms(numbers, documents)
        if self.tally is not None:
            for each in terms:
                self.tally.update(each)

    def _numbers(self, documents: Sequence[Document]) -> dict[tuple[int, str], int]:
        """The rows of the documents, made or brought up to date."""
        rows = IndexedDocument.objects.using(self.using)
        generation = self.generation if self.generation is not None else self._current()
        rows.bulk_create(
            [
                IndexedDocument(
                    content_type_id=each.content_type,
                    object_id=each.object_id,
                    day=each.day,
                    generation=generation,
                )
                for each in documents
            ],
            update_conflicts=True,
            update_fields=["day", "generation"],
            unique_fields=["content_type", "object_id"],
        )
        known = rows.filter(
            content_type__in={each.content_type for each in documents},
            object_id__in=[each.object_id for each in documents],
        ).values_list("content_type", "object_id", "pk")
        return {(content_type, key): number for content_type, key, number in known}

    def _current(self) -> int:
        newest = IndexedDocument.objects.using(self.using).order_by("-generation")
        return newest.values_list("generation", flat=True).first() or 0

    def _taken_away(self, numbers: Sequence[int]) -> Counter[Key]:
        """What the counts lose without the documents as they are stored."""
        changes: Counter[Key] = Counter()
        for title, body, _ in self.table.read(numbers).values():
            stored = Document(0, "", title.split(), body.split(), [], [])
            changes.subtract(terms_of(stored))
        return changes

    def _write_facets(
        self, numbers: Mapping[tuple[int, str], int], documents: Sequence[Document]
    ) -> None:
        rows = [
            IndexedFacet(
                document_id=numbers[each.content_type, each.object_id], name=name, value=value[:80]
            )
            for each in documents
            for name, value in each.facets
        ]
        self._exchange(IndexedFacet, ("name", "value"), numbers, rows)

    def _write_acronyms(
        self, numbers: Mapping[tuple[int, str], int], documents: Sequence[Document]
    ) -> None:
        rows = [
            IndexedAcronym(
                document_id=numbers[each.content_type, each.object_id],
                short=short,
                full=full[:150],
                short_key=acronym_key(short),
                full_key=acronym_key(full[:150]),
            )
            for each in documents
            for short, full in each.acronyms
        ]
        self._exchange(IndexedAcronym, ("short", "full"), numbers, rows)

    def _exchange(
        self,
        model: type[Model],
        fields: tuple[str, str],
        numbers: Mapping[tuple[int, str], int],
        rows: Sequence[Any],
    ) -> None:
        """Let the documents have these rows and no others; what is there already stays."""
        wanted = {
            tuple(getattr(row, name) for name in ("document_id", *fields)): row for row in rows
        }
        stored = model._default_manager.using(self.using)
        there = {
            (document, one, other): pk
            for pk, document, one, other in stored.filter(
                document__in=numbers.values()
            ).values_list("pk", "document", *fields)
        }
        stored.filter(pk__in=[pk for key, pk in there.items() if key not in wanted]).delete()
        stored.bulk_create(row for key, row in wanted.items() if key not in there)


class RowRebuilder:
    """Writes everything anew beside readers and editors, who notice nothing.

    Each document is written over in a short transaction; at the end what only older rebuilds
    wrote is deleted, and the counts, which are added up on the way, are put right.
    """

    def __init__(self, index: RowIndex) -> None:
        self.index = index

    def start(self) -> RowIndex:
        self.index.generation = self.index._current() + 1
        self.index.tally = Counter()
        return self.index

    def finish(self) -> None:
        index, tally = self.index, self.index.tally or Counter()
        index.tally = None
        index.delete_older_than(index.generation or 0)
        rows = [(kind, text, count) for (kind, text), count in tally.items()]
        for start in range(0, len(rows), COUNTED_AT_ONCE):
            with transaction.atomic(using=index.using):
                part = rows[start : start + COUNTED_AT_ONCE]
                upsert(index.using, part, "documents = excluded.documents")
        self._forget_terms_not_in(tally)

    def _forget_terms_not_in(self, tally: Counter[Key]) -> None:
        terms = Term.objects.using(self.index.using)
        known = terms.values_list("kind", "text").iterator(chunk_size=COUNTED_AT_ONCE)
        gone = [key for key in known if key not in tally]
        for start in range(0, len(gone), COUNTED_AT_ONCE):
            with transaction.atomic(using=self.index.using):
                for kind in Term.Kind.values:
                    texts = [
                        text for each, text in gone[start : start + COUNTED_AT_ONCE] if each == kind
                    ]
                    for begin in range(0, len(texts), STATEMENT_VARIABLES):
                        part = texts[begin : begin + STATEMENT_VARIABLES]
                        terms.filter(kind=kind, text__in=part).delete()


class RowSearchBackend(SearchBackend):
    table_class: ClassVar[type[WordsTable]]
    index_class = RowIndex
    rebuilder_class = RowRebuilder

    def store_for(self, compiler: QueryCompiler) -> RowStore:
        return RowStore(compiler, self.table_class)


def _by_key(queryset: QuerySet) -> QuerySet:
    """The objects of the queryset whose key is that of the document around it."""
    model = queryset.model
    if queryset.query.is_sliced:
        queryset = model._default_manager.filter(pk__in=list(queryset.values_list("pk", flat=True)))
    field = primary_key_field(model)
    if isinstance(field, UUIDField):
        key: Any = Cast(OuterRef("object_id"), UUIDField())
    elif isinstance(field, (IntegerField, BigIntegerField)):
        key = Cast(OuterRef("object_id"), BigIntegerField())
    else:
        key = OuterRef("object_id")
    return queryset.order_by().filter(pk=key)
