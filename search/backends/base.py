"""What our backends share: a Wagtail search becomes an expression, or words to be understood.

Wagtail's query objects, an operator and the `fields` of a search mean exactly what they say; a
plain text is read the way visitors write. Objects are fetched from the database in the end, so
values_list() and the like work on what is searched.
"""

from typing import Any

from modelsearch.backends.base import BaseSearchBackend

from search.engine.store import Store

from .compilers import AutocompleteQueryCompiler, QueryCompiler
from .results import SearchResults


class SearchBackend(BaseSearchBackend):
    """Searches with the options of Wagtail's own backends, and with ours: see the compilers."""

    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
    results_class = SearchResults

    def store_for(self, compiler: QueryCompiler) -> Store:
        """What the engine holds, within what one search is about."""
        raise NotImplementedError

    def has_lost_index(self) -> bool:
        """Whether the engine holds nothing, not even an empty index: all has to be rebuilt."""
        return False

    def let_be_seen(self) -> None:
        """Let what was written be found, before the outbox forgets that it had to be."""

    def settle(self) -> None:
        """Do what was put off while much was written."""

    def search(self, query: Any, model_or_queryset: Any, **options: Any) -> Any:
        return self._search(self.query_compiler_class, query, model_or_queryset, **options)

    def autocomplete(self, query: Any, model_or_queryset: Any, **options: Any) -> Any:
        compiler = self.autocomplete_query_compiler_class
        return self._search(compiler, query, model_or_queryset, **options)

    def _search(self, *args: Any, **kwargs: Any) -> Any:
        results = super()._search(*args, **kwargs)
        if results.query_compiler is not None:
            results.query_compiler.backend = self
        return results
