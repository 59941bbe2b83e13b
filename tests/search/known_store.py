"""An engine made of a list: what holds an expression is looked up in each text in turn."""

import datetime
from collections.abc import Mapping, Sequence

from search.engine.answers import Answer
from search.engine.documents import folded
from search.engine.expressions import All, Any, Everything, Expression, Mark, Words
from search.engine.hits import Hit
from search.engine.lexicon import Lexicon
from search.engine.marks import marks_of_text
from search.vietnamese.analysis import tokens

from .known_texts import KnownTexts

TODAY = datetime.date(2026, 11, 25)


class KnownStore:
    """Texts by their own words; without abbreviations that texts explain."""

    def __init__(self, *texts: str) -> None:
        self.lexicon: Lexicon = KnownTexts(*texts)
        self.lexicon.acronyms = lambda words: {}  # type: ignore[method-assign]
        self.asked: list[Expression] = []
        self._texts = texts

    def best(
        self, expression: Expression, limit: int, weights: Mapping[Expression, float] | None = None
    ) -> list[Hit]:
        self.asked.append(expression)
        hits = [
            Hit(text, "", " ".join(tokens(text)), frozenset(marks_of_text(text)))
            for text in self._texts
        ]
        return [hit for hit in hits if _holds(hit, expression)][:limit]

    def count(self, expression: Expression) -> int:
        return len(self.best(expression, len(self._texts)))

    def keys(self, expression: Expression, start: int, stop: int | None, *more) -> list[str]:
        return [hit.key for hit in self.best(expression, len(self._texts))][start:stop]

    def facets(self, expression: Expression) -> dict[str, dict[str, int]]:
        return {}

    def values(self, expression: Expression, name: str) -> dict:
        return {}


def answer(typed: str, *texts: str) -> Answer:
    return Answer(typed, KnownStore(*texts), TODAY)


def found(typed: str, *texts: str) -> list[str]:
    """The texts that are found, best first."""
    return [hit.key for hit in answer(typed, *texts).head]


def _holds(hit: Hit, expression: Expression) -> bool:
    if isinstance(expression, All):
        return all(_holds(hit, part) for part in expression.parts)
    if isinstance(expression, Any):
        return any(_holds(hit, part) for part in expression.parts)
    if isinstance(expression, Words):
        return not expression.in_title and _on_end(hit.body.split(), expression)
    if isinstance(expression, Mark):
        return expression.text in hit.marks
    return isinstance(expression, Everything)


def _on_end(words: Sequence[str], asked: Words) -> bool:
    held = list(map(folded, words)) if asked.folded else list(words)
    length = len(asked.words)
    return any(
        tuple(held[start : start + length]) == asked.words
        for start in range(len(held) - length + 1)
    )
