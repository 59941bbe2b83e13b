"""One word, or two: what most visitors type."""

import random
from collections.abc import Iterator

from ..corpus import Corpus
from ..phrases import Run, either_of, is_syllable, runs
from ..query import Query

_AT_LEAST, _SHARE_AT_MOST = 12, 0.1


def one_or_two(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    """Words that fill the first page and yet mean something, alone or as one word of two."""

    def fits(run: Run) -> bool:
        if not all(map(is_syllable, run.words)) or run.accented == 0:
            return False
        if len(run.words) == 2 and not corpus.belong_together(*run.words):
            return False
        return _AT_LEAST <= len(corpus.with_phrase(run.words)) <= _SHARE_AT_MOST * len(corpus.texts)

    for run in runs(corpus, chance, (1, 2), where=either_of(chance), fits=fits):
        wanted, titles = corpus.with_phrase(run.words), corpus.in_title(run.words)
        yield Query(" ".join(run.words), corpus.ids(wanted), titles=corpus.ids(titles))
