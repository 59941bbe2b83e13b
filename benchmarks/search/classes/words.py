"""A few neighbouring words of a text, typed in all the ways people type."""

import random
import unicodedata
from collections.abc import Callable, Iterator

from search.vietnamese.normalise import strip_accents

from ..corpus import Corpus, folded
from ..keyboards import (
    ALL_LAST,
    BEHIND_LETTERS,
    ONE_HORN,
    TELEX,
    TONE_LAST,
    VNI,
    Method,
    other_tone_placement,
    slipped,
    typed,
)
from ..phrases import (
    Run,
    body_of,
    either_of,
    exactly,
    leading_to_few,
    of_syllables,
    runs,
    title_of,
    whatever_accents,
)
from ..query import Maker, Query

_TITLE_LENGTHS = (4, 5, 6)


def accented(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    for run in _of_titles(corpus, chance):
        yield exactly(corpus, run, " ".join(run.words))


def unaccented(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    for run in _of_titles(corpus, chance):
        yield whatever_accents(corpus, run, strip_accents(" ".join(run.words)))


def partly_accented(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    for run in _of_titles(corpus, chance):
        accented = [place for place, word in enumerate(run.words) if strip_accents(word) != word]
        bare = set(chance.sample(accented, chance.randint(1, len(accented) - 1)))
        words = [strip_accents(w) if place in bare else w for place, w in enumerate(run.words)]
        yield whatever_accents(corpus, run, " ".join(words))


def other_placement(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    def fits(run: Run) -> bool:
        return any(other_tone_placement(word) != word for word in run.words)

    found = runs(corpus, chance, (3, 4, 5), where=either_of(chance), fits=fits)
    for run in leading_to_few(corpus, found):
        yield exactly(corpus, run, " ".join(map(other_tone_placement, run.words)))


def decomposed(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    for run in _of_titles(corpus, chance):
        yield exactly(corpus, run, unicodedata.normalize("NFD", " ".join(run.words)))


def telex(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    yield from _keys(corpus, chance, TELEX, (BEHIND_LETTERS, TONE_LAST, ONE_HORN))


def vni(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    yield from _keys(corpus, chance, VNI, (BEHIND_LETTERS, TONE_LAST, ONE_HORN))


def telex_all_last(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    yield from _keys(corpus, chance, TELEX, (ALL_LAST,))


def of_body(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    for run in leading_to_few(corpus, runs(corpus, chance, (5,), where=body_of, cut_anywhere=True)):
        yield exactly(corpus, run, " ".join(run.words))


def slip(slips: int, prepared: Callable[[str], str] = str) -> Maker:
    """So many slips, in different words; each query has words enough that are right."""

    def make(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
        lengths = (4, 5) if slips == 1 else (5, 6)
        for run in _of_syllables(corpus, chance, lengths):
            words = [prepared(word) for word in run.words]
            long_enough = [place for place, word in enumerate(words) if len(word) >= 3]
            if len(long_enough) < slips:
                continue
            for place in chance.sample(long_enough, slips):
                words[place] = slipped(words[place], chance)
            if _is_another(corpus, run, words, slips):
                yield whatever_accents(corpus, run, " ".join(words))

    return make


def mixed(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    """One word in keys, as when the keyboard was switched on too late, one or more unaccented."""
    for run in _of_syllables(corpus, chance, (4, 5, 6)):
        accented = [place for place, word in enumerate(run.words) if strip_accents(word) != word]
        if len(accented) < 3:
            continue
        in_keys, bare, *_ = chance.sample(accented, len(accented))
        words = list(run.words)
        words[in_keys] = typed(
            words[in_keys],
            chance.choice((TELEX, TELEX, VNI)),
            chance.choice((BEHIND_LETTERS, TONE_LAST)),
        )
        words[bare] = strip_accents(words[bare])
        yield whatever_accents(corpus, run, " ".join(words))


def _of_titles(corpus: Corpus, chance: random.Random) -> Iterator[Run]:
    return leading_to_few(corpus, runs(corpus, chance, _TITLE_LENGTHS, where=title_of))


def _of_syllables(corpus: Corpus, chance: random.Random, lengths: tuple[int, ...]) -> Iterator[Run]:
    found = runs(corpus, chance, lengths, where=either_of(chance), fits=of_syllables)
    return leading_to_few(corpus, found)


def _keys(
    corpus: Corpus, chance: random.Random, method: Method, habits: tuple[str, ...]
) -> Iterator[Query]:
    """The whole query is typed with one habit."""
    for run in _of_syllables(corpus, chance, (3, 4, 5)):
        habit = chance.choice(habits)
        yield exactly(corpus, run, " ".join(typed(word, method, habit) for word in run.words))


def _is_another(corpus: Corpus, run: Run, words: list[str], slips: int) -> bool:
    """Whether the slips are felt, and did not spell what some text really says."""
    felt = sum(folded(a) != folded(b) for a, b in zip(run.words, words, strict=True))
    return felt == slips and not corpus.with_folded_phrase(words)
