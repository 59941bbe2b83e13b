"""Words typed while the Vietnamese keyboard was off: the keys themselves, decoded.

Telex types marks as letters (thuwowrng), VNI as digits (thu7o73ng); both let a key stand right
behind its letter, at the end of the syllable or anywhere between. So the keys are collected in
whatever order they come, and the syllable decides where the marks go.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from .normalise import normalise
from .syllables import (
    BREVE,
    CIRCUMFLEX,
    HORN,
    LETTERS,
    STROKE,
    VOWELS,
    Syllable,
    beginnings,
    could_be_typed,
    is_possible,
    parse,
    take_apart,
    write,
)
from .tones import LEVEL

PLAIN, TELEX, VNI, MIXED = "plain", "telex", "vni", "mixed"

_TELEX_TONES = {"s": "sac", "f": "huyen", "r": "hoi", "x": "nga", "j": "nang", "z": LEVEL}
_VNI_TONES = {"1": "sac", "2": "huyen", "3": "hoi", "4": "nga", "5": "nang", "0": LEVEL}
_VNI_MARKS = {"6": (CIRCUMFLEX, "aeo"), "7": (HORN, "ou"), "8": (BREVE, "a"), "9": (STROKE, "d")}

# The longest syllable has 7 letters and needs 3 keys; longer words are no syllables.
_LONGEST = 14

_A_VOWEL = "[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]"
_KEYS = re.compile(rf"{_A_VOWEL}.*[sfrxjz]|w|a.*a|e.*e|o.*o|[dđ].*d|[a-zđ].*[0-9]", re.I | re.S)
# Pressed once more, a key takes its mark back and stands for itself.
_TAKEN_BACK = re.compile(rf"([aeod])\1(?=\1)|(?<={_A_VOWEL})([sfrxjw0-9])(?=\2)")

# Costs, so that the likelier reading comes first.
_CLEAN, _LACKING, _AS_TYPED, _CANCELLED, _SLOPPY = range(5)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a typed word may mean: `text` is normalised, a lower `cost` is likelier."""

    text: str
    method: str
    cost: int


@dataclass(frozen=True, slots=True)
class _Typed:
    """The syllable so far, the key that was pressed last, and how odd the typing was."""

    letters: str = ""
    marks: frozenset[str] = frozenset()
    tone: str = LEVEL
    last_key: str = ""
    cost: int = _CLEAN

    @property
    def syllable(self) -> Syllable:
        return Syllable(self.letters, self.marks, self.tone)


_Press = Callable[[_Typed, str], Iterator[_Typed]]


def could_be_keys(word: str) -> bool:
    """Whether decoding the word is worth the while; False at once for almost every written word.

    >>> [could_be_keys(word) for word in ("thưởng", "thuwowrng", "thu7o73ng", "sở", "2024")]
    [False, True, True, False, False]
    """
    return len(word) <= _LONGEST and bool(_KEYS.search(word))


def decode(word: str) -> list[Reading]:
    """What the word may mean, likeliest first; as it was typed is always among the readings.

    First possible syllables typed in full, then syllables that lack a mark or a tone (dduoc: đuoc),
    then the word as it stands, then a key pressed twice to take its mark back (ass: as), then what
    is left when one key is passed over. English looks like Telex ("was" is "ứa"): the caller
    knows which of the readings the site's texts hold. A reading that lacks marks stands in no text;
    its fold does.

    >>> [reading.text for reading in decode("thuongwr")]
    ['thưởng', 'thuongwr']
    >>> [reading.text for reading in decode("boss")]
    ['boss', 'bos', 'bó']
    """
    return _best_first(word, _finished)


def decode_beginning(word: str) -> list[Reading]:
    """The same for the word a visitor is still typing: each text begins possible syllables.

    >>> [reading.text for reading in decode_beginning("thuwow")]
    ['thuơ', 'thươ', 'thuwow']
    """
    return _best_first(word, _begun)


def _best_first(word: str, readings: Callable[[str], Iterator[Reading]]) -> list[Reading]:
    plain = normalise(word)
    if not could_be_keys(plain):
        return [Reading(plain, PLAIN, _CLEAN)]
    found = [Reading(plain, PLAIN, _CLEAN if _is_written(plain) else _AS_TYPED), *readings(plain)]
    best: dict[str, Reading] = {}
    for reading in sorted(found, key=lambda reading: reading.cost):
        best.setdefault(reading.text, reading)
    return list(best.values())


def _is_written(word: str) -> bool:
    """Whether the word is a syllable with marks of its own, so that its letters are no keys."""
    syllable = parse(word)
    bears = syllable is not None and (syllable.marks or syllable.tone != LEVEL)
    return bool(syllable and bears and is_possible(syllable))


def letters_of_keys(word: str) -> list[str]:
    """The letters of a word typed in keys, without accents, where they are no syllable.

    So that a slip among them can be looked for; of cahcs, which was to be cách, cahc.

    >>> letters_of_keys("cahcs"), letters_of_keys("cachs")
    (['cahc'], [])
    """
    plain = normalise(word)
    typed = [each for _, press in _methods_for(plain) for each in _type(plain, press)]
    if any(could_be_typed(each.syllable) for each in typed):
        return []
    return [each for each in dict.fromkeys(each.letters for each in typed) if each != plain]


