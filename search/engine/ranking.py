"""Which of the candidates comes first. The same rules for every engine, on the words themselves.

A score adds up what BM25 would say of each word, what it would say of each two words on end, and
a bonus where the whole query stands in the text as one phrase. Exact accents count more than
folded ones, the title more than the body, and between equals the newer text is first.
"""

import datetime
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from .documents import folded
from .lexicon import Lexicon

# Of a word typed with accents: what its exact form counts, and what any form counts.
EXACT, FOLDED = 0.65, 0.35
TITLE = 2.0
PAIR = 0.9
SATURATION = 1.2
LENGTH = 0.6  # how much a long text is held to be likelier to hold any word
AVERAGE_LENGTH = 500

# The whole query as one phrase.
EXACT_IN_TITLE, EXACT_IN_BODY, FOLDED_IN_TITLE, FOLDED_IN_BODY = 12.0, 8.0, 6.0, 4.0
WHOLE_TITLE = 3.0
PHRASE_OF = {1: 0.25, 2: 0.8, 3: 1.0, 4: 1.25, 5: 1.5}
LONG_PHRASE = 1.75
MARK = 12.0
NEWNESS = 0.6
HALF_AS_NEW = 365.0 * 2  # days


@dataclass(slots=True)
class Hit:
    """A candidate with its words, as the engine stores them: joined by single blanks."""

    key: str
    title: str
    body: str
    marks: frozenset[str] = frozenset()
    day: datetime.date | None = None
    score: float = 0.0
    variant: "Variant | None" = None
    """The reading of the query that fits it best."""
    is_phrase: bool = False
    """Whether it holds that reading as one phrase."""


@dataclass(frozen=True)
class Variant:
    """One reading of the query. `penalty` is taken from the score of what only it finds."""

    words: tuple[str, ...]
    penalty: float = 0.0
    is_repair: bool = False
    reason: str = ""
    """Why it was also searched for, as the visitor is told; empty for other spellings."""

    @cached_property
    def folded(self) -> tuple[str, ...]:
        return tuple(map(folded, self.words))

    @cached_property
    def is_plain(self) -> bool:
        """Typed without any accent, so that accents in texts mean nothing."""
        return self.words == self.folded


@dataclass(slots=True)
class _Field:
    """One field of a candidate: where each word of the query stands in it."""

    places: Mapping[str, set[int]]
    words: Sequence[str]
    length: int

    def frequency(self, word: str) -> int:
        return len(self.places.get(word, ()))

    def exact_frequency(self, word: str, plain: str) -> int:
        return sum(self.words[place] == word for place in self.places.get(plain, ()))

    def pair_frequency(self, one: str, other: str) -> int:
        after = self.places.get(other)
        return sum(place + 1 in after for place in self.places.get(one, ())) if after else 0

    def phrase(self, words: Sequence[str], plain: Sequence[str]) -> tuple[bool, bool]:
        """Whether the words stand there on end, and whether with the same accents."""
        anywhere = False
        for start in self.places.get(plain[0], ()):
            end = start + len(plain)
            if end <= self.length and all(
                start + step in self.places.get(word, ()) for step, word in enumerate(plain)
            ):
                anywhere = True
                if tuple(self.words[start:end]) == tuple(words):
                    return True, True
        return anywhere, False


