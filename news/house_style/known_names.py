"""The names of our own tables, looked up by the words of a text."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from people.models.periods import is_within

from .words import Word, words_of, written_words

SHORTEST = 3  # syllables: two are too often something else

_PROVINCE_BEHIND = re.compile(r" (?:tỉnh|thành phố) .+")

Key = tuple[str, ...]
"""The words of a name, normalised or folded."""
Written = tuple[str, ...]
"""The words of a name as the tables write them."""


class FormerName(NamedTuple):
    """`now` is the present name of the same body."""

    name: str
    now: str
    until: datetime.date
    since: datetime.date | None = None


@dataclass(frozen=True)
class PersonName:
    """`posts`: words by which the text may show that it is this person who is meant."""

    name: str
    posts: tuple[str, ...] = ()


@dataclass
class Names:
    """`others` are right as they are, and no more: provinces, clusters, other ways to write."""

    bodies: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    people: tuple[PersonName, ...] = ()
    former: tuple[FormerName, ...] = ()

    right: dict[Key, set[Written]] = field(init=False)
    near: dict[Key, set[Written]] = field(init=False)
    """By their words in lower case, one of them left out."""
    unmarked: dict[Key, set[Written]] = field(init=False)
    unmarked_people: dict[Key, list[PersonName]] = field(init=False)
    texts: dict[Written, str] = field(init=False, default_factory=dict)
    known_people: set[Key] = field(init=False)
    lengths: list[int] = field(init=False)
    """In words, the longest first."""

    def __post_init__(self) -> None:
        self.right, self.near, self.unmarked = defaultdict(set), defaultdict(set), defaultdict(set)
        self.unmarked_people = defaultdict(list)
        for name in self._of_bodies():
            self._add_body(name)
        for name in self.others:
            self.right[forms(words_of(name))].add(written_words(name))
        for person in self.people:
            self.unmarked_people[folded(words_of(person.name))].append(person)
        self.known_people = {forms(words_of(person.name)) for person in self.people}
        keys = (*self.right, *self.near, *self.unmarked, *self.unmarked_people)
        self.lengths = sorted({len(key) for key in keys}, reverse=True)

    def borne_on(self, day: datetime.date, former: FormerName) -> str:
        """The name that day of the body that once bore the former one."""
        held = (
            each.name
            for each in self.former
            if each.now == former.now and is_within(day, each.since, each.until)
        )
        return next(held, former.now)

    def _of_bodies(self) -> Iterator[str]:
        """Whole, and without the province behind: "Sở Nội vụ" of "Sở Nội vụ tỉnh Tuyên Quang"."""
        for name in (*self.bodies, *(former.name for former in self.former)):
            yield name
            if _PROVINCE_BEHIND.search(name):
                yield _PROVINCE_BEHIND.sub("", name)

    def _add_body(self, name: str) -> None:
        words = words_of(name)
        if len(words) < SHORTEST:
            return
        written = tuple(word.written for word in words)
        self.texts[written] = name
        self.right[forms(words)].add(written)
        self.unmarked[folded(words)].add(written)
        for left in _one_left_out(written):
            self.near[tuple(word.lower() for word in left)].add(written)


def forms(words: Iterable[Word]) -> Key:
    return tuple(word.form for word in words)


def folded(words: Iterable[Word]) -> Key:
    return tuple(word.folded for word in words)


def _one_left_out(written: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The name without one half of a pair such as "Nội vụ", of which nothing can stand alone."""
    for place in range(1, len(written)):
        word, before, after = written[place], written[place - 1], written[place + 1 : place + 2]
        is_second = place > 1 and word.islower() and before[:1].isupper() and word != "và"
        is_first = word[:1].isupper() and bool(after) and after[0].islower() and after[0] != "và"
        if is_second or is_first:
            yield (*written[:place], *written[place + 1 :])


def named_stretches(text: str, names: Names) -> Iterator[tuple[int, int]]:
    """Where names of our tables stand, right as they are written there."""
    words = words_of(text)
    for place in range(len(words)):
        for length in names.lengths:
            stretch = words[place : place + length]
            if len(stretch) == length and _is_as_in_the_tables(stretch, names):
                yield stretch[0].start, stretch[-1].end
                break


def _is_as_in_the_tables(words: Sequence[Word], names: Names) -> bool:
    written = tuple(word.written for word in words)
    return written in names.right.get(forms(words), ()) or any(
        written == written_words(person.name)
        for person in names.unmarked_people.get(folded(words), ())
    )