def _finished(word: str) -> Iterator[Reading]:
    for method, press in _methods_for(word):
        typed = _type(word, press)
        least = _LACKING if method == MIXED else _CLEAN
        for each in typed:
            if is_possible(each.syllable):
                yield Reading(write(each.syllable), method, max(each.cost, least))
            elif could_be_typed(each.syllable):
                yield Reading(write(each.syllable), method, max(each.cost, _LACKING))
        yield from _passing_one_key_over(typed, method)
    cancelled = _TAKEN_BACK.sub(r"\1", word)
    if cancelled != word:
        yield Reading(cancelled, PLAIN, _CANCELLED)


def _passing_one_key_over(typed: list[_Typed], method: str) -> Iterator[Reading]:
    """A mark that fits nothing was a key too many: dduaa is đua."""
    for each in typed:
        for mark in each.marks:
            less = Syllable(each.letters, each.marks - {mark}, each.tone)
            if is_possible(less) and not could_be_typed(each.syllable):
                yield Reading(write(less), method, _SLOPPY)


def _begun(word: str) -> Iterator[Reading]:
    for method, press in _methods_for(word):
        for each in _type(word, press):
            for start in beginnings(each.syllable):
                yield Reading(start, method, each.cost)


def _type(word: str, press: _Press) -> list[_Typed]:
    """All that pressing the keys of the word one by one may give, keys before letters."""
    keys, marks, tones = take_apart(word)
    if len(keys) > _LONGEST:
        return []
    states = [_Typed(marks=frozenset(chain(*marks)), tone=tones[-1] if tones else LEVEL)]
    for key in keys:
        states = list(dict.fromkeys(after for state in states for after in press(state, key)))
    return sorted(states, key=lambda state: state.cost)


def _press_telex(typed: _Typed, key: str) -> Iterator[_Typed]:
    """s f r x j are tones, z takes the tone off; w is the horn or the breve, or else "ư"."""
    if key in _TELEX_TONES and VOWELS.intersection(typed.letters):
        yield _with_tone(typed, key, _TELEX_TONES[key])
    elif key == "w":
        yield from _press_w(typed)
    elif key in "aeo" and key in typed.letters:
        if typed.last_key == key:
            yield _with_letter(replace(typed, marks=typed.marks - {CIRCUMFLEX}), key)
        else:
            yield _with_mark(typed, key, CIRCUMFLEX)
            yield _with_letter(typed, key)  # xoong, ngoèo
    elif key == "d" and typed.letters.startswith("d"):
        yield _with_mark(typed, key, STROKE)
    elif key in LETTERS:
        yield _with_letter(typed, key)


def _press_w(typed: _Typed) -> Iterator[_Typed]:
    if not set("aou").intersection(typed.letters):
        yield _with_mark(_with_letter(typed, "u"), "w", HORN)
    if set("ou").intersection(typed.letters):
        yield _with_mark(typed, "w", HORN)
    if "a" in typed.letters:
        yield _with_mark(typed, "w", BREVE)


def _press_vni(typed: _Typed, key: str) -> Iterator[_Typed]:
    """1 to 5 are tones, 0 takes the tone off; 6 is the hat, 7 the horn, 8 the breve, 9 is đ."""
    if key in _VNI_TONES:
        if VOWELS.intersection(typed.letters):
            yield _with_tone(typed, key, _VNI_TONES[key])
    elif key in _VNI_MARKS:
        mark, bearers = _VNI_MARKS[key]
        if set(bearers).intersection(typed.letters):
            yield _with_mark(typed, key, mark)
    elif key in LETTERS:
        yield _with_letter(typed, key)


def _with_letter(typed: _Typed, letter: str) -> _Typed:
    return replace(typed, letters=typed.letters + letter, last_key="")


def _with_mark(typed: _Typed, key: str, mark: str) -> _Typed:
    return replace(_pressed(typed, key), marks=typed.marks | {mark})


def _with_tone(typed: _Typed, key: str, tone: str) -> _Typed:
    return replace(_pressed(typed, key), tone=tone)


def _pressed(typed: _Typed, key: str) -> _Typed:
    """Twice in a row, the key may have meant the letter instead."""
    return replace(typed, last_key=key, cost=_SLOPPY if typed.last_key == key else typed.cost)


def _press_either(typed: _Typed, key: str) -> Iterator[_Typed]:
    """Some keyboards take both ways at once, and some hands use both: thuwo73ng."""
    yield from (_press_vni if key.isdigit() else _press_telex)(typed, key)


_METHODS: dict[str, _Press] = {TELEX: _press_telex, VNI: _press_vni, MIXED: _press_either}


def _methods_for(word: str) -> Iterator[tuple[str, _Press]]:
    """Without a digit both ways at once are Telex."""
    has_digit = any(key.isdigit() for key in word)
    return ((name, press) for name, press in _METHODS.items() if has_digit or name != MIXED)
