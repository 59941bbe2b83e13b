"""Other names to search for as well: of places and bodies over time, and what editors add.

Rooms register a source. A source of synonyms knows two names that mean the same; a source of
relations also says why the second name is searched for, and the visitor is told.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from django.utils.translation import gettext_noop

from search.vietnamese.analysis import tokens
from search.vietnamese.normalise import fold
from search.vietnamese.provinces import PROVINCES, SPELLINGS
from search.vietnamese.syllables import is_syllable
from search.vietnamese.synonyms import SYNONYMS, TAKEN_OVER

from .cohesion import BELONGS, cohesion
from .lexicon import PAIR, Lexicon


@dataclass(frozen=True, slots=True)
class OtherName:
    """Where `name` is typed, `other` is searched for too, for a `reason` that can be shown."""

    name: str
    other: str
    reason: str = ""
    """A sentence of the catalogue, about {name} and {other}, and the day {since}."""
    since: datetime.date | None = None


Source = Callable[[], Iterable[OtherName]]

_sources: list[Source] = []
_PROVINCES = [(name, tuple(map(fold, name))) for name in PROVINCES]
_SAME = gettext_noop("Tìm cả “{other}”, cách nói khác của “{name}”")
_SYNONYMS = [OtherName(name, other, _SAME) for name, other in SYNONYMS]
_SPELLINGS = [
    OtherName(*names) for one, other in SPELLINGS for names in ((one, other), (other, one))
]
_DONE_SINCE = gettext_noop("Việc của {name} nay do {other} đảm nhận (từ {since})")
_TAKEN_OVER = [
    OtherName(before, after, _DONE_SINCE, datetime.date(2025, 3, 1)) for before, after in TAKEN_OVER
]


def register_other_names(source: Source) -> Source:
    """Register a function that gives all other names; it is asked anew for each query."""
    if source not in _sources:
        _sources.append(source)
    return source


@dataclass(frozen=True, slots=True)
class Exchange:
    """`words[start:end]` of a query may be exchanged for the words of `name.other`."""

    start: int
    end: int
    words: tuple[str, ...]
    name: OtherName

    def made_in(self, words: tuple[str, ...]) -> tuple[str, ...]:
        return words[: self.start] + self.words + words[self.end :]


def exchanges(words: Sequence[str]) -> list[Exchange]:
    """The names among normalised words that have others; a longer name hides those inside it."""
    registered = (name for source in _sources for name in source())
    return _exchanges(words, chain(registered, _SPELLINGS, _TAKEN_OVER))


def synonyms_among(words: Sequence[str]) -> list[Exchange]:
    """What may be exchanged for an expression that means the same in any office."""
    return _exchanges(words, _SYNONYMS)


def that_fit(
    found: Iterable[Exchange], words: Sequence[str], persons: Sequence[range], lexicon: Lexicon
) -> list[Exchange]:
    """Without those that exchange a part of a person's name, or of a longer word."""
    bare = [fold(word) for word in words]
    return [
        each
        for each in found
        if not _is_in_a_name(each, persons) and not _is_in_a_word(each, bare, lexicon)
    ]


def _is_in_a_name(each: Exchange, persons: Sequence[range]) -> bool:
    """What begins with the surname and goes on is a name itself."""
    length = each.end - each.start
    return any(
        name.start <= each.start
        and each.end <= name.stop
        and (each.start > name.start or length == 1)
        for name in persons
    )


def _is_in_a_word(each: Exchange, bare: Sequence[str], lexicon: Lexicon) -> bool:
    """Of one syllable: whether one beside it belongs to it, having its word in no other."""
    if each.end - each.start > 1 or not is_syllable(each.name.name.lower()):
        return False
    around = range(max(each.start - 2, 0), min(each.end + 2, len(bare)) - 1)
    lexicon.learn((PAIR, f"{bare[place]} {bare[place + 1]}") for place in around)
    joints = {place: cohesion(bare[place], bare[place + 1], lexicon) for place in around}
    before, after = each.start - 1, each.end - 1
    return any(
        own in joints and joints.get(other, 0.0) <= max(joints[own], BELONGS)
        for own, other in ((before, before - 1), (after, after + 1))
    )


def provinces_among(words: Sequence[str]) -> Iterator[range]:
    """Where normalised words name a province, accented or not."""
    bare = [fold(word) for word in words]
    for name, plain in _PROVINCES:
        for start in _starts(words, bare, name, plain):
            yield range(start, start + len(name))


def _exchanges(words: Sequence[str], names: Iterable[OtherName]) -> list[Exchange]:
    bare = [fold(word) for word in words]
    present = set(bare)
    found = []
    for name in names:
        typed, plain = _words(name.name)
        if typed and present.issuperset(plain):
            found += [
                Exchange(start, start + len(typed), _words(name.other)[0], name)
                for start in _starts(words, bare, typed, plain)
            ]
    return [each for each in found if not any(_is_inside(each, other) for other in found)]


def _starts(
    words: Sequence[str], bare: Sequence[str], name: tuple[str, ...], plain: tuple[str, ...]
) -> Iterator[int]:
    """Where the words hold a name, given with its folded words."""
    for start in range(len(words) - len(name) + 1):
        end = start + len(name)
        if tuple(bare[start:end]) == plain and _agree(words[start:end], name):
            yield start


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Normalised and folded."""
    words = tuple(tokens(name))
    return words, tuple(map(fold, words))


def _agree(typed: Sequence[str], known: Sequence[str]) -> bool:
    """Each word is the same, or typed without accents."""
    return all(one in (other, fold(other)) for one, other in zip(typed, known, strict=True))


def _is_inside(one: Exchange, other: Exchange) -> bool:
    is_longer = other.end - other.start > one.end - one.start
    return is_longer and other.start <= one.start and one.end <= other.end
