"""What is asked of the server, in the query language that Elasticsearch and OpenSearch share."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING
from typing import Any as AnyType

from wagtail.search.backends import get_search_backend

from search.engine.expressions import (
    All,
    Any,
    Beginning,
    Everything,
    Expression,
    Mark,
    Not,
    Nothing,
    Words,
)
from search.engine.hits import Hit

from .failures import EngineUnavailable
from .results import FETCHED_AT_ONCE
from .rows import RowStore

if TYPE_CHECKING:
    from .elastic_compilers import ElasticQueryCompiler
    from .elastic_index import ElasticIndex

FALLBACK = "search.backends.database"
MOST_FACET_VALUES = 65_535
"""As many as the servers count at once; of more they count none, and the database does it."""
AT_ONCE = 5_000
NUMBERS = {"AutoField", "BigAutoField", "IntegerField", "PositiveIntegerField", "BigIntegerField"}
DEEPEST = 20_000
"""How far the server counts pages; also the index's own setting."""

# How much a match counts, as in SQLite's bm25().
BOOSTS = {"title": 10.0, "body": 1.0, "title_folded": 4.0, "body_folded": 0.4, "marks": 5.0}


class ElasticStore:
    def __init__(self, compiler: "ElasticQueryCompiler", index: "ElasticIndex") -> None:
        self.compiler, self.lexicon, self.index = compiler, compiler.lexicon, index

    @cached_property
    def _words(self) -> RowStore:
        """The database has the words too, and is nearer."""
        words: RowStore = get_search_backend(FALLBACK).store_for(self.compiler)
        return words

    def best(
        self, expression: Expression, limit: int, weights: Mapping[Expression, float] | None = None
    ) -> list[Hit]:
        if isinstance(expression, Nothing):
            return []
        asked = {
            "query": self._within(weighed(expression, weights) if weights else query(expression)),
            "size": limit,
            "track_total_hits": False,
        }
        return self._words.hits_of([_key(each) for each in self._ask_for_keys(asked)])

    def count(self, expression: Expression) -> int:
        if isinstance(expression, Nothing):
            return 0
        answer = self.index.ask("_count", {"query": self._query(expression)})
        count: int = answer["count"]
        return count

    def keys(
        self,
        expression: Expression,
        start: int,
        stop: int | None,
        without: Sequence[str] = (),
        newest_first: bool = False,
    ) -> list[str]:
        sort = [{"day": {"order": "desc", "missing": "_last"}}] if newest_first else ["_score"]
        query = self._query(expression, without)
        if stop is None:
            return list(self._all_keys(query))[start:]
        if isinstance(expression, Nothing):
            return []
        if stop > DEEPEST:
            raise EngineUnavailable("so deep only the database goes")
        found = self._ask_for_keys(
            {
                "query": query,
                "sort": [*sort, {"key": "desc"}],
                "from": start,
                "size": stop - start,
                "track_total_hits": False,
            },
        )
        return list(map(_key, found))

    def facets(self, expression: Expression) -> dict[str, dict[str, int]]:
        counts = self._facets(self._query(expression))
        for name in self.compiler.chosen:
            counts[name] = self._facets(self._query(expression, besides=name))[name]
        return counts

    def values(self, expression: Expression, name: str) -> dict[AnyType, int]:
        """Numbers are counted by the server; other values it writes its own way."""
        objects = self.compiler.queryset.order_by()
        field = self.compiler._get_filterable_field(name)
        is_number = field.get_type(objects.model) in NUMBERS
        if is_number and not field.get_field(objects.model).null:
            return dict(self._counted(self.compiler.column([field]), self._query(expression)))
        keys = self.keys(expression, 0, None)
        counts: Counter[AnyType] = Counter()
        for start in range(0, len(keys), FETCHED_AT_ONCE):
            some = objects.filter(pk__in=keys[start : start + FETCHED_AT_ONCE])
            counts.update(some.values_list(name, flat=True))
        return dict(counts)

    def _facets(self, query: AnyType) -> dict[str, dict[str, int]]:
        counts: dict[str, dict[str, int]] = defaultdict(dict)
        for each, count in self._counted("facets", query):
            name, _, value = each.partition("=")
            counts[name][value] = count
        return counts

    def _counted(self, column: str, query: AnyType) -> Iterator[tuple[AnyType, int]]:
        """The values of a column, and how many documents have each."""
        values = {"terms": {"field": column, "size": MOST_FACET_VALUES}}
        answer = self.index.ask("_search", {"query": query, "size": 0, "aggs": {"values": values}})
        for bucket in answer["aggregations"]["values"]["buckets"]:
            yield bucket["key"], bucket["doc_count"]

    def _all_keys(self, query: AnyType) -> Iterator[str]:
        asked = {"query": query, "sort": [{"key": "desc"}], "size": AT_ONCE}
        while True:
            hits = self._ask_for_keys(asked)
            yield from map(_key, hits)
            if len(hits) < AT_ONCE:
                return
            asked["search_after"] = hits[-1]["sort"]

    def _ask_for_keys(self, asked: dict[str, AnyType]) -> list[AnyType]:
        """What was found, without its words: to send them took longer than to find them."""
        found = self.index.ask("_search", asked | {"_source": False, "docvalue_fields": ["key"]})
        hits: list[AnyType] = found["hits"]["hits"]
        return hits

    def _query(
        self, expression: Expression, without: Sequence[str] = (), besides: str = ""
    ) -> AnyType:
        return self._within(query(expression), without, besides)

    def _within(
        self, asked_for: AnyType, without: Sequence[str] = (), besides: str = ""
    ) -> AnyType:
        """What is asked for, within what the search is about."""
        within: list[AnyType] = [{"term": {"kinds": self.compiler.queryset.model._meta.label}}]
        within += [
            {"term": {"facets": f"{name}={value}"}}
            for name, value in self.compiler.chosen.items()
            if name != besides
        ]
        if filters := self.compiler.filters:
            within.append(filters)
        asked: dict[str, AnyType] = {"must": [asked_for], "filter": within}
        if hidden := [*without, *self.compiler.outdated]:
            asked["must_not"] = [{"terms": {"key": hidden}}]
        return {"bool": asked}


