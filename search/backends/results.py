"""A slice of an answer, as the objects Wagtail is given."""

import logging
from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Case, IntegerField, When, prefetch_related_objects
from modelsearch.backends.base import BaseSearchResults, FilterFieldError

from search.facets import facet_named

from .failures import EngineUnavailable

logger = logging.getLogger(__name__)

FETCHED_AT_ONCE = 200


class SearchResults(BaseSearchResults):
    """A slice of an answer, as model objects; clones share the answer that was found once."""

    supports_facet = True

    def keys(self) -> list[str]:
        """The primary keys of the slice, in the order of relevance or newness."""
        compiler = self.query_compiler
        keys: list[str] = self.ask(lambda: compiler.keys(self.start, self.stop))
        return keys

    def _do_search(self) -> list[Any]:
        compiler = self.query_compiler
        if compiler.order_by_relevance or compiler.newest_first:
            return self._objects(self.keys())
        keys = self._all_keys()
        ordered = compiler.queryset.filter(pk__in=keys)
        if not ordered.query.order_by:
            ordered = ordered.order_by("-pk")
        return list(ordered[self.start : self.stop])

    def _do_count(self) -> int:
        compiler = self.query_compiler
        found: int = self.ask(lambda: compiler.store.count(compiler.expression))
        found = max(found - self.start, 0)
        return found if self.stop is None else min(found, self.stop - self.start)

    def facet(self, field_name: str) -> dict[Any, int]:
        """How many of the answers have each value of a facet, or of a FilterField."""
        compiler = self.query_compiler
        if facet_named(field_name):
            return self.facet_counts().get(field_name, {})
        if compiler._get_filterable_field(field_name) is None:
            raise FilterFieldError(
                f'Cannot facet search results with field "{field_name}". Please add '
                f"index.FilterField('{field_name}') to {self.model.__name__}.search_fields.",
                field_name=field_name,
            )
        counts: dict[Any, int] = self.ask(
            lambda: compiler.store.values(compiler.expression, field_name)
        )
        return dict(sorted(counts.items(), key=lambda each: -each[1]))

    def facet_counts(self) -> dict[str, dict[str, int]]:
        """How many of the answers have each value of each facet.

        For a facet with a chosen value, counts ignore that choice, so the reader can pick another.
        """
        compiler = self.query_compiler
        counts: dict[str, dict[str, int]] = self.ask(
            lambda: compiler.store.facets(compiler.expression)
        )
        return counts

    @property
    def degraded(self) -> bool:
        """Whether the database answered, because the project's own engine did not."""
        return bool(self.query_compiler.degraded)

    def ask(self, question: Callable[[], Any]) -> Any:
        """Ask the engine, and the one in the database when it does not answer."""
        try:
            return question()
        except EngineUnavailable as reason:
            logger.warning("Máy tìm kiếm không trả lời, cơ sở dữ liệu trả lời thay: %s", reason)
            self.query_compiler.fall_back()
            return question()

    def _all_keys(self) -> list[str]:
        compiler = self.query_compiler
        keys: list[str] = self.ask(lambda: compiler.store.keys(compiler.expression, 0, None))
        return keys

    def _objects(self, keys: Sequence[str]) -> list[Any]:
        """In the order of the keys; what is gone meanwhile is left out."""
        found: list[Any] = []
        for start in range(0, len(keys), FETCHED_AT_ONCE):
            part = keys[start : start + FETCHED_AT_ONCE]
            order = [When(pk=key, then=place) for place, key in enumerate(part)]
            chunk = self.query_compiler.queryset.filter(pk__in=part)
            found += chunk.order_by(Case(*order, output_field=IntegerField()))
        if self.prefetch_related:
            prefetch_related_objects(found, *self.prefetch_related)
        if self._score_field:
            for each in found:
                setattr(each, self._score_field, self.query_compiler.score(str(each.pk)))
        return found
