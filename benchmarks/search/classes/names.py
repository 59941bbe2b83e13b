"""Names of persons, as people type them: without accents, without a title before them."""

import random
import re
from collections.abc import Iterator
from itertools import takewhile

from search.vietnamese.normalise import normalise, strip_accents

from ..corpus import PARTICLES, Corpus
from ..phrases import is_syllable
from ..query import MOST_WANTED, Query

_DRAWS = 20_000
_BEFORE_A_NAME = re.compile(
    r"\b(?:ông|bà|anh|chị|đồng chí|bị cáo|bác sĩ|thiếu tướng|đại tá|luật sư)"
    r"\s((?:[^\W\d_]+\s){2,4}[^\W\d_]+)",
    re.IGNORECASE,
)


def unaccented(corpus: Corpus, chance: random.Random) -> Iterator[Query]:
    for _ in range(_DRAWS):
        text = corpus.texts[chance.randrange(len(corpus.texts))]
        names = _names(text.body)
        if not names:
            continue
        name = chance.choice(names)
        found = corpus.with_folded_phrase(name)
        if 0 < len(found) <= MOST_WANTED:
            yield Query(strip_accents(normalise(" ".join(name))), corpus.ids(found))


def _names(text: str) -> list[list[str]]:
    """Of three or four syllables, each with a capital, and no capital behind them."""
    runs = (list(takewhile(_is_capitalised, each.split())) for each in _BEFORE_A_NAME.findall(text))
    return [name for name in runs if len(name) in (3, 4) and all(map(is_syllable, name))]


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and word[1:].islower() and word.lower() not in PARTICLES
