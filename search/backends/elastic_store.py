"""What is asked of the server, in the query language that Elasticsearch and OpenSearch share."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from typing import Any as AnyType

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
from search.engine.ranking import Hit

if TYPE_CHECKING:
    from .elastic import ElasticIndex, ElasticQueryCompiler

MOST_FACET_VALUES = 1_000
AT_ONCE = 5_000
DEEPEST = 20_000
"""How far the server counts pages; also the index's own setting."""

# How much a match counts, as in SQLite's bm25().
BOOSTS = {"title": 10.0, "body": 1.0, "title_folded": 4.0, "body_folded": 0.4, "marks": 5.0}


class ElasticStore:
    def __init__(self, compiler: "ElasticQueryCompiler", index: "ElasticIndex") -> None:
        self.compiler, self.lexicon, self.index = compiler, compiler.lexicon, index

    def best(
        self, expression: Expression, limit: int, weights: Mapping[Expression, float] | None = None
    ) -> list[Hit]:
        if isinstance(expression, Nothing):
            return []
        asked = {
            "query": self._within(weighed(expression, weights) if weights else query(expression)),
            "size": limit,
            "_source": ["key", "title", "body", "marks", "day", "title_folded", "body_folded"],
            "track_total_hits": False,
        }
        found = self.index.ask("_search", asked)
        return [_hit(each["_source"]) for each in found["hits"]["hits"]]

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
        if isinstance(expression, Nothing) or start >= DEEPEST:
            return []
        found = self.index.ask(
            "_search",
            {
                "query": query,
                "sort": [*sort, {"key": "desc"}],
                "from": start,
                "size": min(stop, DEEPEST) - start,
                "_source": ["key"],
                "track_total_hits": False,
            },
        )
        return [each["_source"]["key"] for each in found["hits"]["hits"]]

    def facets(self, expression: Expression) -> dict[str, dict[str, int]]:
        counts = self._facets(self._query(expression))
        for name in self.compiler.chosen:
            counts[name] = self._facets(self._query(expression, besides=name))[name]
        return counts

    def _facets(self, query: AnyType) -> dict[str, dict[str, int]]:
        counted = {"terms": {"field": "facets", "size": MOST_FACET_VALUES}}
        asked = {"query": query, "size": 0, "aggs": {"facets": counted}}
        counts: dict[str, dict[str, int]] = defaultdict(dict)
        for bucket in self.index.ask("_search", asked)["aggregations"]["facets"]["buckets"]:
            name, _, value = bucket["key"].partition("=")
            counts[name][value] = bucket["doc_count"]
        return counts

    def _all_keys(self, query: AnyType) -> Iterator[str]:
        asked = {"query": query, "sort": [{"key": "desc"}], "size": AT_ONCE, "_source": ["key"]}
        while True:
            hits = self.index.ask("_search", asked)["hits"]["hits"]
            yield from (each["_source"]["key"] for each in hits)
            if len(hits) < AT_ONCE:
                return
            asked["search_after"] = hits[-1]["sort"]

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


def _hit(source: Mapping[str, AnyType]) -> Hit:
    return Hit(
        source["key"],
        source["title"],
        source["body"],
        frozenset(source["marks"]),
        _day(source.get("day")),
        plain_title=source["title_folded"],
        plain_body=source["body_folded"],
    )


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


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text[:10]) if text else None
