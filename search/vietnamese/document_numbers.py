"""Numbers of documents, however they are typed: 123/QĐ-BNV, "số 98 / 2023 / nd-cp", 06/2022/QH15.

Decree 30/2020/NĐ-CP (annex I) makes them of a number and a sign, the kind of document and who issued
it; normative acts have their year between, the party a hyphen behind the number (35-CT/TW).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from .abbreviations import DOCUMENT_TYPES, OFFICIAL
from .normalise import clean, fold, fold_letters
from .syllables import is_syllable

# Kinds that people say in words, with what their sign begins with.
_SAID = {
    "nghi dinh": "NĐ",
    "nghi quyet": "NQ",
    "quyet dinh": "QĐ",
    "thong tu": "TT",
    "thong tu lien tich": "TTLT",
    "chi thi": "CT",
    "ke hoach": "KH",
    "cong van": "",
    "luat": "",
    "bo luat": "",
    "phap lenh": "",
    "qd": "QĐ",
    "nd": "NĐ",
    "nq": "NQ",
    "tt": "TT",
}
# These are so often known by number that "số" may be missing.
_KNOWN_BY_NUMBER = {
    "nghi dinh",
    "nghi quyet",
    "quyet dinh",
    "thong tu",
    "chi thi",
    "qd",
    "nd",
    "nq",
}

_SLASH = r"\s?/\s?"
_HYPHEN = r"\s?[-\u2010-\u2015\u2212]\s?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PIECE = r"[^\W\d_]+\d*"
_JOINT = rf"(?:{_HYPHEN}|{_SLASH}|\s?&\s?|\s)"
_WRITTEN = re.compile(
    rf"(?<![\w/.,-])(?P<number>\d{{1,6}})(?:(?:{_SLASH}|(?P<apart>\s)(?=\d{{4}}(?:[\s/]|[^\W\d_]))){_YEAR})?"
    rf"(?:{_SLASH}|(?P<hyphen>{_HYPHEN})|(?P<blank>\s?))(?P<sign>{_PIECE}(?:{_JOINT}{_PIECE}){{0,5}})(?!\w)"
)
_IN_WORDS = re.compile(
    rf"\b(?P<kind>{'|'.join(sorted(_SAID, key=len, reverse=True))})\s+(?P<so>so\s+)?"
    rf"(?P<number>\d{{1,6}})(?:(?:{_SLASH}|\s+(?:nam\s+)?){_YEAR})?(?![\w/]|[.,-]\d)"
)
# Behind these a figure counts something else, and the year behind it is of another thing.
_COUNTING = re.compile(r"(?:\d|\b(?:ngay|mung|mong|thang|quy|nam|hoc|dieu|khoan|muc|chuong))\s$")
_LONGEST_COUNTING = 12  # characters, with what stands before it and a blank
_PIECES = re.compile(rf"(?P<joint>{_JOINT}|^)(?P<piece>{_PIECE})")
_KINDS = (*DOCUMENT_TYPES, "KL")
_OF_THE_PARTY = ("/TW", "/TƯ")
_ASSEMBLY = re.compile(r"(?:ubtv)?qh\d+")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """`text` is the official spelling; `start` and `end` are its place in the cleaned text."""

    number: int
    year: int | None
    sign: str
    text: str
    start: int
    end: int
    is_whole: bool = True
    """Whether its sign was written too, and not its kind said in words."""


def document_numbers(text: str) -> list[DocumentNumber]:
    """The numbers of documents in a text or a query, in reading order.

    Accents, capitals, blanks and kinds of hyphen may differ from the official spelling. Of a number
    said in words ("nghị định 98/2023", "quyết định số 123") the sign is only begun, so that its
    words begin those of the whole number. What has no sign is none: a date, a fraction, a price.

    >>> [each.text for each in document_numbers("số 123/qd-bnv và luật số 6/2022/QH15")]
    ['123/QĐ-BNV', '06/2022/QH15']
    """
    text = clean(text)
    written = list(_written(text))
    said = (each for each in _said(text) if not any(_overlap(each, other) for other in written))
    return sorted([*written, *said], key=lambda each: each.start)


def _written(text: str) -> Iterator[DocumentNumber]:
    for match in _WRITTEN.finditer(text):
        sign, length = _sign_at_the_start(match["sign"])
        if not sign or (match["hyphen"] and not _is_party_sign(sign)):
            continue
        if match["apart"] and _is_counted(text, match.start()):
            continue
        is_joined = match["blank"] is None
        if (is_joined and not match["apart"]) or _is_whole_sign(sign):
            has_hyphen = match["hyphen"] or (not is_joined and sign.endswith(_OF_THE_PARTY))
            end = match.start("sign") + length
            yield _document_number(match, "-" if has_hyphen else "/", sign, end)


def _is_counted(text: str, place: int) -> bool:
    before = text[max(place - _LONGEST_COUNTING, 0) : place]
    return bool(_COUNTING.search(fold_letters(before)))


def _said(text: str) -> Iterator[DocumentNumber]:
    for match in _IN_WORDS.finditer(fold_letters(text)):
        if match["so"] or match["year"] or match["kind"] in _KNOWN_BY_NUMBER:
            yield replace(
                _document_number(match, "/", _SAID[match["kind"]], match.end()), is_whole=False
            )


def _document_number(match: re.Match[str], join: str, sign: str, end: int) -> DocumentNumber:
    number, year = int(match["number"]), int(match["year"]) if match["year"] else None
    head = f"{number:02}/{year}" if year else f"{number:02}"
    text = f"{head}{join}{sign}" if sign else head
    return DocumentNumber(number, year, sign, text, match.start("number"), end)


def _overlap(one: DocumentNumber, other: DocumentNumber) -> bool:
    return one.start < other.end and other.start < one.end


def _sign_at_the_start(text: str) -> tuple[str, int]:
    """The official spelling of the sign a text begins with, and how much of the text it takes."""
    sign, length = "", 0
    for match in _PIECES.finditer(text):
        piece, joint = match["piece"], match["joint"].strip()
        if not _goes_on(sign, joint, piece):
            break
        if sign:
            sign += joint if joint in ("/", "&") else "-"
        sign += _official(piece)
        length = match.end()
    return sign, length


def _goes_on(sign: str, joint: str, piece: str) -> bool:
    """Whether the piece is part of the sign; behind a mere blank only who issued it can be."""
    if sign and not joint:
        return sign in DOCUMENT_TYPES and _is_known(piece)
    return _is_known(piece) or _is_acronym(piece) or bool(sign and not is_syllable(piece))


def _is_known(piece: str) -> bool:
    plain = fold(piece)
    return plain in _KNOWN or plain in _WITHOUT_HYPHEN or bool(_ASSEMBLY.fullmatch(piece.lower()))


def _is_acronym(piece: str) -> bool:
    """Mostly capitals: XPVPHC, GDTrH."""
    capitals = sum(letter.isupper() for letter in piece)
    return capitals > 1 and capitals * 2 > sum(letter.isalpha() for letter in piece)


def _is_party_sign(sign: str) -> bool:
    """A hyphen also stands before ordinary words, so the kind must be known, as in 35-CT/TW."""
    return re.split("[-/&]", sign)[0] in _KINDS


def _is_whole_sign(sign: str) -> bool:
    """Behind a mere blank, or none, "3 CT" may be anything, "1846 qd-ubnd" hardly."""
    kind, *issuers = re.split("[-/&]", sign)
    return kind in _KINDS and bool(issuers) and all(map(_is_known, issuers))


def _official(piece: str) -> str:
    """Its own accents and capitals when only one official sign has these letters."""
    if whole := _WITHOUT_HYPHEN.get(fold(piece)):
        return whole
    signs = _KNOWN.get(fold(piece), {})
    if piece.lower() in signs:
        return signs[piece.lower()]
    if len(signs) == 1:
        return next(iter(signs.values()))
    return piece if _is_acronym(piece) else piece.upper()


def _known_signs() -> dict[str, dict[str, str]]:
    """By folded letters, then by letters with accents: hd is HD or HĐ, nd only NĐ."""
    known: dict[str, dict[str, str]] = {}
    for sign in (*_KINDS, *OFFICIAL, "QĐNS"):
        if sign.isalpha():
            known.setdefault(fold(sign), {})[sign.lower()] = sign
    return known


def _signs_without_hyphen() -> dict[str, str]:
    """Whole signs by their letters in a row, as they are typed in a hurry: ndcp is NĐ-CP."""
    whole: dict[str, str] = {}
    for kind, issuer in product(_KINDS, filter(str.isalpha, OFFICIAL)):
        whole.setdefault(fold(kind + issuer), f"{kind}-{issuer}")
    return {
        letters: sign
        for letters, sign in whole.items()
        if letters not in _KNOWN and not is_syllable(letters)
    }


_KNOWN = _known_signs()
_WITHOUT_HYPHEN = _signs_without_hyphen()
