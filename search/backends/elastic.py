"""The engine beside the database: Elasticsearch or OpenSearch, spoken to in the HTTP both share.

All objects stand in one index behind an alias, with the very words the database engine stores and
no analysis of the server's own. What the server cannot do in time, or at all, the database does.
"""

import datetime
import json
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import cache, cached_property
from typing import Any as AnyType
from urllib.parse import unquote, urlsplit

from django.db.models import Exists, IntegerField, Lookup, Manager, Model, QuerySet
from django.db.models.expressions import Col
from django.db.models.sql import Query
from django.utils import timezone
from django.utils.crypto import get_random_string
from modelsearch.backends.base import BaseIndex, FieldError, FilterError, get_model_root
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.search.backends import get_search_backend
from wagtail.search.index import FilterField, RelatedFields, class_is_indexed
from wagtail.search.query import MATCH_ALL

from search.engine.documents import Document, documents_of, folded
from search.models import IndexWrite
from search.remembering import remembered_now

from .base import (
    AutocompleteQueryCompiler,
    EngineUnavailable,
    QueryCompiler,
    SearchBackend,
    SomeRefused,
    primary_key_field,
)
from .elastic_server import WRITE_TIMEOUT, Client, Patience, Refused, Server
from .elastic_store import DEEPEST, FALLBACK, ElasticStore
from .row_index import with_key_of_document

MOST_KEYS = 50_000

WORDS = {"type": "text", "analyzer": "whitespace"}
INDEX: dict[str, AnyType] = {
    "settings": {
        "index": {
            "number_of_shards": 1,
            "auto_expand_replicas": "0-1",
            "max_result_window": DEEPEST,
        }
    },
    "mappings": {
        "dynamic": False,
        "dynamic_templates": [
            {"words": {"match_mapping_type": "string", "mapping": {"type": "keyword"}}}
        ],
        "date_detection": False,
        "properties": {
            "key": {"type": "keyword"},
            "kinds": {"type": "keyword"},
            "title": WORDS,
            "body": WORDS,
            "title_folded": WORDS,
            "body_folded": WORDS,
            "beginnings": WORDS | {"index_prefixes": {"min_chars": 1, "max_chars": 8}},
            "marks": {"type": "keyword"},
            "facets": {"type": "keyword"},
            "day": {"type": "date"},
            "filters": {"type": "object", "dynamic": True},
        },
    },
}


