"""What an answer is worth, and the figures of many."""

from collections.abc import Collection, Sequence
from math import ceil, log2
from statistics import fmean

from .asking import Answer

_FIRST_PAGE = 10


def score(answer: Answer) -> float:
    return ndcg(answer) if answer.query.whole_page else reciprocal_rank(answer)


def reciprocal_rank(answer: Answer) -> float:
    """1 for a right answer in the first place, ½ in the second …, 0 when it is not among ten."""
    place = first_place(answer.ids, answer.query.wanted)
    return 1 / place if place and place <= _FIRST_PAGE else 0


def ndcg(answer: Answer) -> float:
    """1 when the first ten are the best ten in the best order: twice the gain for a title."""
    query = answer.query
    titles = {*query.titles}
    wanted = {*query.wanted} - titles
    best = [2] * len(titles) + [1] * len(wanted)
    found = [2 if each in titles else int(each in wanted) for each in dict.fromkeys(answer.ids)]
    return _discounted(found) / _discounted(best)


def has_lookalike_above(answer: Answer) -> bool:
    """Whether a text with other accents stands before the first right one."""
    wrong = first_place(answer.ids, answer.query.lookalikes)
    right = first_place(answer.ids, answer.query.wanted)
    return bool(wrong) and (not right or wrong < right)


def first_place(found: Sequence[str], sought: Collection[str]) -> int:
    """From 1; 0 for none."""
    sought = {*sought}
    return next((place for place, each in enumerate(found, 1) if each in sought), 0)


def mean(values: Sequence[float]) -> float | None:
    return fmean(values) if values else None


def percentile(values: Sequence[float], percent: int) -> float | None:
    """The smallest value that so many percent of all do not exceed."""
    return sorted(values)[ceil(len(values) * percent / 100) - 1] if values else None


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / log2(place + 1) for place, gain in enumerate(gains[:_FIRST_PAGE], 1))
