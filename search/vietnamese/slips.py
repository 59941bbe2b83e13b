"""Slips of a finger, undone: the known words one slip, or two, away from what was typed.

Works on folded words, so that a slip and missing accents are repaired together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from string import ascii_lowercase, digits

_ALPHABET = ascii_lowercase + digits
_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")

# How unlikely each slip is. Fingers swap two keys, double one or graze its neighbour more often
# than they miss a key; a key from far away is hardly a slip.
_SWAPPED = _DOUBLED = _BESIDE = 0.5
_DROPPED = _ADDED_BESIDE = 0.8
_ADDED = _FAR = 1.2
_IN_THE_FIRST_LETTER = 0.4  # the one people look at while they type


@dataclass(frozen=True, slots=True)
class Slip:
    """A word that may have been meant; a lower `cost` is likelier."""

    word: str
    cost: float


def spellings(word: str) -> set[str]:
    """Everything in a–z and 0–9 that one slip could have turned into this word."""
    halves = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    return {
        *(left + right[1:] for left, right in halves if right),
        *(left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1),
        *(left + key + right[1:] for left, right in halves if right for key in _ALPHABET),
        *(left + key + right for left, right in halves for key in _ALPHABET),
    } - {word}


def slip_cost(typed: str, meant: str) -> float | None:
    """How unlikely it is to type one word for the other with one slip; None: it takes more.

    >>> slip_cost("hsnh", "hanh") < slip_cost("hpnh", "hanh"), slip_cost("hsng", "hanh")
    (True, None)
    """
    place = _first_difference(typed, meant)
    left, right = typed[place:], meant[place:]
    if len(left) == len(right):
        cost = _cost_of_another(left, right)
    elif left == right[1:]:
        cost = _DROPPED
    elif left[1:] == right:
        cost = _cost_of_one_more(typed, place)
    else:
        return None
    return cost + _IN_THE_FIRST_LETTER if cost and place == 0 else cost


class SlipIndex:
    """A vocabulary that quickly gives the words near a typed one.

    Each word is kept under itself less one letter, and two words one slip apart always meet under
    such a key (the idea of W. Garbe's SymSpell, 2012). 40,000 words take 0.3 s and 20 MB.
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._words = frozenset(vocabulary)
        # The words of a key stand in one string: most keys have one, and share it.
        self._by_shorter: dict[str, str] = {}
        for word in self._words:
            for shorter in _shorter(word):
                others = self._by_shorter.get(shorter)
                self._by_shorter[shorter] = f"{others} {word}" if others else word

    def within(self, word: str, slips: int) -> list[Slip]:
        """The words at most one or two slips away, without the word itself, likeliest first.

        A slip is a letter dropped, added or put for another, or two neighbours swapped.

        >>> [slip.word for slip in SlipIndex(["hanh", "hnah", "hnat"]).within("hnah", 1)]
        ['hanh', 'hnat']

        Two slips leave little of a short word: ask for them from six letters on.
        """
        once = dict(self._near(word))
        if slips < 2:
            return _cheapest_first(once.items())
        twice = [
            (meant, first + second)
            for between in spellings(word)
            if (first := slip_cost(word, between)) is not None
            for meant, second in self._near(between)
            if meant != word and meant not in once
        ]
        return _cheapest_first([*once.items(), *twice])

    def _near(self, word: str) -> Iterator[tuple[str, float]]:
        shorter = _shorter(word)
        meeting = {each for each in shorter if each in self._words}
        for key in (word, *shorter):
            meeting.update(self._by_shorter.get(key, "").split())
        for meant in meeting - {word}:
            cost = slip_cost(word, meant)
            if cost is not None:
                yield meant, cost


def _cheapest_first(found: Iterable[tuple[str, float | None]]) -> list[Slip]:
    """Each word once at its lowest cost; in alphabetical order where costs are equal."""
    costs: dict[str, float] = {}
    for word, cost in found:
        if cost is not None:
            costs[word] = min(cost, costs.get(word, cost))
    in_order = sorted(costs.items(), key=lambda each: (each[1], each[0]))
    return [Slip(word, cost) for word, cost in in_order]


def _shorter(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


def _first_difference(one: str, other: str) -> int:
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


def _cost_of_another(left: str, right: str) -> float | None:
    """Of two words that part at their first letters and are equally long."""
    if not left:
        return None
    if left[1:] == right[1:]:
        return _BESIDE if left[0] in _BESIDE_KEYS.get(right[0], ()) else _FAR
    swapped = left[1] + left[0] + left[2:] == right
    return _SWAPPED if swapped else None


def _cost_of_one_more(typed: str, place: int) -> float:
    """Of the key at this place, when it should not be there."""
    key = typed[place]
    around = typed[max(place - 1, 0) : place] + typed[place + 1 : place + 2]
    if key in around:
        return _DOUBLED
    return _ADDED_BESIDE if set(around) & _BESIDE_KEYS.get(key, set()) else _ADDED


def _keys_beside() -> dict[str, set[str]]:
    """The keys that touch on a QWERTY keyboard, each row half a key to the right of the one above."""
    beside: dict[str, set[str]] = {key: set() for row in _ROWS for key in row}
    pairs = [pair for row in _ROWS for pair in pairwise(row)]
    for upper, lower in pairwise(_ROWS):
        pairs += [*zip(upper, lower, strict=False), *zip(upper[1:], lower, strict=False)]
    for one, other in pairs:
        beside[one].add(other)
        beside[other].add(one)
    return beside


_BESIDE_KEYS = _keys_beside()
