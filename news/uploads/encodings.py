"""Words from inside a picture file, whatever encoding its program wrote or took them for.

IPTC has a mark for UTF-8 that most programs forget; EXIF has none, and Pillow reads it as
Latin-1; what went through a program that did the same arrives as "ChÃº thÃ­ch".
"""

import re

from search.vietnamese.normalise import clean
from search.vietnamese.syllables import is_possible, parse

PAGES = ("cp1252", "cp1258")  # Western and Vietnamese Windows
_CUT_OFF = 3  # bytes of a letter of UTF-8 that a field of fixed length may have lost half of
_REPAIRS = 2  # programs after one another
_WORD = re.compile(r"[^\W\d_]+[\u0300-\u036f]*(?:[^\W\d_]+[\u0300-\u036f]*)*")


def words_of(raw: bytes | str) -> str:
    """The words in NFC, on one line where they were on one; empty for what are no words.

    >>> words_of("Chú thích ảnh".encode()), words_of("ChÃº thÃ\xadch áº£nh")
    ('Chú thích ảnh', 'Chú thích ảnh')
    """
    text = _decoded(raw) if isinstance(raw, bytes) else raw
    text = clean(_repaired(text.split("\0")[0]))
    return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()


def _decoded(raw: bytes) -> str:
    raw = raw.rstrip(b"\0 ")
    text = _as_utf8(raw)
    if text is not None:
        return text
    # Two code pages agree on most letters: the one in which more words are Vietnamese.
    western, vietnamese = (raw.decode(page, errors="ignore") for page in PAGES)
    return max(western, clean(vietnamese), key=_vietnamese_words)


def _repaired(text: str) -> str:
    """UTF-8 that was taken for an older encoding is turned back; other text stays as it is."""
    for _ in range(_REPAIRS):
        if text.isascii():
            break
        again = _turned_back(text)
        if again is None:
            break
        text = again
    return text


def _turned_back(text: str) -> str | None:
    for page in ("cp1252", "mac_roman"):
        try:
            raw = b"".join(_byte_of(sign, page) for sign in text)
        except UnicodeEncodeError:
            continue
        turned = _as_utf8(raw)
        if turned is not None:
            return turned
    return None


def _as_utf8(raw: bytes) -> str | None:
    """Half a letter at the end is left out, where whole ones before it show that it is UTF-8."""
    for lost in range(_CUT_OFF + 1):
        try:
            text = raw[: len(raw) - lost].decode()
        except UnicodeDecodeError:
            continue
        return None if lost and text.isascii() else text
    return None


def _byte_of(sign: str, page: str) -> bytes:
    """Code page 1252 leaves five places empty, which programs read as control characters."""
    if page == "cp1252" and "\x80" <= sign <= "\x9f":
        return sign.encode("latin-1")
    return sign.encode(page)


def _vietnamese_words(text: str) -> int:
    """How many are, less those that are not."""
    found = [parse(word) for word in _WORD.findall(text)]
    return sum(1 if syllable and is_possible(syllable) else -1 for syllable in found)
