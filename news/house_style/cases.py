"""One term, written with capitals in several ways within one article."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from .findings import Facts, Finding, Found, Rule
from .known_phrases import lines
from .passages import Passage
from .words import (
    Word,
    begins_a_sentence,
    hang_together,
    is_beside,
    rewritten,
    words_of,
    written_words,
)

# Around these no one in particular is meant: "các cụm thi đua", "cụm thi đua khác".
_SEVERAL = frozenset(
    "các những mỗi một từng mọi nhiều hai ba bốn năm sáu bảy tám chín mười".split()
)
_SOME_OTHER = frozenset(("khác", "nào"))


class _Use(NamedTuple):
    passage: Passage
    words: tuple[Word, ...]
    before: Word | None
    after: Word | None
    """What stands beside it, with nothing but a blank between."""

    @property
    def place(self) -> tuple[str, int]:
        return self.passage.place, self.words[0].start

    @property
    def written(self) -> tuple[str, ...]:
        return tuple(word.written for word in self.words)

    @property
    def tail(self) -> tuple[str, ...]:
        """Without the first word, whose capital depends on where it stands."""
        return self.written[1:]


@cache
def _terms() -> dict[tuple[str, ...], tuple[str, ...]]:
    """How the house writes each term, by its normalised words."""
    return _by_form("terms.txt")


@cache
def _groups() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The terms of which one in particular is meant by a capital letter."""
    return _by_form("groups.txt")


def _by_form(name: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {
        tuple(word.form for word in words_of(line)): written_words(line) for line in lines(name)
    }


def mixed_cases(passages: Sequence[Passage], facts: Facts) -> Found:
    for term, uses in _uses(passages).items():
        tails = Counter(use.tail for use in uses)
        tail = _preferred(tails, _terms()[term][1:])
        heads = _heads(term, uses, facts) if term in _groups() else {}
        for use in uses:
            right = (heads.get(use.place, use.words[0].written), *tail)
            if use.written == right:
                continue
            new = rewritten(use.passage.text, use.words, right)
            why = f"Bài này viết hoa từ này {len(tails)} cách; nên viết một cách: “{new}”."
            if use.tail == tail:
                why = "Bài này chỗ viết hoa, chỗ viết thường; nếu cùng chỉ một nơi thì nên viết một cách."
            start, end = use.words[0].start, use.words[-1].end
            yield Finding(Rule.CASES, use.passage, start, end, why, new)


def _preferred(tails: Counter[tuple[str, ...]], house: tuple[str, ...]) -> tuple[str, ...]:
    """What the article does most often; where it is undecided, what the house does."""
    return max(tails, key=lambda tail: (tails[tail], tail == house))


def _heads(term: tuple[str, ...], uses: Sequence[_Use], facts: Facts) -> dict[tuple[str, int], str]:
    """By its place, the first word of each use that may mean the same one as the others do.

    What the article does most often; where it is undecided, a capital for what bears a name.
    """
    alike: dict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        if _is_one(use):
            alike[_name_behind(use)].append(use)
    heads: dict[tuple[str, int], str] = {}
    for name, same in alike.items():
        written = Counter(use.words[0].written for use in same)
        is_name = bool(name) or any(known[: len(term)] == term for known in facts.names.right)
        right = max(written, key=lambda head: (written[head], head[0].isupper() == is_name))
        heads |= {use.place: right for use in same}
    return heads


def _is_one(use: _Use) -> bool:
    """Not where a sentence begins, nor behind any other sign: there the letter tells nothing."""
    if use.before is None or (use.after and use.after.form in _SOME_OTHER):
        return False
    begins = begins_a_sentence(use.passage.text, use.before.start)
    is_of_a_longer_name = use.before.written[:1].isupper() and not begins
    is_number = use.before.written.isdecimal()
    return not (is_of_a_longer_name or is_number or use.before.form in _SEVERAL)


def _name_behind(use: _Use) -> str:
    """The first word of what sets this one apart: "Cụm thi đua Sở …", "… các tỉnh …", "… số 3"."""
    if use.after and (use.after.written[:1].isupper() or use.after.form in ("các", "số")):
        return use.after.form
    return ""


def _uses(passages: Sequence[Passage]) -> dict[tuple[str, ...], list[_Use]]:
    """Each term's uses; those all in capitals are left out."""
    found: dict[tuple[str, ...], list[_Use]] = defaultdict(list)
    lengths = {len(term) for term in _terms()}
    for passage in passages:
        words = words_of(passage.text)
        for place in range(len(words)):
            for length in lengths:
                stretch = tuple(words[place : place + length])
                term = tuple(word.form for word in stretch)
                if len(stretch) < length:
                    continue  # the text is over: the shorter term has been seen
                if term not in _terms() or not hang_together(passage.text, stretch):
                    continue
                if not "".join(word.written for word in stretch).isupper():
                    found[term].append(_use(passage, words, place, stretch))
    return found


def _use(passage: Passage, words: list[Word], place: int, stretch: tuple[Word, ...]) -> _Use:
    end = place + len(stretch)
    before = words[place - 1] if place else None
    after = words[end] if end < len(words) else None
    if before and not is_beside(passage.text, before, stretch[0]):
        before = None
    if after and not is_beside(passage.text, stretch[-1], after):
        after = None
    return _Use(passage, stretch, before, after)
