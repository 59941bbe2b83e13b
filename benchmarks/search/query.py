"""A query, what it should find, and how a class of queries is made."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .corpus import Corpus

# A query that this many texts answer equally well still tells a good order from a bad one.
MOST_WANTED = 3


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, and the ids of the texts any of which is the right first answer.

    `lookalikes` hold the same letters with other accents and must stand below. Of a query with
    `titles` all the wanted should be found, those first. `kind` is the name of its class, and
    with `whole_page` the order of the first ten counts (nDCG@10), else where the first right one
    stands (MRR@10).
    """

    words: str
    wanted: tuple[str, ...]
    lookalikes: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    kind: str = ""
    whole_page: bool = False


Maker = Callable[[Corpus, random.Random], Iterator[Query]]


@dataclass(frozen=True, slots=True)
class QueryClass:
    """`make` gives as many queries as the corpus has; whoever asks takes what is needed."""

    name: str
    explanation: str
    goal: str
    make: Maker
    whole_page: bool = False
