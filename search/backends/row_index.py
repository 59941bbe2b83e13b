"""Writing documents, their facets and their counts into the rows of a database.

Objects are read again under the lock of their documents: whatever is written was true when it was
written, and whoever changes an object afterwards has noted it for the next write.
"""

import time
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db import router, transaction
from django.db.models import (
    BigIntegerField,
    Exists,
    IntegerField,
    Model,
    OuterRef,
    QuerySet,
    UUIDField,
)
from django.db.models.functions import Cast, Collate
from modelsearch.backends.base import BaseIndex
from wagtail.search.index import class_is_indexed

from search.engine.counting import TermCounts
from search.engine.documents import Document, documents_of, stored_id, stored_key
from search.engine.lexicon import acronym_key
from search.models import IndexedAcronym, IndexedDocument, Term
from search.public import public_keys

from .compilers import primary_key_field
from .facet_sets import forget_unused, sets_for
from .words_table import STATEMENT_VARIABLES, Texts

if TYPE_CHECKING:
    from .rows import RowSearchBackend

WRITTEN_AT_ONCE = 100
OTHERS_TURN = 0.015  # seconds, in which who waits for SQLite's lock finds it free


class RowIndex(BaseIndex):
    """All objects of all models."""

    def __init__(self, backend: "RowSearchBackend") -> None:
        super().__init__(backend)
        self.using = router.db_for_write(IndexedDocument)
        self.table = backend.table_class(self.using)
        self.documents = IndexedDocument.objects.using(self.using)

    def add_items(self, model: type[Model], items: Iterable[Model]) -> None:
        """Write the objects as they are now; of many new ones the words may be counted later."""
        if not class_is_indexed(model):
            return
        keys = [each.pk for each in items]
        are_many = len(keys) >= WRITTEN_AT_ONCE
        for start in range(0, len(keys), WRITTEN_AT_ONCE):
            self._write(model, keys[start : start + WRITTEN_AT_ONCE])
            if are_many:
                time.sleep(OTHERS_TURN)
        self.count_new(self.table.counted_at_once if are_many else 1)

    def delete_item(self, item: Model) -> None:
        self.delete_keys(self._content_type(type(item)), [stored_id(item)])

    def delete_keys(self, content_type: int, keys: Sequence[str]) -> None:
        self._delete_all(self.documents.filter(content_type=content_type, object_id__in=keys))

    def delete_gone(self) -> None:
        """Forget the documents of objects that are there no longer."""
        kinds = self.documents.order_by().values_list("content_type", flat=True).distinct()
        for kind in list(kinds):
            model = ContentType.objects.get_for_id(kind).model_class()
            documents = self.documents.filter(content_type=kind)
            if model is not None and class_is_indexed(model):
                there = with_key_of_document(model.get_indexed_objects())  # type: ignore[attr-defined]
                documents = documents.exclude(Exists(there))
            self._delete_all(documents)

    def reset(self) -> None:
        self._delete_all(self.documents.all())

    def count_new(self, at_least: int = 1) -> None:
        """Add the words of documents that were not counted when they were written.

        Counting many at once is several times quicker. Until then their words weigh as nothing.
        """
        while True:
            waiting = self.documents.filter(is_counted=False).order_by("pk")
            numbers = list(waiting.values_list("pk", flat=True)[: self.table.counted_at_once])
            if len(numbers) < at_least or not numbers:
                return
            self._count(numbers)

    def forget_lost_terms(self) -> None:
        """Forget the terms that stand in no document any more."""
        terms = Term.objects.using(self.using).filter(documents__lte=0)
        for kind in Term.Kind.values:
            texts = list(terms.filter(kind=kind).values_list("text", flat=True))
            for start in range(0, len(texts), STATEMENT_VARIABLES):
                terms.filter(
                    kind=kind, text__in=texts[start : start + STATEMENT_VARIABLES]
                ).delete()

    # --- Writing ---------------------------------------------------------------------------------

    def _write(self, model: type[Model], keys: Sequence[Any]) -> None:
        """One short transaction, in which words and counts change together."""
        content_type = self._content_type(model)
        as_stored = {stored_key(model, key) for key in keys}
        with transaction.atomic(using=self.using):
            known = self._lock(content_type, as_stored)
            objects = model.get_indexed_objects().filter(pk__in=keys)  # type: ignore[attr-defined]
            documents = {known[each.object_id].pk: each for each in documents_of(list(objects))}
            public = {stored_key(model, key) for key in public_keys(model, keys)}
            facets = {number: each.facets for number, each in documents.items()}
            sets = sets_for(facets, self.using)
            self._change_documents(known.values(), documents, sets, public)
            self.table.write(documents)
            self._write_acronyms(documents)
        # An object deleted meanwhile, by one who could not see its new document yet, or before.
        there = {stored_key(model, key) for key in _keys_there(model, keys)}
        self.delete_keys(content_type, list(as_stored - there))

    def _lock(self, content_type: int, keys: Iterable[str]) -> dict[str, IndexedDocument]:
        """The rows of the documents by key, made where there are none; others wait for them."""
        rows = [
            IndexedDocument(content_type_id=content_type, object_id=key, is_counted=False)
            for key in sorted(keys)
        ]
        self._save(rows, ["object_id"])  # which stays as it is: the row is only locked
        known = self.documents.filter(content_type=content_type, object_id__in=keys)
        return {each.object_id: each for each in known}

    def _locked(self, documents: QuerySet) -> QuerySet:
        """In the order in which `_lock` makes them, so that no two wait for each other."""
        key = Collate("object_id", self.table.order_of_characters)
        return documents.select_for_update(of=("self",)).order_by("content_type_id", key)

    def _save(self, rows: Sequence[IndexedDocument], fields: Sequence[str]) -> None:
        """Make the rows where there are none; of those there are, change these fields."""
        self.documents.bulk_create(
            rows,
            update_conflicts=True,
            update_fields=fields,
            unique_fields=["content_type", "object_id"],
        )

    def _change_documents(
        self,
        known: Iterable[IndexedDocument],
        documents: Mapping[int, Document],
        sets: Mapping[int, int],
        public: Container[str],
    ) -> None:
        """Their time, their facets and their counts.

        A new document waits for `count_new`, as one never counted does. What is not public, by its
        key, is not counted.
        """
        stored = self.table.read(list(documents))
        counts = TermCounts()
        changed = []
        for row in known:
            document = documents.get(row.pk)
            if document is None:
                continue
            before = row.day, row.at, row.facet_set_id, row.is_counted
            texts = stored.get(row.pk, Texts())
            words = texts.title.split(), texts.body.split()
            if row.object_id not in public:
                if row.is_counted:
                    counts.take_away(*words)
                row.is_counted = None
            elif row.is_counted is None:
                row.is_counted = False
            elif row.pk in stored and words != (document.title, document.body):
                if row.is_counted:
                    counts.take_away(*words)
                counts.add(document.title, document.body)
                row.is_counted = True
            row.day, row.at, row.facet_set_id = document.day, document.at, sets[row.pk]
            if (row.day, row.at, row.facet_set_id, row.is_counted) != before:
                row.pk = None
                changed.append(row)
        self.table.add_counts(counts)
        self._save(changed, ["day", "at", "facet_set", "is_counted"])

    def _count(self, numbers: Sequence[int]) -> None:
        """Words are gathered before anything is locked; what was counted since is taken off."""
        texts = {
            number: (each.title.split(), each.body.split())
            for number, each in self.table.read(numbers).items()
        }
        counts = TermCounts()
        for words in texts.values():
            counts.add(*words)
        with transaction.atomic(using=self.using):
            waiting = self.documents.filter(pk__in=numbers, is_counted=False)
            locked = set(self._locked(waiting).values_list("pk", flat=True))
            for number in texts.keys() - locked:
                counts.take_away(*texts[number])
            self.table.add_counts(counts)
            self.documents.filter(pk__in=locked).update(is_counted=True)

    def _delete_all(self, documents: QuerySet) -> None:
        """A few at a time."""
        numbers = list(documents.values_list("pk", flat=True))
        for start in range(0, len(numbers), WRITTEN_AT_ONCE):
            self._delete(documents.filter(pk__in=numbers[start : start + WRITTEN_AT_ONCE]))

    def _delete(self, documents: QuerySet) -> None:
        with transaction.atomic(using=self.using):
            rows = dict(self._locked(documents).values_list("pk", "is_counted"))
            counts = TermCounts()
            for number, each in self.table.read(list(rows)).items():
                if rows[number]:
                    counts.take_away(each.title.split(), each.body.split())
            self.table.add_counts(counts)
            self.table.delete(list(rows))
            self.documents.filter(pk__in=rows).delete()

    def _write_acronyms(self, documents: Mapping[int, Document]) -> None:
        """Those of the documents and no others; what is there already stays."""
        rows = [
            IndexedAcronym(
                document_id=number,
                short=short,
                full=full[:150],
                short_key=acronym_key(short),
                full_key=acronym_key(full[:150]),
            )
            for number, each in documents.items()
            for short, full in each.acronyms
        ]
        wanted = {(row.document_id, row.short, row.full): row for row in rows}
        stored = IndexedAcronym.objects.using(self.using)
        there = {
            (document, short, full): pk
            for pk, document, short, full in stored.filter(
                document__in=list(documents)
            ).values_list("pk", "document", "short", "full")
        }
        stored.filter(pk__in=[pk for key, pk in there.items() if key not in wanted]).delete()
        stored.bulk_create(row for key, row in wanted.items() if key not in there)

    def _content_type(self, model: type[Model]) -> int:
        return ContentType.objects.db_manager(self.using).get_for_model(model).pk


class RowRebuilder:
    """Writes everything anew beside readers and editors, who notice nothing.

    Each document is written over in a short transaction; at the end what is gone is forgotten.
    """

    def __init__(self, index: RowIndex) -> None:
        self.index = index

    def start(self) -> RowIndex:
        return self.index

    def finish(self) -> None:
        self.index.delete_gone()
        self.index.count_new()
        self.index.forget_lost_terms()
        forget_unused(self.index.using)
        self.index.table.tidy(wholly=True)

    def give_up(self) -> None:
        """Leave what was written: it is true."""


def with_key_of_document(queryset: QuerySet) -> QuerySet:
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


def _keys_there(model: Any, keys: Sequence[Any]) -> list[Any]:
    there = model.get_indexed_objects().filter(pk__in=keys).order_by()
    return list(there.values_list("pk", flat=True))
