"""Set phrases with one wrong mark, and syllables that Vietnamese does not have."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from search.vietnamese.normalise import place_tones
from search.vietnamese.syllables import Syllable, is_possible, parse, take_apart, write

from .findings import Facts, Finding, Found, Rule
from .passages import Passage
from .words import Word, hang_together, like, rewritten, words_of

SHORTEST = 3  # syllables
DATA = Path(__file__).parent / "data"

_FOREIGN_LETTERS = re.compile(r"[fjwz\d]")
_TWO_VOWELS_OF_ONE_SOUND = re.compile(r"(?<=.)[iy]\Z")


def lines(name: str) -> list[str]:
    """Of a file in data/, without its remarks."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _loan_words() -> frozenset[str]:
    return frozenset(lines("loan_words.txt"))


@dataclass
class Phrases:
    """Set phrases by their folded words; those that fold alike are left out."""

    texts: tuple[str, ...] = ()
    known: dict[tuple[str, ...], list[str]] = field(init=False)
    lengths: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        known: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        for text in self.texts:
            words = words_of(text)
            if len(words) >= SHORTEST:
                forms = tuple(word.written.lower() for word in words)
                known[tuple(word.folded for word in words)].add(forms)
        clear: dict[tuple[str, ...], list[str]] = {
            folded: list(*forms) for folded, forms in known.items() if len(forms) == 1
        }
        self.known = clear
        lengths = sorted({len(folded) for folded in clear}, reverse=True)
        self.lengths = tuple(lengths)


def house_phrases(more: Iterable[str] = ()) -> Phrases:
    """Those of data/phrases.txt, and more."""
    return Phrases((*lines("phrases.txt"), *more))


def misspelt_phrases(passages: Sequence[Passage], facts: Facts) -> Found:
    for passage in passages:
        words = words_of(passage.text)
        told: set[int] = set()
        for finding, wrong in _with_one_wrong_mark(passage, words, facts.phrases):
            if wrong not in told:
                told.add(wrong)
                yield finding
        for number, word in enumerate(words):
            impossible = None if number in told else _impossible(passage, word)
            if impossible:
                yield impossible


def _with_one_wrong_mark(
    passage: Passage, words: list[Word], phrases: Phrases
) -> Iterator[tuple[Finding, int]]:
    """The longest phrases first, each with the number of its wrong word."""
    for length in phrases.lengths:
        for place in range(len(words) - length + 1):
            stretch = words[place : place + length]
            right = phrases.known.get(tuple(word.folded for word in stretch))
            if right is None or not hang_together(passage.text, stretch):
                continue
            wrong = [
                number
                for number, (word, form) in enumerate(zip(stretch, right, strict=True))
                if not _is_same(word.form, form)
            ]
            if len(wrong) != 1:
                continue
            word = stretch[wrong[0]]
            new = [each.written for each in stretch]
            new[wrong[0]] = like(right[wrong[0]], word.written)
            phrase = rewritten(passage.text, stretch, new)
            why = f"Có lẽ là “{phrase}”."
            start, end = stretch[0].start, stretch[-1].end
            yield Finding(Rule.PHRASES, passage, start, end, why, phrase), place + wrong[0]


def _is_same(one: str, other: str) -> bool:
    """Equal but for the place of the tone, and for y and i, which are one sound: sỹ, sĩ."""
    return _sound(one) == _sound(other)


def _sound(word: str) -> str:
    syllable = parse(word)
    if syllable is None:
        return place_tones(word)
    letters = syllable.letters
    if not letters.endswith(("uy", "ay")):
        letters = _TWO_VOWELS_OF_ONE_SOUND.sub("i", letters)
    return write(Syllable(letters, syllable.marks, syllable.tone))


# --- Syllables that cannot be ----------------------------------------------------------------------


def _impossible(passage: Passage, word: Word) -> Finding | None:
    """Only small words with Vietnamese marks: names and foreign words have spellings of their own."""
    written = word.written
    if (
        len(written) < 2
        or not written.islower()
        or not written.isalpha()
        or _is_part(passage.text, word)
    ):
        return None
    letters, marks, tones = take_apart(written)
    if not (tones or any(marks)) or _FOREIGN_LETTERS.search("".join(letters)):
        return None
    if word.form in _loan_words():
        return None
    right = _right(written)
    if right == written:
        return None
    why = "Không có âm tiết này trong tiếng Việt."
    if right:
        why = f"Không có cách viết này trong tiếng Việt; có lẽ là “{right}”."
    return Finding(Rule.PHRASES, passage, word.start, word.end, why, right)


def _right(written: str) -> str | None:
    """The word itself when it can be; the one syllable it spells, or the two it glues together."""
    syllable = parse(written)
    if syllable and is_possible(syllable):
        right = write(syllable)
        return written if place_tones(written) == right else right
    halves = [
        (written[:place], written[place:])
        for place in range(2, len(written) - 1)
        if _is_whole(written[:place]) and _is_whole(written[place:])
    ]
    return " ".join(halves[0]) if len(halves) == 1 else None


def _is_whole(part: str) -> bool:
    syllable = parse(part)
    return syllable is not None and is_possible(syllable) and place_tones(part) == write(syllable)


def _is_part(text: str, word: Word) -> bool:
    """Of an address, a word with hyphens or an apostrophe."""
    around = text[max(word.start - 1, 0) : word.start] + text[word.end : word.end + 2]
    return bool(re.search(r"[-‑'’@/_&]|\.\w", around))
