"""Abbreviations for full forms and back, as the texts themselves explain them.

The pairs are read from the texts, Tổng cục Thống kê (TCTK), never from a table of ours: a table
would be asked only for what it knows.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.vietnamese.analysis import tokens
from search.vietnamese.normalise import normalise, strip_accents

from ..corpus import Corpus
from ..phrases import is_syllable
from ..query import Query
from .swaps import Swapped, Words, drawn, swapped

_SHORT = r"[A-ZĐƯ][A-ZĐƯ&-]{1,8}"
_IN_BRACKETS = re.compile(rf"\(({_SHORT})\)")
_IN_CAPITALS = re.compile(rf"(?<!\w){_SHORT}(?!\w)")
_BEFORE_BRACKETS = 80
_SMALL_WORDS = {"và"}
_USED_AT_LEAST = 3
# Two or three letters mean many things (BKS: ban kiểm soát, biển kiểm soát): enough of the texts
# that write them must also say what they mean.
_FEW_LETTERS, _SAID_TOO = 3, 0.3


@dataclass(frozen=True, slots=True)
class Pair:
    """`used` tells how many texts write the abbreviation."""

    abbreviation: str
    full: Words
    used: int


def both_ways(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    """What many texts write is asked for more often."""
    pairs = explained_pairs(corpus)
    forms = _forms(pairs)
    sources = [_queries(corpus, pair, forms[_core(pair.full)], chance) for pair in pairs]
    for words, wanted in drawn(sources, [pair.used**0.5 for pair in pairs], chance):
        yield Query(" ".join(words), wanted)


def explained_pairs(corpus: Corpus) -> list[Pair]:
    seen: dict[str, Counter[Words]] = defaultdict(Counter)
    used: Counter[str] = Counter()
    for text in corpus.texts:
        used.update(set(_IN_CAPITALS.findall(text.body)))
        for short, full in sorted(_explained(text.body)):
            seen[short][full] += 1
    pairs = []
    for short, meanings in sorted(seen.items()):
        full, count = meanings.most_common(1)[0]
        agreed = count >= 0.6 * meanings.total()
        known = min(used[short], len(corpus.with_phrase(full))) >= _USED_AT_LEAST
        if agreed and known and _means_only(corpus, short, full):
            pairs.append(Pair(short, full, used[short]))
    return pairs


def _means_only(corpus: Corpus, short: str, full: Words) -> bool:
    if sum(map(str.isalpha, short)) > _FEW_LETTERS:
        return True
    users = corpus.with_phrase(tokens(short))
    return len(users & corpus.with_phrase(full)) >= _SAID_TOO * len(users)


def _explained(text: str) -> set[tuple[str, Words]]:
    found = set()
    for brackets in _IN_BRACKETS.finditer(text):
        before = text[max(brackets.start() - _BEFORE_BRACKETS, 0) : brackets.start()]
        if full := _spelt_out(before, brackets[1]):
            found.add((brackets[1], full))
    return found


def _spelt_out(words: str, abbreviation: str) -> Words:
    """The last words before the brackets whose first letters are the abbreviation's; else none."""
    letters = [_initial(sign) for sign in abbreviation if sign.isalpha()]
    found: list[str] = []
    for word in reversed(tokens(words)):
        if not letters:
            break
        if _initial(word[0]) == letters[-1]:
            letters.pop()
        elif word not in _SMALL_WORDS:
            return ()
        found.insert(0, normalise(word))
    full = tuple(found)
    return full if not letters and len(full) >= 2 and all(map(is_syllable, full)) else ()


def _queries(
    corpus: Corpus, pair: Pair, alike: set[Words], chance: random.Random
) -> Iterator[Swapped]:
    """The text has one form and the query the other, half of the abbreviations in small letters."""
    short, small = (pair.abbreviation,), (pair.abbreviation.lower(),)
    ways: list[tuple[Words, Words]] = [(pair.full, short), (pair.full, small)]
    if pair.abbreviation.isalpha():
        ways += [(short, pair.full), (short, tuple(map(strip_accents, pair.full)))]
    sources = [swapped(corpus, *way, chance, alike) for way in ways]
    yield from drawn(sources, [1] * len(sources), chance)


def _forms(pairs: Sequence[Pair]) -> dict[Words, set[Words]]:
    """All that stands for one thing: GD-ĐT, GDĐT, giáo dục và đào tạo, giáo dục đào tạo."""
    forms: dict[Words, set[Words]] = defaultdict(set)
    for pair in pairs:
        core = _core(pair.full)
        forms[core] |= {core, pair.full, tuple(tokens(pair.abbreviation))}
    return forms


def _core(full: Words) -> Words:
    return tuple(word for word in full if word not in _SMALL_WORDS)


def _initial(sign: str) -> str:
    """Without marks, but đ is no d."""
    lower = sign.lower()
    return lower if lower == "đ" else strip_accents(lower)
