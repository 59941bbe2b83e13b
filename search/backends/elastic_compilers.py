"""Django's filters in the language that Elasticsearch and OpenSearch share."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any as AnyType

from django.db.models import Exists, IntegerField, Lookup, QuerySet
from django.db.models.expressions import Col
from django.db.models.sql import Query
from modelsearch.backends.base import FieldError, FilterError
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_ALL

from search.models import IndexWrite
from search.remembering import remembered_now

from .compilers import AutocompleteQueryCompiler, QueryCompiler, primary_key_field
from .elastic_documents import column_of, plain
from .elastic_store import FALLBACK
from .failures import EngineUnavailable
from .row_index import with_key_of_document

MOST_KEYS = 50_000


class ElasticCompilerMixin:
    """Django's filters in the servers' language; what they cannot say is said by keys."""

    backend: AnyType
    queryset: QuerySet
    found_out: AnyType
    degraded = False

    def fall_back(self) -> None:
        """Let the engine in the database answer all of it."""
        for found in self.found_out():
            del self.__dict__[found]
        self.backend = get_search_backend(FALLBACK)
        self.degraded = True

    @cached_property
    def filters(self) -> AnyType:
        """None where all objects are searched."""
        try:
            if self.queryset.query.is_sliced or self.queryset.query.distinct:
                raise FilterError("only the database knows")
            return self._get_filters_from_queryset()  # type: ignore[attr-defined]
        except (FilterError, FieldError, AttributeError):
            keys = self.queryset.order_by().values_list("pk", flat=True)
            return {"terms": {"key": [str(pk) for pk in _named_one_by_one(keys)]}}

    def column(self, path: Sequence[AnyType]) -> str:
        """Where the server has what a FilterField says, perhaps of a related object."""
        return "filters." + ".".join(column_of(step, self.queryset.model) for step in path)

    @cached_property
    def outdated(self) -> list[str]:
        """Keys the server still counts as matches, because the change that removed them waits in the
        outbox.

        Only of those with numbers for keys, as pages have: others are not written the same way by
        every database.
        """
        if not isinstance(primary_key_field(self.queryset.model), IntegerField):
            return []
        kinds = get_descendants_content_types_pks(self.queryset.model)
        if remembered_now("kinds that wait", _kinds_that_wait).isdisjoint(kinds):
            return []
        waiting = IndexWrite.objects.filter(content_type__in=kinds)
        gone = waiting.exclude(Exists(with_key_of_document(self.queryset)))
        return _named_one_by_one(gone.values_list("object_id", flat=True).distinct())

    def _get_filters_from_where_node(
        self, where_node: AnyType, check_only: bool = False
    ) -> AnyType:
        """Wagtail passes over the keys of specific pages, as if nothing was said by them."""
        column = where_node.lhs if isinstance(where_node, Lookup) else None
        if isinstance(column, Col) and column.target.attname.endswith("_ptr_id"):
            raise FilterError("only the database knows")
        return super()._get_filters_from_where_node(where_node, check_only)  # type: ignore[misc]

    def _process_lookup(self, path: Sequence[AnyType], lookup: str, value: AnyType) -> AnyType:
        column = self.column(path)
        if isinstance(value, Query):
            if lookup == "in" and self._is_of_the_same(path, value):
                return self._conditions_of(value)
            rows = value.get_compiler(using=self.queryset.db).results_iter()
            value = [row[0] for row in rows]
            value = value if lookup == "in" else next(iter(value), None)
        if lookup == "exact":
            return {"term": {column: plain(value)}}
        if lookup == "in":
            return {"terms": {column: [plain(each) for each in value]}}
        if lookup == "isnull":
            there = {"exists": {"field": column}}
            return {"bool": {"must_not": [there]}} if value else there
        if lookup == "startswith":
            return {"prefix": {column: {"value": plain(value)}}}
        if lookup in ("gt", "gte", "lt", "lte"):
            return {"range": {column: {lookup: plain(value)}}}
        if lookup == "range":
            return {"range": {column: {"gte": plain(value[0]), "lte": plain(value[1])}}}
        return None

    def _is_of_the_same(self, path: Sequence[AnyType], inner: Query) -> bool:
        """Whether the keys of these very objects are asked for, as the admin asks for pages."""
        model = self.queryset.model
        key = model._meta.pk
        chosen: AnyType = inner.select
        return (
            [step.get_attname(model) for step in path] == [key.attname]
            and inner.model is model
            and not (inner.combinator or inner.is_sliced)
            and [(each.alias, each.target) for each in chosen] == [(inner.base_table, key)]
        )

    def _conditions_of(self, inner: Query) -> AnyType:
        """What the keys were chosen by, in place of the keys, of which there may be thousands."""
        objects: QuerySet = QuerySet(model=inner.model, query=inner, using=self.queryset.db)
        return type(self)(objects, MATCH_ALL).filters or {"match_all": {}}  # type: ignore[call-arg]

    def _process_match_none(self) -> AnyType:
        return {"match_none": {}}

    def _connect_filters(self, filters: list[AnyType], connector: str, negated: bool) -> AnyType:
        if not filters:
            return None
        joined: dict[str, AnyType]
        if connector == "AND":
            joined = {"bool": {"must": filters}}
        elif connector == "OR":
            joined = {"bool": {"should": filters, "minimum_should_match": 1}}
        else:
            raise FilterError("XOR is for the database")
        return {"bool": {"must_not": [joined]}} if negated else joined


class ElasticQueryCompiler(ElasticCompilerMixin, QueryCompiler):
    pass


class ElasticAutocompleteQueryCompiler(ElasticCompilerMixin, AutocompleteQueryCompiler):
    pass


def _named_one_by_one(keys: QuerySet) -> list[AnyType]:
    found = list(keys[: MOST_KEYS + 1])
    if len(found) > MOST_KEYS:
        raise EngineUnavailable(f"more than {MOST_KEYS} keys are more than a server takes")
    return found


def _kinds_that_wait() -> set[int]:
    """Mostly none; to put together what is asked for each kind takes longer than to answer it."""
    return set(IndexWrite.objects.order_by().values_list("content_type", flat=True).distinct())
