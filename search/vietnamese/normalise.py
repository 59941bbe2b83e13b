"""One spelling for texts that look the same: Unicode form, spaces, tone placement, accents.

Pure functions, no Django. The index, the queries, the slugs, the importer and the look-up of
names all go through here, so what one of them can find the others can find too.
"""

import re
import unicodedata

# Spaces that web pages and Word put between words (no-break, narrow, figure, ideographic …).
_ODD_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Invisible characters that split a word without being seen: zero-width, byte order mark,
# soft hyphen, and the bidirectional controls.
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BLANKS = re.compile(r"[ \t]+")

# The five tone marks, as combining characters.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# In oa, oe, uy the older school puts the mark on the first vowel (hòa), the newer on the
# second (hoà). With a consonant behind (hoàn) both agree, so only open syllables are moved.
_NEW_PLACEMENT = re.compile(rf"([oO])([aAeE])([{_TONES}])(?![\w\u0300-\u036f])")
_NEW_PLACEMENT_UY = re.compile(rf"(?<![qQ])([uU])([yY])([{_TONES}])(?![\w\u0300-\u036f])")


def clean(text: str) -> str:
    """The text in NFC, its odd spaces plain, its invisible characters gone; lines are kept.

    >>> clean("quyết định\\u00a0tặng")
    'quyết định tặng'
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = _INVISIBLE.sub("", _ODD_SPACES.sub(" ", text))
    return _CONTROLS.sub("", text)


def place_tones(text: str) -> str:
    """The text with the tone mark where the older, commoner school puts it: hoà → hòa, uý → úy.

    >>> place_tones("toả sáng, uỷ ban, Hoà Bình, quý, hoàn")
    'tỏa sáng, ủy ban, Hòa Bình, quý, hoàn'
    """
    decomposed = unicodedata.normalize("NFD", text)
    decomposed = _NEW_PLACEMENT.sub(r"\1\3\2", decomposed)
    decomposed = _NEW_PLACEMENT_UY.sub(r"\1\3\2", decomposed)
    return unicodedata.normalize("NFC", decomposed)


def normalise(text: str) -> str:
    """The form in which two spellings of the same words are equal, accents kept.

    Lower case, one blank between words, tones placed the older way.

    >>> normalise("  Cơ sở\\u00a0DỮ LIỆU  hoà ")
    'cơ sở dữ liệu hòa'
    """
    return _BLANKS.sub(" ", place_tones(clean(text)).lower()).strip()


def strip_accents(text: str) -> str:
    """The letters without any mark, đ as d; case, blanks and punctuation stay.

    >>> strip_accents("Đại hội Đảng bộ tỉnh Bắc Kạn")
    'Dai hoi Dang bo tinh Bac Kan'
    """
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def fold(text: str) -> str:
    """The form in which texts typed with and without accents are equal.

    >>> fold("Thi đua – Khen thưởng")
    'thi dua – khen thuong'
    """
    # A mark without a letter leaves nothing, so the blanks beside it meet.
    return _BLANKS.sub(" ", strip_accents(normalise(text))).strip()


def fold_letters(text: str) -> str:
    """The text in lower case, Vietnamese letters without marks, every character in its place.

    For patterns that must not care about accents and still say where in the text they matched.
    Takes text as `clean` gives it; a letter that is no single character stays as it is.

    >>> fold_letters("Ngày 29 tháng Hai")
    'ngay 29 thang hai'
    """
    return text.translate(_LETTERS)


_MARKS = ("", "\u0302", "\u0306", "\u031b")
_VIETNAMESE = [
    unicodedata.normalize("NFC", letter + mark + tone)
    for letter in "AEIOUYaeiouy"
    for mark in _MARKS
    for tone in ("", *_TONES)
]
_LETTERS = {
    ord(letter): strip_accents(letter).lower()
    for letter in ["\u0110", "\u0111", *map(chr, range(65, 91)), *_VIETNAMESE]
    if len(letter) == 1
}
