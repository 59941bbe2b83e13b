"""What was meant by a query that nothing holds as it stands: slips undone, words parted.

A noisy channel in folded space: each word may be itself or a known word one slip away, and texts
tell which words follow which. The likeliest ways through are tried as phrases by the caller.
"""

import math
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .lexicon import FOLDED, PAIR, Lexicon

MOST_CANDIDATES = 16
MOST_WAYS = 32
LONG_WORD = 6  # letters, from which two slips still leave enough to know a word by
LONGEST_WORD = 20  # letters; nobody meant a longer one, and it would be tried for seconds

_SLIP = 5.0  # how unlikely one slip is beside the words as typed
_UNKNOWN = 12.0  # how unlikely it is that an unknown word is meant
_NOT_A_PAIR = 6.0  # how unlikely it is that two words no text has on end were meant on end


@dataclass(frozen=True, slots=True)
class _Way:
    """What one word, or the first few, may be: folded, and how unlikely that is."""

    words: tuple[str, ...]
    cost: float
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Repair:
    """Folded words that may have been meant; `cost` is how unlikely that is."""

    words: tuple[str, ...]
    cost: float


def repairs(words: Sequence[str], lexicon: Lexicon, right: Container[int] = ()) -> list[Repair]:
    """Likelier ways to read folded words, likeliest first, at most 32; none for no words.

    `right` are the places of words that are meant as they are, whether texts hold them or not.
    """
    lexicon.learn((FOLDED, word) for word in words)
    choices = [
        [_Way((word,), 0.0, False)] if place in right else list(_candidates(word, lexicon))
        for place, word in enumerate(words)
    ]
    _learn_pairs(choices, lexicon)
    ways = [_Way((), 0.0, False)]
    for each in choices:
        ways = _further(ways, each, lexicon)
    return [Repair(way.words, way.cost) for way in ways if way.is_changed][:MOST_WAYS]


def _further(ways: list[_Way], choices: list[_Way], lexicon: Lexicon) -> list[_Way]:
    """Each way with each candidate behind it; only the likeliest few go on."""
    longer = (
        _Way(
            way.words + candidate.words,
            way.cost + candidate.cost + _cost_of_joint(way.words, candidate.words, lexicon),
            way.is_changed or candidate.is_changed,
        )
        for way in ways
        for candidate in choices
    )
    return sorted(longer, key=lambda way: way.cost)[:MOST_WAYS]


def _candidates(word: str, lexicon: Lexicon) -> Iterator[_Way]:
    known = lexicon.folded(word)
    yield _Way((word,), 0.0 if known else _UNKNOWN, False)
    if not (word.isascii() and word.isalpha() and len(word) <= LONGEST_WORD):
        return
    near = lexicon.near(word)
    if not known and len(word) >= LONG_WORD and not near:
        near = [(meant, 1 + cost) for meant, cost in lexicon.near(word, 2)]
    lexicon.learn((FOLDED, meant) for meant, _ in near)
    by_likelihood = sorted(
        near, key=lambda each: _SLIP * each[1] - math.log(1 + lexicon.folded(each[0]))
    )
    for meant, cost in by_likelihood[:MOST_CANDIDATES]:
        yield _Way((meant,), _SLIP * (0.5 + cost), True)
    if not known:
        for one, other in _halves(word, lexicon):
            yield _Way((one, other), _SLIP, True)


def _halves(word: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    """Two known words that a blank was forgotten between."""
    halves = [(word[:place], word[place:]) for place in range(1, len(word))]
    lexicon.learn((PAIR, f"{one} {other}") for one, other in halves)
    return [halve for halve in halves if lexicon.pair(*halve)]


def _learn_pairs(choices: list[list[_Way]], lexicon: Lexicon) -> None:
    lexicon.learn(
        (PAIR, f"{one.words[-1]} {other.words[0]}")
        for before, after in pairwise(choices)
        for one in before
        for other in after
    )


def _cost_of_joint(before: tuple[str, ...], after: tuple[str, ...], lexicon: Lexicon) -> float:
    if not before:
        return 0.0
    count = lexicon.pair(before[-1], after[0])
    return _NOT_A_PAIR if not count else -0.5 * math.log(count)
