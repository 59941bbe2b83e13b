"""What was meant by a query that nothing holds as it stands: slips undone, words parted.

A noisy channel in folded space: each word may be itself or a known word one slip away, and texts
tell which words follow which. The likeliest ways through are tried as phrases by the caller.
"""

import math
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from search.vietnamese.keyboard import could_be_keys, letters_of_keys
from search.vietnamese.syllables import is_syllable

from .documents import folded
from .lexicon import FOLDED, PAIR, Lexicon

MOST_CANDIDATES = 16
MOST_WAYS = 32
LONG_WORD = 6  # letters, from which two slips still leave enough to know a word by
LONGEST_TWICE = 10  # letters; what two slips may have made of a word grows with their square
MOST_TWICE = 2  # words of a query
SHORTEST_WORD = 2
SHORTEST_TOGETHER = 7  # letters of several words
SURELY_APART = 5  # times as many texts have the words beside each other as have them in one
SHORTEST_PART, LONGEST_SYLLABLE = 2, 7
VOWELS = frozenset("aeiouy")
LONGEST_ABBREVIATION = 3  # letters; longer ones may be two that a blank was forgotten between
LONGEST_WORD = 20  # letters; nobody meant a longer one, and it would be tried for seconds

_SLIP = 5.0  # how unlikely one slip is beside the words as typed
_UNKNOWN = 12.0  # how unlikely it is that an unknown word is meant
_NOT_A_PAIR = 6.0  # how unlikely it is that two words were meant that no text has side by side


@dataclass(frozen=True, slots=True)
class _Way:
    """What one word, or the first few, may be: folded, and how unlikely that is."""

    words: tuple[str, ...]
    cost: float
    is_changed: bool
    changed_syllables: int = 0
    """How many of the words it changes are syllables, which may well have been meant."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Folded words that may have been meant; `cost` is how unlikely that is."""

    words: tuple[str, ...]
    cost: float
    changes_syllables: bool


def repairs(words: Sequence[str], lexicon: Lexicon, right: Container[int] = ()) -> list[Repair]:
    """Likelier ways to read a query's words, likeliest first, at most 32; none for no words.

    `right` are the places of words that are meant as they are, whether texts hold them or not. Of
    words that are syllables of Vietnamese, with the accents that were typed, hardly any is taken
    for a slip: a site of few texts does not know most of them.
    """
    plain = list(map(folded, words))
    if all(map(_is_abbreviation, plain)):
        return []
    lexicon.learn((FOLDED, word) for word in plain)
    twice = [place for place, bare in enumerate(plain) if _may_hold_two(bare, lexicon)][:MOST_TWICE]
    choices = [
        [_Way((bare,), 0.0, False)]
        if place in right
        else list(_candidates(bare, is_syllable(word), lexicon, 2 if place in twice else 1))
        for place, (word, bare) in enumerate(zip(words, plain, strict=True))
    ]
    _learn_pairs(choices, lexicon)
    most = _most_syllables_changed(words, plain)
    ways = [_Way((), 0.0, False)]
    for each in choices:
        ways = _further(ways, each, most, lexicon)
    return [
        Repair(way.words, way.cost, way.changed_syllables > 0) for way in ways if way.is_changed
    ][:MOST_WAYS]


