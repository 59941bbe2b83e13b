"""Phrases that other texts hold with other accents: bàn giao, bán giáo, ban giao."""

import random
from collections.abc import Iterator

from ..corpus import Corpus
from ..phrases import Run, either_of, exactly, has_accents, runs
from ..query import MOST_WANTED, Query

_MOST_LOOKALIKES = 100
_COMMON = 0.3


def exact_accents_first(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    def fits(run: Run) -> bool:
        rare_enough = all(corpus.share_with(word) < _COMMON for word in run.words)
        return has_accents(run) and rare_enough

    for run in runs(corpus, chance, (2, 3, 3, 4), where=either_of(chance), fits=fits):
        exact, all_accents = corpus.with_phrase(run.words), corpus.with_folded_phrase(run.words)
        if len(exact) <= MOST_WANTED and len(exact) < len(all_accents) <= _MOST_LOOKALIKES:
            yield exactly(corpus, run, " ".join(run.words))
