"""Keeping count of the words of all texts, which `lexicon` weighs queries by."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise

from search.models import Term

from .documents import folded

LONGEST = 130  # characters of a term


class TermCounts:
    """In how many documents more, or fewer, each term stands."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {kind: Counter() for kind in Term.Kind.values}

    def add(self, title: Sequence[str], body: Sequence[str]) -> None:
        for kind, texts in _terms_of(title, body).items():
            self._counts[kind].update(texts)

    def take_away(self, title: Sequence[str], body: Sequence[str]) -> None:
        for kind, texts in _terms_of(title, body).items():
            self._counts[kind].subtract(texts)

    def in_order(self) -> list[tuple[str, str, int]]:
        """What is to be added to the stored terms: kind, text, and how many documents more.

        Always in one order, so that of two writers one waits for the other and not each for each.
        """
        return [
            (kind, text, count)
            for kind, counts in sorted(self._counts.items())
            for text in sorted(counts)  # without their counts, which takes half the time
            if (count := counts[text]) and len(text) <= LONGEST
        ]


def _terms_of(title: Sequence[str], body: Sequence[str]) -> dict[str, set[str]]:
    """What one document adds: each word, each folded word, each two adjacent folded words."""
    plain_title, plain_body = list(map(folded, title)), list(map(folded, body))
    pairs = chain(pairwise(plain_title), pairwise(plain_body))
    return {
        Term.Kind.EXACT: {*title, *body},
        Term.Kind.FOLDED: {*plain_title, *plain_body},
        Term.Kind.PAIR: set(map(" ".join, pairs)),
    }
