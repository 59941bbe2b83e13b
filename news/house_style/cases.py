"""One term, written with capitals in several ways within one article."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from .findings import Facts, Finding, Found, Rule
from .known_phrases import lines
from .passages import Passage
from .words import Word, hang_together, rewritten, words_of, written_words


class _Use(NamedTuple):
    passage: Passage
    words: tuple[Word, ...]

    @property
    def tail(self) -> tuple[str, ...]:
        """Without the first word, whose capital depends on where it stands."""
        return tuple(word.written for word in self.words[1:])


@cache
def _terms() -> dict[tuple[str, ...], tuple[str, ...]]:
    """How the house writes each term, by its normalised words."""
    return {
        tuple(word.form for word in words_of(line)): written_words(line)
        for line in lines("terms.txt")
    }


def mixed_cases(passages: Sequence[Passage], facts: Facts) -> Found:
    for term, uses in _uses(passages).items():
        tails = Counter(use.tail for use in uses)
        if len(tails) < 2:
            continue
        right = _preferred(tails, _terms()[term][1:])
        for use in uses:
            if use.tail != right:
                new = rewritten(use.passage.text, use.words, [use.words[0].written, *right])
                why = f"Bài này viết hoa từ này {len(tails)} cách; nên viết một cách: “{new}”."
                start, end = use.words[0].start, use.words[-1].end
                yield Finding(Rule.CASES, use.passage, start, end, why, new)


def _preferred(tails: Counter[tuple[str, ...]], house: tuple[str, ...]) -> tuple[str, ...]:
    """What the article does most often; where it is undecided, what the house does."""
    return max(tails, key=lambda tail: (tails[tail], tail == house))


def _uses(passages: Sequence[Passage]) -> dict[tuple[str, ...], list[_Use]]:
    """Each term's uses; those all in capitals are left out."""
    found: dict[tuple[str, ...], list[_Use]] = defaultdict(list)
    lengths = {len(term) for term in _terms()}
    for passage in passages:
        words = words_of(passage.text)
        for place in range(len(words)):
            for length in lengths:
                stretch = tuple(words[place : place + length])
                term = tuple(word.form for word in stretch)
                if term not in _terms() or not hang_together(passage.text, stretch):
                    continue
                if not "".join(word.written for word in stretch).isupper():
                    found[term].append(_Use(passage, stretch))
    return found
