"""Which of the candidates comes first. The same rules for every engine, on the words themselves.

A score adds up what BM25 would say of each word and of each two adjacent words, a bonus for how much
of the query a text holds at all, and one where the whole query stands there as one phrase. Exact
accents count more than folded ones, the title more than the body, and between equals the newer
text is first. The figures were tuned on news, laws and an encyclopedia, see benchmarks/README.md.
"""

import datetime
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .cohesion import BELONGS, SURELY_A_WORD, cohesion
from .hits import Hit, Variant
from .lexicon import Lexicon
from .marks import are_of_document, years

# Of a word typed with accents: what its exact form counts, and what any form counts.
EXACT, FOLDED = 0.65, 0.35
WITHOUT_ITS_ACCENTS = 0.05  # the share of its forms that a word without accents is, if it was meant
TITLE = 3.0
PAIR = 0.8
SATURATION = 0.8
LENGTH = 0.75  # how much a long text is held to be likelier to hold any word
AVERAGE_LENGTH = 500
# One word more is worth more than many times the same; but no answer repeats a whole question.
WHOLE = 30.0
SHORT = 6  # words

# The whole query as one phrase.
EXACT_IN_TITLE, EXACT_IN_BODY, FOLDED_IN_TITLE, FOLDED_IN_BODY = 12.0, 8.0, 6.0, 4.0
WHOLE_TITLE = 3.0
PHRASE_OF = {1: 0.25, 2: 0.8, 3: 1.0, 4: 1.25, 5: 1.5}
LONG_PHRASE = 1.75
MARK = 12.0
DOCUMENT = 100.0  # more than any words: its number is what was asked for
AMID_WORDS = 2.0  # times as much as a phrase, for its words beside a day weigh nothing as pairs
NEWNESS = 0.6
HALF_AS_NEW = 365.0 * 2  # days


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a reading, and what it says that a text holds it so, or with any accents."""

    text: str
    """As long as its folded form, see `_aligned`."""
    plain: str
    exact: float
    any_form: float


@dataclass(frozen=True, slots=True)
class _Pair:
    one: str
    other: str
    weight: float
    around: tuple[str, ...] = ()
    """Of syllables of two words that meet ("hội nghị | thi đua") those before and behind them.

    "Nghỉ thì" alone is rare and says nothing; between the two it says that they meet there too.
    """


class _Reading:
    """A variant with what its words weigh: the same for every text, so looked up once."""

    def __init__(self, variant: Variant, lexicon: Lexicon) -> None:
        self.variant = variant
        forms = dict(zip(variant.words, variant.folded, strict=True))
        self.words = [_word(word, plain, variant, lexicon) for word, plain in forms.items()]
        self.pairs = _pairs(variant.folded, lexicon)
        # With words that no text has: a reading that has none of those is likelier.
        self.total = sum(word.exact + word.any_form for word in self.words)
        self.total += sum(pair.weight for pair in self.pairs)
        self.whole = WHOLE * min(1.0, SHORT / len(variant.words)) ** 2 if variant.words else 0.0
        self.share = 1.0
        """What its words count of what they weigh."""

    def weigh_no_more_than(self, typed: "_Reading") -> None:
        """A rarer name tells more, but is not what was typed: "Kon Tum" for "Quảng Ngãi"; nor is a
        rarer spelling: "qui hoạch" for "quy hoạch"."""
        self.share = min(1.0, typed.total / self.total) if self.total else 1.0

    def score(self, title: "_Field", body: "_Field") -> tuple[float, bool]:
        """How well a text fits, and whether it holds the reading as a phrase."""
        long = SATURATION * (1 - LENGTH + LENGTH * (title.length + body.length) / AVERAGE_LENGTH)
        score = held = 0.0
        for word in self.words:
            any_form = TITLE * title.frequency(word.plain) + body.frequency(word.plain)
            if not any_form:
                continue
            score += word.any_form * _saturated(any_form, long)
            held += word.any_form
            exact = word.exact and TITLE * title.exact_frequency(word) + body.exact_frequency(word)
            if exact:
                score += word.exact * _saturated(exact, long)
                held += word.exact
        for pair in self.pairs:
            found = TITLE * title.pair_frequency(pair) + body.pair_frequency(pair)
            if found:
                score += PAIR * pair.weight * _saturated(found, long)
                held += pair.weight
        score *= self.share
        if self.total:
            score += self.whole * (held / self.total) ** 2
        bonus, is_phrase = _phrase_bonus(self.variant, title, body)
        return score + bonus, is_phrase


def _word(word: str, plain: str, variant: Variant, lexicon: Lexicon) -> _Word:
    weight = lexicon.weight(lexicon.folded(plain))
    if variant.is_plain or (word == plain and _lacks_accents(word, lexicon)):
        return _Word(plain, plain, 0.0, weight)
    exact = EXACT * lexicon.weight(lexicon.exact(word))
    return _Word(_aligned(word, plain), plain, exact, FOLDED * weight)


def _is_respelt(variant: Variant, typed: Variant) -> bool:
    """Whether it says the same words with other letters: no abbreviation, and no slip undone."""
    return len(variant.words) == len(typed.words) and not variant.is_repair


def _lacks_accents(word: str, lexicon: Lexicon) -> bool:
    """Whether texts have it with accents, all but always: "thuong", whatever stands beside it."""
    return lexicon.exact(word) < WITHOUT_ITS_ACCENTS * lexicon.folded(word)


def _pairs(words: Sequence[str], lexicon: Lexicon) -> list[_Pair]:
    """Each two words that any text has side by side, once."""
    found: dict[tuple[str, str], _Pair] = {}
    joints = [cohesion(one, other, lexicon) for one, other in pairwise(words)]
    for place, (one, other) in enumerate(pairwise(words)):
        if lexicon.pair(one, other):
            weight = weight_of_pair(one, other, lexicon)
            pair = _Pair(one, other, weight, _around(place, words, joints))
            found.setdefault((one, other), pair)
    return list(found.values())


def _around(place: int, words: Sequence[str], joints: Sequence[float]) -> tuple[str, ...]:
    """Nothing where the two may be a word themselves, or have a neighbour without a word."""
    if not 0 < place < len(joints) - 1:
        return ()
    belong = min(joints[place - 1], joints[place + 1])
    meet = belong >= BELONGS and belong > joints[place]
    return (words[place - 1], words[place + 2]) if meet else ()


def weight_of_pair(one: str, other: str, lexicon: Lexicon) -> float:
    surely = min(1.0, cohesion(one, other, lexicon) / SURELY_A_WORD)
    return lexicon.weight(lexicon.pair(one, other)) * surely**0.25


@dataclass(slots=True)
class _Field:
    """One field of a candidate, folded and not, with a blank before and behind each word.

    The places are those of letters, so that a text need not be taken apart to be read.
    """

    plain: str
    text: str
    places: Mapping[str, set[int]]
    """Where each word of the query begins in either of the two."""
    length: int

    def frequency(self, word: str) -> int:
        return len(self.places.get(word, ()))

    def exact_frequency(self, word: _Word) -> int:
        places = self.places.get(word.plain, ())
        return sum([self.text.startswith(word.text, place) for place in places])

    def pair_frequency(self, pair: _Pair) -> int:
        before, after = self.places.get(pair.one), self.places.get(pair.other)
        if not (before and after):
            return 0
        step = len(pair.one) + 1
        found = [place for place in before if place + step in after]
        if not (found and pair.around):
            return len(found)
        first, last = pair.around
        firsts, lasts = self.places.get(first, ()), self.places.get(last, ())
        back, on = len(first) + 1, step + len(pair.other) + 1
        return sum([place - back in firsts and place + on in lasts for place in found])

    def phrase(self, variant: Variant) -> tuple[bool, bool]:
        """Whether the words stand there as a phrase, and whether with the same accents."""
        if not all(word in self.places for word in variant.folded):
            return False, False
        is_there = variant.folded_phrase in self.plain
        return is_there, is_there and variant.phrase in self.text


@dataclass
class Ranker:
    """Scores candidates for one query."""

    variants: Sequence[Variant]
    lexicon: Lexicon
    marks: Sequence[frozenset[str]] = ()
    today: datetime.date = field(default_factory=datetime.date.today)
    whole: Variant | None = None
    """The query with what says its days and numbers, which counts where a text has it as a phrase."""

    def __post_init__(self) -> None:
        self._readings = [_Reading(variant, self.lexicon) for variant in self.variants]
        for reading in self._readings[1:]:
            if reading.variant.reason or _is_respelt(reading.variant, self.variants[0]):
                reading.weigh_no_more_than(self._readings[0])
        self._wanted = _any_word_of([*self.variants, *([self.whole] if self.whole else [])])
        self._said = [
            (
                asked,
                [f" {year} " for year in years(asked)],
                DOCUMENT if are_of_document(asked) else MARK,
            )
            for asked in self.marks
        ]

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
        title, body = _fields(hit, self._wanted)
        common = self._marks_score(hit, title, body) + self._newness(hit)
        phrase, has_whole = _phrase_bonus(self.whole, title, body) if self.whole else (0.0, False)
        common += AMID_WORDS * phrase
        hit.score = -math.inf if self._readings else common
        for reading in self._readings:
            score, is_phrase = reading.score(title, body)
            if score - reading.variant.penalty + common > hit.score:
                hit.score = score - reading.variant.penalty + common
                hit.variant, hit.is_phrase = reading.variant, is_phrase or has_whole

    def _marks_score(self, hit: Hit, title: _Field, body: _Field) -> float:
        """A year that a text writes counts as a day of it does."""
        return sum(
            worth
            for asked, figures, worth in self._said
            if asked & hit.marks
            or any(year in title.plain or year in body.plain for year in figures)
        )

    def _newness(self, hit: Hit) -> float:
        if hit.day is None:
            return 0.0
        age = max((self.today - hit.day).days, 0)
        return NEWNESS / (1 + age / HALF_AS_NEW)


def _any_word_of(variants: Iterable[Variant]) -> re.Pattern[str]:
    words = {word for variant in variants for word in variant.folded}
    return re.compile(f" ({'|'.join(map(re.escape, sorted(words)))})(?= )")


def _fields(hit: Hit, wanted: re.Pattern[str]) -> tuple[_Field, _Field]:
    return _field(hit.plain_title, hit.title, wanted), _field(hit.plain_body, hit.body, wanted)


def _field(plain: str, text: str, wanted: re.Pattern[str]) -> _Field:
    length = plain.count(" ") + 1 if plain else 0
    plain, text = f" {plain} ", f" {_aligned(text, plain)} "
    places: dict[str, set[int]] = {}
    for match in wanted.finditer(plain):
        places.setdefault(match[1], set()).add(match.start(1))
    return _Field(plain, text, places, length)


def _aligned(text: str, plain: str) -> str:
    """The text with each word as long as its folded form, as Vietnamese is by itself."""
    if len(text) == len(plain):
        return text
    words = zip(text.split(), plain.split(), strict=False)
    return " ".join(word[: len(bare)].ljust(len(bare), "\0") for word, bare in words)


def _saturated(frequency: float, long: float) -> float:
    return frequency * (SATURATION + 1) / (frequency + long)


def _phrase_bonus(variant: Variant, title: _Field, body: _Field) -> tuple[float, bool]:
    in_title, exact_in_title = title.phrase(variant)
    in_body, exact_in_body = body.phrase(variant)
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
    # One word stands everywhere, five in a row hardly by chance.
    bonus *= PHRASE_OF.get(len(variant.words), LONG_PHRASE)
    return bonus, in_title or in_body
