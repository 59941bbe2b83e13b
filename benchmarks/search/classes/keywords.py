"""The words that matter of one text, not side by side and not always in its order."""

import random
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from ..corpus import Corpus, comparable
from ..phrases import body_of, pieces, title_of
from ..query import MOST_WANTED, Query

_DRAWS = 5_000
_AT_MOST_BY_CHANCE = 10
_DISTINCTIVE = 0.06

Word = tuple[str, ...]


def scattered(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    """Three or four words of a body in its order, with others between."""
    for _ in range(_DRAWS):
        text = corpus.texts[chance.randrange(len(corpus.texts))]
        words = spread_out(corpus, pieces(body_of(text)), chance.choice((3, 3, 4)), chance)
        if words and (found := unmistakable(corpus, words)):
            yield Query(" ".join(chain(*words)), found)


def reordered(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    """The words of a title in another order."""
    for _ in range(_DRAWS):
        text = corpus.texts[chance.randrange(len(corpus.texts))]
        most = chance.choice((3, 4, 5))
        longest = max(pieces(title_of(text)), key=len, default=[])
        words = list(dict.fromkeys(words_of(corpus, longest)))[:most]
        if len(words) < 3:
            continue
        shuffled = chance.sample(words, len(words))
        if shuffled != words and (found := unmistakable(corpus, words)):
            yield Query(" ".join(chain(*shuffled)), found)


def spread_out(
    corpus: Corpus, written: Sequence[Sequence[str]], count: int, chance: random.Random
) -> list[Word]:
    """So many different words that few texts hold, with others between; [] where there are less."""
    at_most = _DISTINCTIVE * len(corpus.texts)
    found = (word for piece in written for word in words_of(corpus, piece))
    words = [word for word in found if len(corpus.with_phrase(word)) <= at_most]
    # Every second, so that there is always something between two of them.
    places = range(chance.randrange(2), len(words), 2)
    if len(places) < count:
        return []
    chosen = [words[place] for place in sorted(chance.sample(places, count))]
    return chosen if len(set(chosen)) == count else []


def words_of(corpus: Corpus, written: Sequence[str]) -> list[Word]:
    """The words of two syllables that carry the meaning; the rest is left out.

    Of two that would share a syllable the one that holds together better is the word.
    """
    cohesion = [corpus.cohesion(first, second) for first, second in pairwise(written)]
    found: list[Word] = []
    taken = -1
    for place, (first, second) in enumerate(pairwise(written)):
        following = cohesion[place + 1] if place + 1 < len(cohesion) else 0
        if place > taken and cohesion[place] >= following and corpus.belong_together(first, second):
            found.append((first, second))
            taken = place + 1
    return found


def unmistakable(corpus: Corpus, words: Sequence[Word]) -> tuple[str, ...]:
    """The texts that hold all these words; none when too many do, even by chance."""
    found = corpus.with_phrases(words)
    syllables = {comparable(syllable) for syllable in chain(*words)}
    by_chance = set.intersection(*map(corpus.with_word, sorted(syllables)))
    if len(found) > MOST_WANTED or len(by_chance) > _AT_MOST_BY_CHANCE:
        return ()
    return corpus.ids(found)
