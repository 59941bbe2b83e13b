"""One query, answered: which documents belong to the answer, and the best of them in order.

The set of an answer is one expression, so pages of it, its count and its facets always agree. The
best, at most two hundred, are ranked here on their words; behind them the engine's own order goes on.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from .expansions import OtherName
from .expressions import NOTHING, Expression, all_of
from .hits import Hit, spelt_in
from .store import Store
from .understanding import Understanding, understand
from .widening import Candidates, Finding, words_asked

MOSTLY = 0.8  # of what the words of a query tell
SHOWN = 10  # on the first page


@dataclass
class Answer:
    """To words typed freely."""

    typed: str
    store: Store
    today: datetime.date

    @cached_property
    def understanding(self) -> Understanding:
        meant = understand(self.typed, self.store.lexicon, self.today)
        if meant.words and any(each.is_doubtful for each in meant.said):
            # "Hôm nay" may ask for a day, or be a word of the text itself; so may "1/7".
            finding = Finding(meant, self.store, self.today)
            if not finding.has_as_typed():
                return understand(self.typed, self.store.lexicon, self.today, doubtful=False)
        return meant

    @property
    def expression(self) -> Expression:
        """What the documents of the answer hold."""
        return self._candidates.expression

    @property
    def head(self) -> list[Hit]:
        """The best of them, ranked."""
        return self._candidates.head

    @property
    def did_you_mean(self) -> str | None:
        """What was meant, in the text's own spelling, when what was typed fits nothing as well."""
        best = self._best
        if best is None or best.variant is None:
            return None
        if best.variant.is_repair or (self._is_alike and _is_phrase(best)):
            return " ".join(spelt_in(self.head, best.variant, self.understanding.words))
        return None

    @property
    def understood_as(self) -> str:
        """The words that were searched for."""
        return self.did_you_mean or self.instead or self.understanding.text

    @property
    def instead(self) -> str:
        """The month or year that was searched for, where no text has the day that was asked for."""
        return self._candidates.instead

    @cached_property
    def is_partial(self) -> bool:
        """Whether no text has all that was asked for, and what is shown has only some of it.

        Or has only look-alikes of it: "đang" is not "đảng".
        """
        best = self._best
        if best is None or best.variant is None or self.instead:
            return False
        if not self._candidates.is_loose:
            return self._is_alike and not _is_phrase(best)
        if self.understanding.said:
            return True
        held = set(f"{best.plain_title} {best.plain_body}".split())
        weights = {word: self._weight(word) for word in best.variant.folded}
        covered = sum(weight for word, weight in weights.items() if word in held)
        return covered < MOSTLY * sum(weights.values())

    @property
    def _best(self) -> Hit | None:
        return self.head[0] if self.head else None

    @cached_property
    def _is_alike(self) -> bool:
        """Whether the best holds what was typed, but not with the accents that were typed."""
        return self._best is not None and _has_other_accents(self._best)

    def _weight(self, plain: str) -> float:
        return self.store.lexicon.weight(self.store.lexicon.folded(plain))

    @cached_property
    def also(self) -> list[OtherName]:
        """The other names that were searched for and that texts have, and other words for it."""
        shown = {hit.variant for hit in self.head[:SHOWN]}
        return [
            *filter(self._is_held, self.understanding.also),
            *(name for name, variant in self._candidates.synonyms.items() if variant in shown),
        ]

    def _is_held(self, name: OtherName) -> bool:
        return any(
            variant.reason == name and self.store.best(all_of(words_asked(variant)), 1)
            for variant in self.understanding.variants
        )

    def rank(self, hits: Sequence[Hit]) -> list[Hit]:
        """Other candidates in the order of this answer: those that have a chosen value."""
        return self._candidates.ranker.rank(hits) if self._candidates.ranker else list(hits)

    @cached_property
    def _candidates(self) -> Candidates:
        if self.understanding.is_empty:
            return Candidates(NOTHING, [])
        return Finding(self.understanding, self.store, self.today).run()


def _is_phrase(hit: Hit) -> bool:
    """Whether it holds two words or more as a phrase, hardly by chance whatever their accents."""
    return hit.is_phrase and hit.variant is not None and len(hit.variant.words) > 1


def _has_other_accents(hit: Hit) -> bool:
    """Whether it holds a word of its reading, but not with the accents that were typed."""
    if hit.variant is None or hit.variant.is_repair:
        return False
    held = {*hit.title.split(), *hit.body.split()}
    forms = zip(hit.variant.words, hit.variant.folded, strict=True)
    return any(word != plain and word not in held for word, plain in forms)