@dataclass
class Ranker:
    """Scores candidates for one query."""

    variants: Sequence[Variant]
    lexicon: Lexicon
    marks: Sequence[frozenset[str]] = ()
    today: datetime.date = field(default_factory=datetime.date.today)

    def __post_init__(self) -> None:
        self._wanted = _folded_words(self.variants)

    def rank(self, hits: Sequence[Hit]) -> list[Hit]:
        """Best first; of equals the newer, then the one stored later."""
        for hit in hits:
            if hit.variant is None:
                self._score(hit)
        return sorted(
            hits,
            key=lambda hit: (hit.score, hit.day or datetime.date.min, len(hit.key), hit.key),
            reverse=True,
        )

    def _score(self, hit: Hit) -> None:
        title, body = _field(hit.title, self._wanted), _field(hit.body, self._wanted)
        common = self._marks_score(hit) + self._newness(hit)
        hit.score = -math.inf
        for variant in self.variants:
            score, is_phrase = self._variant_score(variant, title, body)
            if score - variant.penalty + common > hit.score:
                hit.score = score - variant.penalty + common
                hit.variant, hit.is_phrase = variant, is_phrase

    def _variant_score(self, variant: Variant, title: _Field, body: _Field) -> tuple[float, bool]:
        words, plain = variant.words, variant.folded
        long = 1 - LENGTH + LENGTH * (title.length + body.length) / AVERAGE_LENGTH
        score = 0.0
        for word, bare in dict(zip(words, plain, strict=True)).items():
            any_form = _sum(title.frequency(bare), body.frequency(bare))
            if not any_form:
                continue
            lexicon = self.lexicon
            if word == bare and variant.is_plain:
                score += lexicon.weight(lexicon.folded(bare)) * _saturated(any_form, long)
                continue
            exact = _sum(title.exact_frequency(word, bare), body.exact_frequency(word, bare))
            score += EXACT * lexicon.weight(lexicon.exact(word)) * _saturated(exact, long)
            score += FOLDED * lexicon.weight(lexicon.folded(bare)) * _saturated(any_form, long)
        for one, other in dict.fromkeys(pairwise(plain)):
            found = _sum(title.pair_frequency(one, other), body.pair_frequency(one, other))
            if found:
                weight = self.lexicon.weight(self.lexicon.pair(one, other))
                score += PAIR * weight * _saturated(found, long)
        bonus, is_phrase = _phrase_bonus(variant, title, body)
        return score + bonus, is_phrase

    def _marks_score(self, hit: Hit) -> float:
        return sum(MARK for asked in self.marks if asked & hit.marks)

    def _newness(self, hit: Hit) -> float:
        if hit.day is None:
            return 0.0
        age = max((self.today - hit.day).days, 0)
        return NEWNESS / (1 + age / HALF_AS_NEW)


def phrases_held(hits: Iterable[Hit], variants: Sequence[Variant]) -> list[Variant]:
    """Those of the readings that one of the texts holds as a phrase, with any accents."""
    wanted = _folded_words(variants)
    held: dict[Variant, None] = {}
    for hit in hits:
        fields = [_field(hit.title, wanted), _field(hit.body, wanted)]
        for variant in variants:
            if any(each.phrase(variant.words, variant.folded)[0] for each in fields):
                held[variant] = None
    return list(held)


def spelt_in(hit: Hit, variant: Variant) -> Sequence[str]:
    """The words of the reading as a text spells them on end; as they are where it does not."""
    wanted = set(variant.folded)
    for each in (_field(hit.title, wanted), _field(hit.body, wanted)):
        for start in sorted(each.places.get(variant.folded[0], ())):
            words = each.words[start : start + len(variant.words)]
            if tuple(map(folded, words)) == variant.folded:
                return words
    return variant.words


def _folded_words(variants: Iterable[Variant]) -> set[str]:
    return {word for variant in variants for word in variant.folded}


def _field(text: str, wanted: set[str]) -> _Field:
    words = text.split()
    places: dict[str, set[int]] = {}
    for place, word in enumerate(words):
        plain = folded(word)
        if plain in wanted:
            places.setdefault(plain, set()).add(place)
    return _Field(places, words, len(words))


def _sum(in_title: int, in_body: int) -> float:
    return TITLE * in_title + in_body


def _saturated(frequency: float, long: float) -> float:
    return frequency * (SATURATION + 1) / (frequency + SATURATION * long) if frequency else 0.0


def _phrase_bonus(variant: Variant, title: _Field, body: _Field) -> tuple[float, bool]:
    in_title, exact_in_title = title.phrase(variant.words, variant.folded)
    in_body, exact_in_body = body.phrase(variant.words, variant.folded)
    if variant.is_plain:
        exact_in_title, exact_in_body = in_title, in_body
    bonus = max(
        EXACT_IN_TITLE * exact_in_title,
        EXACT_IN_BODY * exact_in_body,
        FOLDED_IN_TITLE * in_title,
        FOLDED_IN_BODY * in_body,
    )
    if in_title and title.length == len(variant.words):
        bonus += WHOLE_TITLE
    # One word stands everywhere, five on end hardly by chance.
    bonus *= PHRASE_OF.get(len(variant.words), LONG_PHRASE)
    return bonus, in_title or in_body
