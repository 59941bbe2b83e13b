"""What the steps of a search ask of an engine, whichever it is."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from .expressions import Expression
from .hits import Hit
from .lexicon import Lexicon


class Store(Protocol):
    """What an engine must be able to say of the documents a search is about."""

    lexicon: Lexicon

    def best(
        self, expression: Expression, limit: int, weights: Mapping[Expression, float] | None = None
    ) -> list[Hit]:
        """The engine's own best, with their words. `weights` are those of the parts of an Any."""

    def count(self, expression: Expression) -> int: ...

    def keys(
        self,
        expression: Expression,
        start: int,
        stop: int | None,
        without: Sequence[str] = (),
        newest_first: bool = False,
    ) -> list[str]:
        """A slice of the documents in the engine's own order, `without` some."""

    def facets(self, expression: Expression) -> dict[str, dict[str, int]]:
        """How many documents have each value of each facet; see `SearchResults.facet_counts`."""

    def values(self, expression: Expression, name: str) -> dict[Any, int]:
        """How many objects have each value of a field."""
