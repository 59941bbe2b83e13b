"""Texts taken apart into the words every engine indexes, and found again in the text itself.

The database engines and the external ones all store what these functions give, so one query means
the same in each of them.
"""

import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from .normalise import fold, normalise
from .syllables import is_possible, parse, write

# A word is letters and digits of any script. Marks and invisible signs do not end it, and are
# part of it only when more of it follows: "kỷ" typed in two pieces, a soft hyphen in a long word.
_MARKS = r"\u0300-\u036f"
_INVISIBLE = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
)
_WORD = re.compile(rf"[^\W_]+(?:[{_MARKS}{_INVISIBLE}]+[^\W_]+)*(?:[{_INVISIBLE}]*[{_MARKS}])*")
_HAS_MARKS = re.compile(rf"[{_MARKS}{_INVISIBLE}]")
_WORD_WITHOUT_MARKS = re.compile(r"[^\W_]+")  # of nearly every text, and found a third sooner

MOST_KNOWN = 65_536  # words whose forms are remembered


class Forms(NamedTuple):
    """A word normalised, and folded."""

    text: str
    folded: str


class Token(NamedTuple):
    """A word of a text: normalised, folded, and where it stands there (`text[start:end]`)."""

    text: str
    folded: str
    start: int
    end: int


def tokens(text: str) -> list[str]:
    """The words and numbers of a text in reading order, normalised, accents and đ kept.

    >>> tokens("Quyết định số 123/QĐ-BNV, Hoà Bình")
    ['quyết', 'định', 'số', '123', 'qđ', 'bnv', 'hòa', 'bình']
    """
    return list(map(_normalised, words_in(text)))


def folded_tokens(text: str) -> list[str]:
    """The same words without accents, one for one.

    >>> folded_tokens("Quyết định số 123/QĐ-BNV")
    ['quyet', 'dinh', 'so', '123', 'qd', 'bnv']
    """
    return [forms_of(word).folded for word in words_in(text)]


def words_in(text: str) -> list[str]:
    """The same words as they are written.

    >>> words_in("Khen thưởng: 12/QĐ")
    ['Khen', 'thưởng', '12', 'QĐ']
    """
    return _word_of(text).findall(text)


def places_in(text: str, first: int = 0, last: int | None = None) -> list[tuple[int, int]]:
    """Where each of the same words begins and ends, of those from `first` up to `last`.

    >>> places_in("Khen thưởng: 12/QĐ", 1, 3)
    [(5, 11), (13, 15)]
    """
    return [word.span() for word in islice(_word_of(text).finditer(text), first, last)]


def _word_of(text: str) -> re.Pattern[str]:
    return _WORD if _HAS_MARKS.search(text) else _WORD_WITHOUT_MARKS


# Vietnamese has few different words and repeats them; a text is mostly looked up here.
@lru_cache(maxsize=MOST_KNOWN)
def forms_of(word: str) -> Forms:
    """Both forms of one word as it is written.

    >>> forms_of("Thưởng"), forms_of("họat").text
    (Forms(text='thưởng', folded='thuong'), 'hoạt')
    """
    return Forms(_with_marks_in_place(normalise(word)), fold(word))


class _Normalised(dict[str, str]):
    """Fills itself: a whole text is looked up in it in a third of the time."""

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_KNOWN:
            self.clear()
        self[word] = text = forms_of(word).text
        return text


_normalised = _Normalised().__getitem__


def _with_marks_in_place(word: str) -> str:
    """As its syllable is written, whichever letter bore the tone or half of "ươ": trừơng, truờng."""
    syllable = None if word.isascii() else parse(word)
    return write(syllable) if syllable and is_possible(syllable) else word


def spans(text: str) -> list[Token]:
    """The words with their places in the text as given, so that marks keep its own accents.

    >>> spans("Khen thưởng")[1]
    Token(text='thưởng', folded='thuong', start=5, end=11)
    """
    return [Token(*forms_of(word.group()), *word.span()) for word in _word_of(text).finditer(text)]
