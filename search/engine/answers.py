"""One query, answered: which documents belong to the answer, and the best of them in order.

The set of an answer is one expression, so pages of it, its count and its facets always agree. The
best hundred or so are ranked here on their words; behind them the engine's own order goes on.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from .documents import folded
from .expressions import EVERYTHING, NOTHING, Expression, Mark, Words, all_of, any_of, parts_of
from .lexicon import EXACT, FOLDED, PAIR, Key, Lexicon
from .ranking import Hit, Ranker, Variant, phrases_held, spelt_in
from .repairs import Repair, repairs
from .understanding import Understanding, understand

ENOUGH = 20  # of answers that fit as typed, so that looser ones are not looked for
TOO_FEW = 4
HEAD = 100
OF_PHRASES = 60
OF_ANY = 120
MANY_WORDS = 5
MOST_STRICT = 7  # words; longer queries are found by any of their accents
MOST_REPAIRED = 10
FEWEST_RARE, MOST_RARE = 2, 5
COMMON = 0.1  # the share of documents from which on a word tells nothing
REPAIRED = 3.0
TRIED_TOGETHER = ((0, 4), (4, 12), (12, 32))


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


@dataclass
class Answer:
    """To words typed freely."""

    typed: str
    store: Store
    today: datetime.date

    @cached_property
    def understanding(self) -> Understanding:
        return understand(self.typed, self.store.lexicon, self.today)

    @property
    def expression(self) -> Expression:
        """What the documents of the answer hold."""
        return self._found.expression

    @property
    def head(self) -> list[Hit]:
        """The best of them, ranked."""
        return self._found.head

    @property
    def did_you_mean(self) -> str | None:
        """What was meant, in the text's own spelling, when what was typed fits nothing as well."""
        best = self.head[0] if self.head else None
        if best is None or best.variant is None or not best.variant.is_repair:
            return None
        return " ".join(spelt_in(best, best.variant))

    @property
    def understood_as(self) -> str:
        """The words that were searched for."""
        return self.did_you_mean or self.understanding.text

    def rank(self, hits: Sequence[Hit]) -> list[Hit]:
        """Other candidates in the order of this answer: those that have a chosen value."""
        return self._found.ranker.rank(hits) if self._found.ranker else list(hits)

    @cached_property
    def _found(self) -> "_Found":
        if self.understanding.is_empty:
            return _Found(NOTHING, [])
        return _Finding(self.understanding, self.store, self.today).run()


@dataclass(frozen=True)
class _Found:
    expression: Expression
    head: list[Hit]
    ranker: Ranker | None = None