def _key(hit: Mapping[str, AnyType]) -> str:
    key: str = hit["fields"]["key"][0]
    return key


def query(expression: Expression) -> AnyType:
    """The expression in the servers' language."""
    if isinstance(expression, All):
        return {"bool": {"must": [query(part) for part in expression.parts]}}
    if isinstance(expression, Any):
        parts = [query(part) for part in expression.parts]
        return {"bool": {"should": parts, "minimum_should_match": 1}}
    if isinstance(expression, Not):
        return {"bool": {"must_not": [query(expression.part)]}}
    if isinstance(expression, Words):
        return _words(expression)
    if isinstance(expression, Mark):
        return {"term": {"marks": {"value": expression.text, "boost": BOOSTS["marks"]}}}
    if isinstance(expression, Beginning):
        kind = "term" if expression.whole else "prefix"
        return {kind: {"beginnings": {"value": expression.letters}}}
    return {"match_all": {}} if isinstance(expression, Everything) else {"match_none": {}}


def weighed(expression: Expression, weights: Mapping[Expression, float]) -> AnyType:
    """By the weights of the parts it holds, however often and where."""
    parts = [
        {
            "constant_score": {
                "filter": query(part),
                "boost": weights.get(part, max(weights.values())),
            }
        }
        for part in (expression.parts if isinstance(expression, Any) else (expression,))
    ]
    return {"bool": {"should": parts, "minimum_should_match": 1}}


def _words(words: Words) -> AnyType:
    ending = "_folded" if words.folded else ""
    fields = [f"title{ending}"] if words.in_title else [f"title{ending}", f"body{ending}"]
    if len(words.words) == 1:
        parts: list[AnyType] = [
            {"term": {name: {"value": words.words[0], "boost": BOOSTS[name]}}} for name in fields
        ]
    else:
        text = " ".join(words.words)
        parts = [
            {"match_phrase": {name: {"query": text, "boost": BOOSTS[name]}}} for name in fields
        ]
    return {"bool": {"should": parts, "minimum_should_match": 1}}
