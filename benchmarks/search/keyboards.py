"""What comes out of the keys when the Vietnamese keyboard is off, or a finger slips."""

import random
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from search.vietnamese.normalise import strip_accents

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300\u0301\u0309\u0303\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302\u0306\u031b"
_TONES = (_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT)


@dataclass(frozen=True, slots=True)
class Method:
    """Which key makes which mark; None: the letter itself, once more."""

    keys: Mapping[str, str | None]
    stroke: str


TELEX = Method(
    {
        _GRAVE: "f", _ACUTE: "s", _HOOK: "r", _TILDE: "x", _DOT: "j",
        _CIRCUMFLEX: None, _BREVE: "w", _HORN: "w",
    },
    stroke="d",
)  # fmt: skip
VNI = Method(
    {
        _GRAVE: "2", _ACUTE: "1", _HOOK: "3", _TILDE: "4", _DOT: "5",
        _CIRCUMFLEX: "6", _BREVE: "8", _HORN: "7",
    },
    stroke="9",
)  # fmt: skip

# Where the keys stand, as people do it.
BEHIND_LETTERS = "behind the letter"  # thuwowrng
TONE_LAST = "tone last"  # thuwowngr
ONE_HORN = "one horn for both"  # thuowngr
ALL_LAST = "all last"  # thuongwr


def typed(word: str, method: Method, habit: str) -> str:
    """The keys of a word; one without accents is typed as it is written."""
    out, held_back = "", ""
    tone_key = ""
    for letter, marks in _letters(word):
        out += letter
        for mark in marks:
            key = method.stroke if mark == "đ" else method.keys[mark] or letter
            if mark in _TONES:
                tone_key = key
                if habit == BEHIND_LETTERS:
                    out += key
            elif habit == ALL_LAST:
                held_back += "" if key in held_back else key
            elif (
                mark == _HORN
                and habit != BEHIND_LETTERS
                and letter == "u"
                and "ươ" in _toneless(word)
            ):
                pass  # the one on the o is for both
            else:
                out += key
    return out + held_back + ("" if habit == BEHIND_LETTERS else tone_key)


def _letters(word: str) -> list[tuple[str, str]]:
    """Each letter with its marks, a hat or horn before the tone."""
    found: list[tuple[str, str]] = []
    for sign in unicodedata.normalize("NFD", word.lower()):
        if unicodedata.combining(sign) and found:
            letter, marks = found[-1]
            found[-1] = (letter, "".join(sorted(marks + sign, key=_TONES.__contains__)))
        else:
            found.append(("d", "đ") if sign == "đ" else (sign, ""))
    return found


def _toneless(word: str) -> str:
    signs = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", "".join(sign for sign in signs if sign not in _TONES))


_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    key: {*row[max(place - 1, 0) : place], *row[place + 1 : place + 2]}
    for row in _ROWS
    for place, key in enumerate(row)
}


def slipped(word: str, chance: random.Random) -> str:
    """The word with one slip of a finger: a key missed, doubled, swapped, or its neighbour hit."""
    place = chance.randrange(1 if len(word) > 3 else 0, len(word))
    slip = chance.choice(("missed", "doubled", "swapped", "beside", "beside"))
    before, key, after = word[:place], word[place], word[place + 1 :]
    if slip == "missed":
        return before + after
    if slip == "doubled":
        return before + key + strip_accents(key) + after
    if slip == "swapped" and before:
        return before[:-1] + key + before[-1] + after
    neighbours = sorted(_BESIDE.get(strip_accents(key).lower(), ()))
    return before + (chance.choice(neighbours) if neighbours else "") + after


_OLD_TO_NEW = dict(
    zip(
        "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(),
        "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),
        strict=True,
    )
)


def other_tone_placement(word: str) -> str:
    """The word of one school as the other writes it: hòa for hoà, hoà for hòa; others unchanged."""
    lower = unicodedata.normalize("NFC", word.lower())
    if lower.startswith("qu"):
        return lower
    for old, new in _OLD_TO_NEW.items():
        if lower.endswith(old):
            return lower.removesuffix(old) + new
        if lower.endswith(new):
            return lower.removesuffix(new) + old
    return lower
