"""Abbreviations a text explains itself: "Hội đồng quản trị (HĐQT)".

So a site learns the abbreviations of its own texts, which no table made beforehand holds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .analysis import Token, spans
from .normalise import clean

_IN_BRACKETS = re.compile(
    r"\((?:gọi tắt là |viết tắt là |sau đây viết tắt là )?(?P<short>[^()\s]{2,14})\)"
)
_PARTS = re.compile(r"[^\W\d_]+")
_LINKING = {"và", "của", "các", "về", "cho", "tại", "với", "trong", "ở"}
_LONGEST = 14  # words


@dataclass(frozen=True, slots=True)
class Acronym:
    """`short` as written, `words` normalised."""

    short: str
    words: tuple[str, ...]


def acronyms_in(text: str) -> set[Acronym]:
    """The abbreviations that stand in brackets behind the words they begin.

    Every letter begins one of the words, in their order, and words that link others may be passed
    over; other accents are other letters. What does not agree so is no abbreviation of the words.

    >>> acronyms_in("Theo Ủy ban nhân dân (UBND) tỉnh")
    {Acronym(short='UBND', words=('ủy', 'ban', 'nhân', 'dân'))}
    """
    if "(" not in text:
        return set()
    return set(_acronyms(clean(text)))


def _acronyms(text: str) -> Iterator[Acronym]:
    for match in _IN_BRACKETS.finditer(text):
        short = match["short"]
        letters = "".join(_PARTS.findall(short))
        if len(letters) < 2 or sum(letter.isupper() for letter in letters) < len(letters) - 1:
            continue
        start = max(match.start() - 12 * _LONGEST, 0)
        before = re.split(r"[.;:!?()\n]", text[start : match.start()])[-1]
        words = _spelt(spans(before)[-_LONGEST:], letters.lower())
        if words:
            yield Acronym(short, words)


def _spelt(tokens: Sequence[Token], letters: str) -> tuple[str, ...]:
    """The last words, as many as the letters begin; none when they disagree."""
    wanted = len(letters)
    place = len(tokens)
    while wanted and place:
        place -= 1
        word = tokens[place].text
        if _base(word[0]) == letters[wanted - 1]:
            wanted -= 1
        elif word not in _LINKING:
            return ()
    words = tuple(token.text for token in tokens[place:])
    return words if not wanted and len(words) > 1 else ()


def _base(letter: str) -> str:
    """The letter without its tone: Ủ is U, but Ư is Ư and Đ is Đ."""
    return _BASES.get(letter, letter)


_BASES = {
    toned: base
    for base, all_tones in {
        "a": "àáảãạ", "ă": "ằắẳẵặ", "â": "ầấẩẫậ", "e": "èéẻẽẹ", "ê": "ềếểễệ", "i": "ìíỉĩị",
        "o": "òóỏõọ", "ô": "ồốổỗộ", "ơ": "ờớởỡợ", "u": "ùúủũụ", "ư": "ừứửữự", "y": "ỳýỷỹỵ",
    }.items()
    for toned in all_tones
}  # fmt: skip