class ElasticCompilerMixin:
    """Django's filters in the servers' language; what they cannot say is said by keys."""

    backend: AnyType
    queryset: QuerySet
    degraded = False

    def fall_back(self) -> None:
        """Let the engine in the database answer all of it."""
        for found in ("store", "answer", "expression", "head"):
            self.__dict__.pop(found, None)
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
        """Keys the server may take for what the search is about, while the change waits for it.

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


class ElasticSearchBackend(SearchBackend):
    """Takes `URL`: elasticsearch or opensearch, "+https" where encrypted, login, host, alias."""

    query_compiler_class = ElasticQueryCompiler
    autocomplete_query_compiler_class = ElasticAutocompleteQueryCompiler
    catch_indexing_errors = True
    client_class: type[Client]

    def __init__(self, parameters: dict[str, AnyType]) -> None:
        super().__init__(parameters)
        address = urlsplit(parameters["URL"])
        self.alias = address.path.strip("/") or "cong-noi-vu"
        self.server = Server(_client(self.client_class, parameters["URL"]))
        self.index = ElasticIndex(self)
        self.rebuilder_class = ElasticRebuilder

    def store_for(self, compiler: AnyType) -> ElasticStore:
        return ElasticStore(compiler, self.index)

    def get_index_for_model(self, model: type[Model]) -> "ElasticIndex":
        return self.index

    def has_lost_index(self) -> bool:
        try:
            return not self.index.in_use(self.index.alias)
        except EngineUnavailable:
            return False  # perhaps; nothing can be done about it now

    def let_be_seen(self) -> None:
        self.index.refresh()


def _kinds_that_wait() -> set[int]:
    """Mostly none; to put together what is asked for each kind takes longer than to answer it."""
    return set(IndexWrite.objects.order_by().values_list("content_type", flat=True).distinct())


@cache
def _client(kind: type[Client], url: str) -> Client:
    """One for the process: it keeps connections, and Wagtail makes a backend for each search."""
    parts = urlsplit(url)
    scheme = "https" if parts.scheme.endswith("https") else "http"
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return kind(f"{scheme}://{host}:{parts.port or 9200}", login)


# --- What is stored ------------------------------------------------------------------------------


class ElasticIndex(BaseIndex):
    """The index behind the alias. While a new one is built, what changes is written into both."""

    def __init__(self, backend: "ElasticSearchBackend", target: str = "", version: int = 0) -> None:
        super().__init__(backend)
        self.server: Server = backend.server
        self.alias: str = backend.alias
        self.next_alias = f"{self.alias}-next"
        self.target = target
        """The one index a rebuild writes into; empty: all that are in use."""
        self.version = version
        """Of all that a rebuild writes: when it began, so that whatever changed since wins."""
        self.patience = remembered_now("patience with the search server", Patience)
        """Of one search; of all those of a page, while a reader waits for it."""

    def ask(self, what: str, body: AnyType) -> AnyType:
        try:
            return self.server.search(f"/{self.alias}/{what}", body, self.patience)
        except Refused as refused:
            # No index yet, or a question it does not take: the database takes it.
            raise EngineUnavailable(str(refused)) from refused

    def add_items(self, model: type[Model], items: Iterable[Model]) -> None:
        if not class_is_indexed(model):
            return
        # Before the rows are read: a later change, read later, always wins.
        version = self.version or now()
        keys = [each.pk for each in items]
        objects = list(model.get_indexed_objects().filter(pk__in=keys))  # type: ignore[attr-defined]
        lines: list[AnyType] = []
        for instance, document in zip(objects, documents_of(objects), strict=True):
            lines.append({"index": _version(_identity(type(instance), instance.pk), version)})
            lines.append(stored(instance, document))
        self._bulk(lines)

    def delete_item(self, item: Model) -> None:
        version = now()
        self._bulk([{"delete": _version(_identity(type(item), item.pk), version)}])

    def refresh(self) -> None:
        try:
            self.server.post(f"/{self.target or self.alias}/_refresh")
        except Refused as refused:
            raise EngineUnavailable(str(refused)) from refused

    def reset(self) -> None:
        for alias in (self.alias, self.next_alias):
            for name in self.in_use(alias):
                self.server.delete(f"/{name}")
        self.create(self.alias)

    def create(self, alias: str) -> str:
        """A new, empty index behind an alias."""
        name = f"{self.alias}-{timezone.now():%Y%m%d%H%M%S}-{get_random_string(6).lower()}"
        self.server.put(f"/{name}", INDEX | {"aliases": {alias: {}}})
        return name

    def in_use(self, alias: str) -> list[str]:
        """The indexes behind one of the two aliases."""
        try:
            return list(self.server.get(f"/_alias/{alias}", timeout=WRITE_TIMEOUT))
        except Refused as refused:
            if refused.status != 404:
                raise
            return []

    def _written_into(self) -> list[str]:
        """Only what an alias names: the server would make any other index up from what it is sent.

        Where none is in use, nothing is begun with the little that just changed: it would be
        believed, and everything else be missing.
        """
        being_built = self.in_use(self.next_alias)
        if self.target:
            if self.target not in being_built:
                raise EngineUnavailable("another rebuild has taken the place of this one")
            return [self.target]
        in_use = self.in_use(self.alias)
        if not in_use:
            raise EngineUnavailable(f"it has no index {self.alias} (manage.py update_index)")
        return [*in_use, *being_built]

    def _bulk(self, lines: list[AnyType]) -> None:
        refused: dict[str, str] = {}
        for name in self._written_into() if lines else ():
            answer = self.server.bulk(f"/{name}/_bulk", lines)
            for item in answer["items"] if answer["errors"] else []:
                ((_, result),) = item.items()
                # 409: a newer version is there already. 404: it was gone already.
                if result["status"] not in (200, 201, 404, 409):
                    key = result["_id"].rpartition(":")[2]
                    refused[key] = json.dumps(result.get("error"), ensure_ascii=False)
        if refused:
            raise SomeRefused(refused)


class ElasticRebuilder:
    """A new index filled beside the one in use, which is exchanged for it in one step.

    Of two rebuilds at a time the one that is ready first wins, and what others left is removed.
    """

    def __init__(self, index: ElasticIndex) -> None:
        self.index = index

    def start(self) -> ElasticIndex:
        version = now()
        target = self.index.create(self.index.next_alias)
        self.index = ElasticIndex(self.index.backend, target, version)
        return self.index

    def finish(self) -> None:
        index = self.index
        (target,) = index._written_into()
        index.refresh()
        others = {*index.in_use(index.alias), *index.in_use(index.next_alias)} - {target}
        next_one = {"index": target, "alias": index.next_alias}
        actions: list[AnyType] = [
            {"remove": next_one | {"must_exist": True}},
            {"add": {"index": target, "alias": index.alias}},
            *({"remove_index": {"index": name}} for name in others),
        ]
        index.server.post("/_aliases", {"actions": actions})

    def give_up(self) -> None:
        """Leave nothing behind; what cannot be removed now goes with the next rebuild."""
        with suppress(EngineUnavailable, Refused):
            self.index.server.delete(f"/{self.index.target}")


def stored(instance: Model, document: Document) -> AnyType:
    """The document as the server keeps it."""
    return {
        "key": str(instance.pk),
        "kinds": [model._meta.label for model in _kinds(type(instance))],
        "title": " ".join(document.title),
        "body": " ".join(document.body),
        "title_folded": " ".join(map(folded, document.title)),
        "body_folded": " ".join(map(folded, document.body)),
        "beginnings": " ".join(document.beginnings),
        "marks": document.marks,
        "facets": [f"{name}={value}" for name, value in sorted(document.facets)],
        "day": timezone.localtime(document.at).isoformat() if document.at else None,
        "filters": _filters(instance, instance.get_search_fields()),  # type: ignore[attr-defined]
    }


def _filters(instance: AnyType, fields: Iterable[AnyType]) -> dict[str, AnyType]:
    found: dict[str, AnyType] = {}
    for field in fields:
        if isinstance(field, FilterField):
            found[column_of(field, type(instance))] = plain(field.get_value(instance))
        elif isinstance(field, RelatedFields):
            related = field.get_value(instance)
            rows = related.all() if isinstance(related, Manager) else [related] if related else []
            columns: dict[str, list[AnyType]] = defaultdict(list)
            for row in rows:
                for name, value in _filters(row, field.fields).items():
                    columns[name].append(value)
            if columns:
                found[column_of(field, type(instance))] = columns
    return found


def column_of(field: AnyType, model: type[Model]) -> str:
    """The name of a filter: fields of different types may bear the same name."""
    owner = field.get_definition_model(model)
    name = field.field_name if isinstance(field, RelatedFields) else field.get_attname(model)
    return f"{owner._meta.label_lower.replace('.', '_')}__{name}" if owner else name


def plain(value: AnyType) -> AnyType:
    """A value as JSON has it, such that greater stays greater."""
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat() if value.tzinfo else value.isoformat()
    if isinstance(value, (Manager, QuerySet)):
        return list(value.values_list("pk", flat=True))
    if isinstance(value, Model):
        return plain(value.pk)
    if isinstance(value, (list, tuple, set)):
        return [plain(each) for each in value]
    if isinstance(value, Decimal):
        return float(value)
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def _kinds(model: type[Model]) -> list[type[Model]]:
    return [
        model,
        *(parent for parent in model._meta.get_parent_list() if class_is_indexed(parent)),
    ]


def _identity(model: type[Model], pk: AnyType) -> str:
    """The same for a page whatever its type, and never that of another kind of object."""
    return f"{get_model_root(model)._meta.label_lower}:{pk}"


def now() -> int:
    return time.time_ns() // 1000


def _version(identity: str, version: int) -> dict[str, AnyType]:
    return {"_id": identity, "version": version, "version_type": "external_gte"}