class _Finding:
    """The steps from narrow to wide; each is taken only when the one before found too little."""

    def __init__(self, understanding: Understanding, store: Store, today: datetime.date) -> None:
        self.store, self.lexicon, self.today = store, store.lexicon, today
        self.words = understanding.words
        self.variants = list(understanding.variants)
        self.said = understanding.said
        self.hits: dict[str, Hit] = {}
        self.sets: list[Expression] = []
        self._learn(self.variants)

    def run(self) -> _Found:
        found = 0
        if len(self.words) <= MOST_STRICT:
            found = self._take(self._with_said(self._any_variant(self.lexicon)), HEAD)
        if found < ENOUGH:
            # What is strict is in what is loose, which takes its place.
            self.sets.clear()
            found = self._take(self._with_said(self._any_variant()), HEAD)
        if found >= HEAD:
            self._take_phrases()
        if not found or (1 < len(self.words) <= MOST_REPAIRED and not self._has_phrase()):
            self._take_repairs()
        if self._is_too_little():
            self._take_any()
        return _Found(any_of(self.sets), self._ranked(), self._ranker(self.variants))

    # --- Steps -----------------------------------------------------------------------------------

    def _take_phrases(self) -> None:
        """Of many documents that hold the words, those that hold them on end."""
        within = any_of(self.sets)
        for variants in (self.variants[:1], self.variants[1:]):
            phrases = any_of(
                _phrase(each) for each in variants if may_be_phrase(each.folded, self.lexicon)
            )
            if phrases != NOTHING:
                self._gather(all_of([within, phrases]), OF_PHRASES)

    def _take_repairs(self) -> None:
        """Slips undone, where texts hold the words as they were meant."""
        plain = [word for variant in self.variants[:1] for word in variant.folded]
        tries = repairs(plain, self.lexicon)
        likely = [each for each in tries if may_be_phrase(each.words, self.lexicon)]
        # Words that all texts know were hardly meant otherwise.
        for start, end in TRIED_TOGETHER if self._unknown() else TRIED_TOGETHER[:2]:
            tried = [
                Variant(each.words, REPAIRED + (each.cost - tries[0].cost) / 2, is_repair=True)
                for each in likely[start:end]
            ]
            phrases = any_of(Words(each.words, folded=True) for each in tried)
            hits = self.store.best(self._with_said(phrases), OF_PHRASES)
            held = phrases_held(hits, tried)
            if held:
                self._learn(held)
                self.variants += held
                self._keep(hits)
                self.sets += [self._with_said(Words(each.words, folded=True)) for each in held]
                return
        self._take_known_words(tries)

    def _take_known_words(self, tries: Sequence[Repair]) -> None:
        """No phrase was meant: exchange only the words that no text has."""
        if not self._unknown() or not tries:
            return
        likely = Variant(tries[0].words, REPAIRED, is_repair=True)
        self._learn([likely])
        self.variants.append(likely)
        self._take(self._with_said(_all_words(likely)), HEAD)

    def _take_any(self) -> None:
        """Documents that hold some of the words or pairs of words: the rarest, which tell most."""
        plain = [each.folded for each in self.variants if not each.reason]
        words = {word: self.lexicon.folded(word) for each in plain for word in each}
        pairs: dict[tuple[str, ...], int] = {
            pair: self.lexicon.pair(*pair) for each in plain for pair in pairwise(each)
        }
        weights: dict[Expression, float] = {
            Words(unit, folded=True): self.lexicon.weight(count)
            for unit, count in [
                *self._rarest({(word,): count for word, count in words.items()}),
                *self._rarest(pairs),
            ]
        }
        asked = any_of([*weights, *(each.expression for each in self.said)])
        if asked != NOTHING:
            self._keep(self.store.best(asked, OF_ANY, weights))
            self.sets.append(asked)

    def _rarest(self, units: dict[tuple[str, ...], int]) -> list[tuple[tuple[str, ...], int]]:
        """Those that are not in every other document, and always a few."""
        most = COMMON * self.lexicon.documents
        known = sorted((count, unit) for unit, count in units.items() if count)
        return [
            (unit, count)
            for place, (count, unit) in enumerate(known[:MOST_RARE])
            if place < FEWEST_RARE or count <= most
        ]

    def _unknown(self) -> list[str]:
        return [word for word in self.words if not self.lexicon.folded(folded(word))]

    def _has_phrase(self) -> bool:
        return any(hit.is_phrase for hit in self._ranked())

    def _is_too_little(self) -> bool:
        """Few documents; or a whole sentence that none of them says as it was typed.

        A day or a number asks for just the documents that have it.
        """
        if self.said:
            return not self.hits
        return len(self.hits) < TOO_FEW or (
            len(self.words) >= MANY_WORDS and not self._has_phrase()
        )

    # --- Details ---------------------------------------------------------------------------------

    def _take(self, expression: Expression, limit: int) -> int:
        """Let the documents belong to the answer; how many of the best were found."""
        hits = self.store.best(expression, limit)
        self._keep(hits)
        self.sets.append(expression)
        return len(hits)

    def _gather(self, expression: Expression, limit: int) -> None:
        self._keep(self.store.best(expression, limit))

    def _keep(self, hits: Iterable[Hit]) -> None:
        """Each is scored once, by the readings known when it was last found."""
        for hit in hits:
            if hit.key not in self.hits or self._is_repaired():
                self.hits[hit.key] = hit

    def _is_repaired(self) -> bool:
        return any(each.is_repair for each in self.variants)

    def _any_variant(self, lexicon: Lexicon | None = None) -> Expression:
        """All the words of any reading; everything where only days and numbers were said."""
        if not self.variants:
            return EVERYTHING
        return any_of(_all_words(each, lexicon) for each in self.variants)

    def _with_said(self, words: Expression) -> Expression:
        return all_of([words, *(each.expression for each in self.said)]) if self.said else words

    def _ranked(self) -> list[Hit]:
        return self._ranker(self.variants).rank(list(self.hits.values()))

    def _ranker(self, variants: Sequence[Variant]) -> Ranker:
        marks = [frozenset(_marks_asked(each.expression)) for each in self.said]
        return Ranker(variants, self.lexicon, marks, self.today)

    def _learn(self, variants: Iterable[Variant]) -> None:
        self.lexicon.learn(key for each in variants for key in _keys_of(each))


def _all_words(variant: Variant, lexicon: Lexicon | None = None) -> Expression:
    """Each of the words; given a lexicon, with the accents that were typed and that texts have."""
    return all_of(
        Words((word,))
        if lexicon and word != plain and lexicon.exact(word)
        else Words((plain,), folded=True)
        for word, plain in zip(variant.words, variant.folded, strict=True)
    )


def _phrase(variant: Variant) -> Expression:
    """All of it on end; with the accents that were typed it counts more."""
    plain = Words(variant.folded, folded=True)
    if len(variant.words) == 1:
        return Words(variant.folded, folded=True, in_title=True)
    return plain if variant.is_plain else any_of([Words(variant.words), plain])


def may_be_phrase(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether each two of the folded words stand on end somewhere: else not all of them do."""
    return all(lexicon.pair(one, other) for one, other in pairwise(words))


def _keys_of(variant: Variant) -> Iterator[Key]:
    plain = variant.folded
    for word in variant.words:
        yield EXACT, word
    for word in plain:
        yield FOLDED, word
    for one, other in pairwise(plain):
        yield PAIR, f"{one} {other}"


def _marks_asked(expression: Expression) -> Iterator[str]:
    if isinstance(expression, Mark):
        yield expression.text
    for part in parts_of(expression):
        yield from _marks_asked(part)
