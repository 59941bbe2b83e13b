"""Words of an answer shown in the text's own spelling: the passage that fits, the words marked."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .engine.documents import folded
from .engine.mentions import Sought
from .vietnamese.analysis import forms_of, places_in, words_in
from .vietnamese.normalise import clean

PASSAGE_WORDS = 45
BEFORE = 8  # words shown before the first that was found
ELLIPSIS = "…"
DAY_OR_NUMBER = 32  # counts more than all the words a query may have


@dataclass(frozen=True)
class _Found:
    """What is to be marked among the words of a text."""

    says: dict[int, str]
    """What was asked for, by the places of the words that say it."""
    weights: dict[str, int]
    joined: frozenset[int]
    """The places from which a mark goes on, across any sign: inside a day or a number."""


class _Words(NamedTuple):
    """The words of a text as it writes them."""

    written: list[str]
    alike: dict[str, str]
    """Those that look like one that was asked for, each once, with their folded form."""


@dataclass(frozen=True)
class Highlighter:
    """Marks the words of a query in one page; how, is decided once for all its texts together.

    A query without any accent marks every way to write its words, but where a text has two of them
    side by side as they were typed, only as they are written there: "thi dua" marks no "dựa" beside "thi
    đua". Where accents were typed, a word marks only itself, "ban" too; what the page never writes
    so marks what looks like it. A name is marked where it stands whole: of "ủy ban nhân dân" no
    "cá nhân".
    """

    asked: Sequence[str]
    texts: Sequence[str]
    """All of the page, its title too."""
    reading: Sequence[str] = ()
    """The words by which the page was found, where these are not what was asked."""
    marks: frozenset[str] = frozenset()
    """Days and document numbers that were asked for; see `engine.marks`."""
    years: frozenset[int] = frozenset()
    """Of the days that the page writes without a year."""
    names: Sequence[Sequence[str]] = ()
    """Words of the reading, folded, that are one name."""
    _taken_apart: dict[str, "_Words"] = field(default_factory=dict, init=False)

    def marked(self, text: str) -> SafeString:
        """The text, escaped, with the words marked."""
        return _marked(text, places_in(text), self._found(text), 0, 0, len(text))

    def passage(self, texts: Sequence[str]) -> SafeString:
        """Some forty words of the text that says most of the words, with these marked.

        The first of the texts where none says more: it is the lead.
        """
        best: tuple[int, str, int, _Found, int] | None = None
        for text in texts:
            length = len(self._words_of(text).written)
            found = self._found(text)
            start, count = _fullest(found)
            if length and (best is None or count > best[0]):
                best = (count, text, length, found, start)
            if best and best[0] >= self._most:
                break
        if best is None:
            return SafeString("")
        _, text, length, found, start = best
        return _cut(text, length, found, start)

    @cached_property
    def _exact(self) -> frozenset[str]:
        """The words that mark only themselves."""
        words = {*self.asked, *self.reading}
        if not self._is_accented:
            words = {word for word in words if word != folded(word)}
        unwritten = set(words)
        for text in self.texts:
            if not unwritten:
                break  # mostly in the title or the lead: the body need not be read
            unwritten -= {forms_of(word).text for word in self._words_of(text).alike}
        return frozenset(words - unwritten)

    @cached_property
    def _folded(self) -> frozenset[str]:
        """The words, folded, that mark every way to write them."""
        if not self._is_accented:
            others = {folded(word) for word in self.reading if word not in self._exact}
            return frozenset({*self.asked, *others})
        # A page found by another name says that; "Bắc Kạn" would mark any "bác sĩ" there.
        unwritten = {folded(word) for word in self.reading or self.asked if word not in self._exact}
        return frozenset(unwritten - {folded(word) for word in self._exact})

    @cached_property
    def _is_accented(self) -> bool:
        return any(word != folded(word) for word in self.asked)

    @cached_property
    def _most(self) -> int:
        """What a passage could count at most."""
        words = self._folded.union(map(folded, self._exact))
        return len(words) + (DAY_OR_NUMBER if self.marks else 0)

    @cached_property
    def _sought(self) -> Sought:
        return Sought(self.marks, self.years)

    def _words_of(self, text: str) -> _Words:
        if text not in self._taken_apart:
            # Each word once: a page repeats its words, and few of them are looked for.
            written, plain = words_in(text), self._plain
            alike = {word: bare for word in set(written) if (bare := folded(word)) in plain}
            self._taken_apart[text] = _Words(written, alike)
        return self._taken_apart[text]

    @cached_property
    def _plain(self) -> frozenset[str]:
        """All words that were asked for, folded."""
        return frozenset(map(folded, [*self.asked, *self.reading]))

    def _found(self, text: str) -> _Found:
        written, alike = self._words_of(text)
        asked = {word: plain for word, plain in alike.items() if self._is_asked(word, plain)}
        says = {place: asked[word] for place, word in enumerate(written) if word in asked}
        says = self._with_names_whole(says)
        if not self._is_accented:
            says = self._as_written_side_by_side(says, written)
        weights = dict.fromkeys(says.values(), 1)
        joined: set[int] = set()
        for mark, first, last in self._days_and_numbers(text, len(written)):
            says |= dict.fromkeys(range(first, last), mark)
            weights[mark] = DAY_OR_NUMBER
            joined |= set(range(first, last - 1))
        return _Found(says, weights, frozenset(joined))

    def _with_names_whole(self, says: dict[int, str]) -> dict[int, str]:
        """Without the words of a name where the others are missing."""
        if not self._only_in_names:
            return says
        whole = {
            place
            for name in self.names
            for start in says
            if all(says.get(start + step) == word for step, word in enumerate(name))
            for place in range(start, start + len(name))
        }
        return {
            place: word
            for place, word in says.items()
            if place in whole or word not in self._only_in_names
        }

    @cached_property
    def _only_in_names(self) -> frozenset[str]:
        """The words of names that are asked for nowhere else."""
        reading = Counter(map(folded, self.reading))
        in_names = Counter(word for name in self.names for word in name)
        others = {folded(word) for word in self.asked if word not in self.reading}
        return frozenset(word for word in in_names if in_names[word] >= reading[word]) - others

    def _as_written_side_by_side(
        self, says: dict[int, str], written: Sequence[str]
    ) -> dict[int, str]:
        """Of words that stand side by side as they were asked for, only the same spellings."""
        adjacent = set(pairwise(map(folded, self.asked)))
        spelt: dict[str, set[str]] = {}
        for place, word in says.items():
            if (word, says.get(place + 1)) in adjacent:
                for one in (place, place + 1):
                    spelt.setdefault(says[one], set()).add(forms_of(written[one]).text)
        return {
            place: word
            for place, word in says.items()
            if word not in spelt or forms_of(written[place]).text in spelt[word]
        }

    def _is_asked(self, word: str, plain: str) -> bool:
        return plain in self._folded or forms_of(word).text in self._exact

    def _days_and_numbers(self, text: str, length: int) -> Iterator[tuple[str, int, int]]:
        """Each mark that was asked for, with the places where words that say it begin and end."""
        if not self._sought.may_be_in(text):
            return
        text = clean(clean(text))  # an accent may have stood behind a sign nobody sees
        starts = [start for start, _ in places_in(text)]
        if len(starts) != length:
            return  # an odd sign parted a word: nothing would stand where it is looked for
        for mark, start, end in self._sought.mentions(text):
            yield mark, bisect_left(starts, start), bisect_left(starts, end)


def _fullest(found: _Found) -> tuple[int, int]:
    """Where the window of words begins that says most of what was asked, and how much."""
    places = sorted(found.says)
    inside: Counter[str] = Counter()
    best_start, best_count, count, behind = 0, 0, 0, 0
    for place in places:
        while behind < len(places) and places[behind] < place + PASSAGE_WORDS - BEFORE:
            entering = found.says[places[behind]]
            count += 0 if inside[entering] else found.weights[entering]
            inside[entering] += 1
            behind += 1
        if count > best_count:
            best_start, best_count = place, count
        leaving = found.says[place]
        inside[leaving] -= 1
        count -= 0 if inside[leaving] else found.weights[leaving]
    return best_start, best_count


def _cut(text: str, length: int, found: _Found, start: int) -> SafeString:
    """From the text of so many words, those around the place where to start."""
    first = 0 if start < PASSAGE_WORDS - BEFORE else start - BEFORE
    last = min(first + PASSAGE_WORDS, length)
    places = places_in(text, first, last)
    begin = places[0][0] if first else 0
    end = len(text) if last == length else places[-1][1]
    inner = _marked(text, places, found, first, begin, end)
    before = f"{ELLIPSIS} " if first else ""
    after = f" {ELLIPSIS}" if last < length else ""
    return mark_safe(f"{before}{inner}{after}")  # noqa: S308 - escaped by _marked


def _marked(
    text: str, places: Sequence[tuple[int, int]], found: _Found, first: int, begin: int, end: int
) -> SafeString:
    """The text from `begin` to `end`, whose words stand at the places, counted from `first` on."""
    pieces, position = [], begin
    opened = False
    for place, (starts, ends) in enumerate(places, first):
        if place not in found.says:
            continue
        if not opened:
            pieces += [escape(text[position:starts]), "<mark>"]
            position = starts
        pieces.append(escape(text[position:ends]))
        position = ends
        following = places[place + 1 - first] if place + 1 - first < len(places) else None
        opened = bool(
            following
            and place + 1 in found.says
            and (place in found.joined or not text[ends : following[0]].strip(" "))
        )
        if not opened:
            pieces.append("</mark>")
    pieces.append(escape(text[position:end]))
    return mark_safe("".join(pieces))  # noqa: S308 - escaped above
