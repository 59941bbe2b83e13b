"""Set phrases with one wrong mark, and syllables that Vietnamese does not have."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from search.vietnamese.normalise import place_tones
from search.vietnamese.syllables import Syllable, is_possible, parse, take_apart, write

from .findings import Facts, Finding, Found, Rule
from .known_phrases import Phrases, lines
from .passages import Passage
from .words import Word, hang_together, like, rewritten, words_of

_FOREIGN_LETTERS = re.compile(r"[fjwz\d]")
_TWO_VOWELS_OF_ONE_SOUND = re.compile(r"(?<=.)[iy]\Z")


@cache
def _loan_words() -> frozenset[str]:
    return frozenset(lines("loan_words.txt"))


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
