"""Tone marks where the house wants them: hòa by default, hoà where NEWS_TONE_PLACEMENT is "new"."""

import re
import unicodedata
from collections.abc import Callable, Sequence

from search.vietnamese.normalise import place_tones

from .findings import Facts, Finding, Found, Rule
from .known_names import named_stretches
from .passages import Passage
from .words import Word, begins_a_sentence, is_beside, words_of

OLD, NEW, ANY = "old", "new", "any"

_TONE = "[\u0300\u0301\u0303\u0309\u0323]"
_OLDER = re.compile(rf"([oO])({_TONE})([aAeE])\Z|(?<![qQ])([uU])({_TONE})([yY])\Z")
_TITLES = frozenset("ông bà anh chị em cô chú bác thầy cháu cụ chí".split())


def place_tones_newly(word: str) -> str:
    """The other way round than `place_tones`, of one word.

    >>> place_tones_newly("hòa"), place_tones_newly("úy"), place_tones_newly("quý")
    ('hoà', 'uý', 'quý')
    """
    decomposed = unicodedata.normalize("NFD", word)
    moved = _OLDER.sub(lambda found: "".join(_newly(found)), decomposed)
    return unicodedata.normalize("NFC", moved)


def _newly(found: re.Match[str]) -> list[str]:
    first, tone, second = [part for part in found.groups() if part]
    return [first, second, tone]


_PLACING: dict[str, Callable[[str], str]] = {OLD: place_tones, NEW: place_tones_newly}


def misplaced_tones(passages: Sequence[Passage], facts: Facts) -> Found:
    placed = _PLACING.get(facts.tone_placement)
    if placed is None:
        return
    for passage in passages:
        words = words_of(passage.text)
        names: list[tuple[int, int]] | None = None
        for number, word in enumerate(words):
            right = placed(word.written)
            if right == word.written or _is_in_a_name(passage.text, words, number):
                continue
            if names is None:
                names = list(named_stretches(passage.text, facts.names))
            if any(start <= word.start < end for start, end in names):
                continue
            why = f"Dấu thanh đặt khác lệ của trang: “{right}”."
            yield Finding(Rule.TONES, passage, word.start, word.end, why, right)


def _is_in_a_name(text: str, words: list[Word], number: int) -> bool:
    """Whether the word is one of several in capitals, or is what somebody is called.

    People and places write their names as they do: Ma Thị Hoà, xã Hoà Tiến.
    """
    word = words[number]
    if not word.written[:1].isupper() or word.written.isupper():
        return False
    before = words[number - 1] if number else None
    after = words[number + 1] if number + 1 < len(words) else None
    if before and is_beside(text, before, word):
        called = before.form in _TITLES
        if called or (before.written[:1].isupper() and not begins_a_sentence(text, before.start)):
            return True
        if before.written[:1].isupper() and before.form not in ("tỉnh", "đảng"):
            return True
    return bool(after and is_beside(text, word, after) and after.written[:1].isupper())
