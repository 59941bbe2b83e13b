"""The words of a passage, and how they are written: what all rules of spelling look at."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from search.vietnamese.analysis import spans
from search.vietnamese.normalise import place_tones

# What may stand between two words of one name or term.
_JOINT = re.compile(r"[ \u00a0]?[,–-]?[ \u00a0]?")
_SENTENCE_END = re.compile(r"[.!?:;…\n“”\"(]\s*\Z")


class Word(NamedTuple):
    """As written; normalised (lower case, older tones); folded; `text[start:end]`."""

    written: str
    form: str
    folded: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    return [Word(text[each.start : each.end], *each) for each in spans(text)]


def written_words(text: str) -> tuple[str, ...]:
    return tuple(word.written for word in words_of(text))


def hang_together(text: str, words: Sequence[Word]) -> bool:
    """Whether nothing but blanks, commas and hyphens stands between them."""
    return all(_JOINT.fullmatch(text, one.end, other.start) for one, other in pairwise(words))


def is_beside(text: str, one: Word, other: Word) -> bool:
    """Whether nothing but blanks stands between them."""
    return not text[one.end : other.start].strip(" \u00a0")


def same_but_for_tones(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words are equal, case and all, wherever their tone marks stand."""
    return [place_tones(word) for word in one] == [place_tones(word) for word in other]


def rewritten(text: str, words: Sequence[Word], new: Sequence[str]) -> str:
    """The stretch of text with other words, one for one; what stands between them stays."""
    pieces = [new[0]]
    for one, other, word in zip(words, words[1:], new[1:], strict=False):
        pieces += [text[one.end : other.start], word]
    return "".join(pieces)


def like(word: str, model: str) -> str:
    """The word in the case of the model: "cơ" like "Cơ"."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def begins_a_sentence(text: str, start: int) -> bool:
    before = text[:start]
    return not before.strip() or _SENTENCE_END.search(before[-4:]) is not None


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence, or the line, in which text[start:end] stands."""
    first = max(text.rfind(mark, 0, start) for mark in ("\n", ". ", "! ", "? ")) + 1
    ends = [place for mark in ("\n", ". ", "! ", "? ") if (place := text.find(mark, end)) >= 0]
    return text[first : min(ends, default=len(text))]
