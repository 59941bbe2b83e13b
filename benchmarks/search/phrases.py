"""Runs of words, as they stand in the texts, that lead to few texts."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from search.vietnamese.analysis import spans
from search.vietnamese.syllables import is_possible, parse

from .corpus import PARTICLES, Corpus, comparable, folded
from .query import MOST_WANTED, Query
from .texts import Text

# What people read as the end of a phrase; a comma is none.
_BREAK = re.compile(r"[.;:!?()\[\]{}<>\"“”„'‘’…|/\n–—*•+=_@%&]+|\s-\s|-(?=\s)|(?<=\s)-")

# Sources whose titles are only the opening words of the text.
_WITHOUT_TITLES = {"wikiqa", "xquad"}
_DRAWS = 20_000


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words of text number `text`, in lower case, accents as the text has them."""

    text: int
    words: tuple[str, ...]

    @property
    def accented(self) -> int:
        return sum(folded(word) != comparable(word) for word in self.words)


Fits = Callable[[Run], bool]


def is_syllable(word: str) -> bool:
    syllable = parse(word)
    return syllable is not None and is_possible(syllable)


def of_syllables(run: Run) -> bool:
    """Whether a Vietnamese keyboard was needed to type every word of it."""
    return all(map(is_syllable, run.words)) and 2 * run.accented >= len(run.words)


def has_accents(run: Run) -> bool:
    return run.accented >= 2 and not any(sign.isdigit() for word in run.words for sign in word)


def title_of(text: Text) -> str:
    return "" if text.source in _WITHOUT_TITLES else text.title


def body_of(text: Text) -> str:
    return text.body


def either_of(chance: random.Random) -> Callable[[Text], str]:
    return lambda text: title_of(text) if chance.random() < 0.5 else body_of(text)


def pieces(text: str) -> list[list[str]]:
    """The words between the signs that end a phrase, in lower case."""
    return [[word.lower() for word in words] for words in pieces_as_written(text)]


def pieces_as_written(text: str) -> list[list[str]]:
    found = (
        [piece[word.start : word.end] for word in spans(piece)] for piece in _BREAK.split(text)
    )
    return [words for words in found if words]


def runs(
    corpus: Corpus,
    chance: random.Random,
    lengths: Sequence[int],
    *,
    where: Callable[[Text], str],
    fits: Fits = has_accents,
    cut_anywhere: bool = False,
) -> Iterator[Run]:
    """One run of one text after the other, by chance; not for ever, few texts may have none."""
    for _ in range(_DRAWS):
        number = chance.randrange(len(corpus.texts))
        length = chance.choice(lengths)
        long_enough = [p for p in pieces(where(corpus.texts[number])) if len(p) >= length]
        if not long_enough:
            continue
        words = chance.choice(long_enough)
        start = chance.randrange(len(words) - length + 1)
        run = Run(number, tuple(words[start : start + length]))
        if (cut_anywhere or ends_between_words(corpus, words, start, start + length)) and fits(run):
            yield run


def ends_between_words(corpus: Corpus, words: Sequence[str], start: int, end: int) -> bool:
    """Whether `words[start:end]` cuts no word of two syllables, nor ends in a particle."""
    if PARTICLES & {words[start], words[end - 1]}:
        return False
    before = start > 0 and corpus.belong_together(words[start - 1], words[start])
    after = end < len(words) and corpus.belong_together(words[end - 1], words[end])
    return not before and not after


def leading_to_few(corpus: Corpus, found: Iterator[Run]) -> Iterator[Run]:
    """Those that occur, with whatever accents, in no more than three texts."""
    return (run for run in found if len(corpus.with_folded_phrase(run.words)) <= MOST_WANTED)


def exactly(corpus: Corpus, run: Run, words: str) -> Query:
    """Wanted are the texts with these accents."""
    exact = corpus.with_phrase(run.words)
    others = corpus.with_folded_phrase(run.words) - exact
    return Query(words, corpus.ids(exact), corpus.ids(others))


def whatever_accents(corpus: Corpus, run: Run, words: str) -> Query:
    return Query(words, corpus.ids(corpus.with_folded_phrase(run.words)))