def run_together(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of one that few texts have, in an address or by a misprint, and many apart; or none."""
    count = lexicon.folded(word)
    is_long = SHORTEST_TOGETHER <= len(word) <= LONGEST_WORD
    if not (count and is_long and word.isascii() and word.isalpha()):
        return ()
    parts = _parts(word, lexicon)
    apart = min((lexicon.pair(one, other) for one, other in pairwise(parts)), default=0)
    return parts if apart >= SURELY_APART * count else ()


def _may_hold_two(word: str, lexicon: Lexicon) -> bool:
    return LONG_WORD <= len(word) <= LONGEST_TWICE and not lexicon.folded(word)


def _is_abbreviation(word: str) -> bool:
    """If not one we know: "cb cc" is nothing that was meant otherwise."""
    return word.isalpha() and len(word) <= LONGEST_ABBREVIATION and VOWELS.isdisjoint(word)


def _most_syllables_changed(words: Sequence[str], plain: Sequence[str]) -> int:
    """Two words leave nothing to tell a third by; accents show that they were meant."""
    if len(words) < 3:
        return 0 if list(words) != list(plain) else len(words) - 1
    return 1 if len(words) < 5 else 2


def _further(ways: list[_Way], choices: list[_Way], most: int, lexicon: Lexicon) -> list[_Way]:
    """Each way with each candidate behind it; only the likeliest few go on."""
    longer = (
        _Way(
            way.words + candidate.words,
            way.cost + candidate.cost + _cost_of_joint(way.words, candidate.words, lexicon),
            way.is_changed or candidate.is_changed,
            way.changed_syllables + candidate.changed_syllables,
        )
        for way in ways
        for candidate in choices
        if way.changed_syllables + candidate.changed_syllables <= most
    )
    return sorted(longer, key=lambda way: way.cost)[:MOST_WAYS]


def _candidates(word: str, is_syllable: bool, lexicon: Lexicon, slips: int) -> Iterator[_Way]:
    known = lexicon.folded(word)
    yield _Way((word,), 0.0 if known else _UNKNOWN, False)
    if not (word.isascii() and word.isalnum() and SHORTEST_WORD <= len(word) <= LONGEST_WORD):
        return
    near = [] if known or is_syllable else _near_keys(word, lexicon)
    if not word.isalpha() and not near:
        return
    near += lexicon.near(word) if word.isalpha() else []
    if slips > 1 and not near:
        near = [(meant, 1 + cost) for meant, cost in lexicon.near(word, 2)]
    lexicon.learn((FOLDED, meant) for meant, _ in near)
    # The list they come from may be minutes old, and their texts taken down since.
    by_likelihood = sorted(
        (each for each in near if lexicon.folded(each[0])),
        key=lambda each: _SLIP * each[1] - math.log(1 + lexicon.folded(each[0])),
    )
    for meant, cost in by_likelihood[:MOST_CANDIDATES]:
        yield _Way((meant,), _SLIP * (0.5 + cost), True, int(is_syllable))
    if known or not word.isalpha():
        return
    halves = _halves(word, lexicon)
    for one, other in halves:
        yield _Way((one, other), _SLIP, True, int(is_syllable))
    if not halves and len(word) >= LONG_WORD and (parts := _parts(word, lexicon)):
        yield _Way(parts, _SLIP, True)


def _near_keys(word: str, lexicon: Lexicon) -> list[tuple[str, float]]:
    """Where a slip is among the letters of raw keys: "cahcs" for "cachs"."""
    if not could_be_keys(word):
        return []
    return [near for letters in letters_of_keys(word) for near in lexicon.near(letters)]


def _parts(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """A name, or a few words, typed without blanks: known words of which each two stand side by side."""
    pieces = {
        (start, end): word[start:end]
        for start in range(len(word))
        for end in range(start + SHORTEST_PART, min(start + LONGEST_SYLLABLE, len(word)) + 1)
        if is_syllable(word[start:end])
    }
    lexicon.learn((FOLDED, piece) for piece in pieces.values())
    known = {place: piece for place, piece in pieces.items() if lexicon.folded(piece)}
    joints = [(one, other) for one in known for other in known if one[1] == other[0]]
    lexicon.learn((PAIR, f"{known[one]} {known[other]}") for one, other in joints)
    ways: dict[tuple[int, int], tuple[float, tuple[str, ...]]] = {
        place: (0.0, (piece,)) for place, piece in known.items() if place[0] == 0
    }
    for one, other in sorted(joints, key=lambda joint: joint[1]):
        count = lexicon.pair(known[one], known[other])
        if one in ways and count:
            weight = ways[one][0] + math.log(1 + count)
            ways[other] = max(ways.get(other, (0.0, ())), (weight, (*ways[one][1], known[other])))
    whole = [way for (_, end), way in ways.items() if end == len(word) and len(way[1]) > 1]
    return max(whole, default=(0.0, ()))[1]


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
