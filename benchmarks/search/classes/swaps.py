"""Words of a text with one expression replaced by another that means the same."""

import random
from collections.abc import Collection, Iterator, Sequence

from ..corpus import PARTICLES, Corpus, comparable
from ..phrases import pieces_as_written
from ..query import MOST_WANTED

_TRIES = 12
_CONTEXT = (3, 4)
_TELLING = 2

Words = tuple[str, ...]
Swapped = tuple[Words, tuple[str, ...]]


def swapped(
    corpus: Corpus,
    written: Words,
    asked: Words,
    chance: random.Random,
    alike: Collection[Words] = (),
) -> Iterator[Swapped]:
    """What to ask and the ids it should find: a text has the one expression, the query the other.

    The words beside it are the text's own, two at least no particles. No text says what is asked in
    just these words, or it would be found without knowing that the two are one. Capitals in
    `written` count. What says the same with an expression of `alike` is wanted too.
    """
    holders = sorted(corpus.with_phrase([word.lower() for word in written]))
    for number in chance.sample(holders, min(_TRIES, len(holders))):
        text = corpus.texts[number]
        found = _neighbours(corpus, f"{text.title}\n{text.body}", written, chance)
        if not found:
            continue
        before, after = found
        if len([word for word in (*before, *after) if word not in PARTICLES]) < _TELLING:
            continue
        query = (*before, *asked, *after)
        wanted = frozenset[int]().union(
            *(corpus.with_folded_phrase((*before, *form, *after)) for form in {written, *alike})
        )
        if 0 < len(wanted) <= MOST_WANTED and not corpus.with_folded_phrase(query):
            yield query, corpus.ids(wanted)


def drawn(
    sources: Sequence[Iterator[Swapped]], weights: Sequence[float], chance: random.Random
) -> Iterator[Swapped]:
    """From one source or another until all are empty, the heavier more often."""
    left = dict(enumerate(sources))
    while left:
        place = chance.choices(list(left), [weights[place] for place in left])[0]
        found = next(left[place], None)
        if found is None:
            del left[place]
        else:
            yield found


def _neighbours(
    corpus: Corpus, text: str, sought: Words, chance: random.Random
) -> tuple[Words, Words] | None:
    """Three or four words before and after the expression where it first stands among so many."""
    context = chance.choice(_CONTEXT)
    for piece in pieces_as_written(text):
        lower = [word.lower() for word in piece]
        for start in range(len(piece) - len(sought) + 1):
            end = start + len(sought)
            if len(piece) < len(sought) + context or not _same(piece[start:end], sought):
                continue
            first = start - min(start, chance.randint(0, context))
            last = min(len(piece), end + context - (start - first))
            return _whole_words(corpus, lower, (first, start), (end, last))
    return None


def _same(written: Sequence[str], sought: Words) -> bool:
    if any(word.isupper() for word in sought):
        return tuple(written) == sought
    return [comparable(word) for word in written] == [comparable(word) for word in sought]


def _whole_words(
    corpus: Corpus, words: Sequence[str], before: tuple[int, int], after: tuple[int, int]
) -> tuple[Words, Words]:
    """Both ends moved outwards where they would cut a word of two syllables."""
    (first, start), (end, last) = before, after
    if 0 < first < start and corpus.belong_together(words[first - 1], words[first]):
        first -= 1
    if end < last < len(words) and corpus.belong_together(words[last - 1], words[last]):
        last += 1
    return tuple(words[first:start]), tuple(words[end:last])
