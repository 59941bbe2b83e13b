"""Where a text says that something took place."""

import re
from typing import NamedTuple

from search.vietnamese.normalise import place_tones

from .language import CAPITAL_WORD, UPPER

# The provinces until 2025; every later one bears one of these names. Only for knowing a name when
# "tỉnh" does not stand before it: which province it meant that day is for people.provinces to say.
_PROVINCES = """Hà Nội, Hà Giang, Cao Bằng, Bắc Kạn, Bắc Cạn, Tuyên Quang, Lào Cai, Điện Biên,
Lai Châu, Sơn La, Yên Bái, Hòa Bình, Thái Nguyên, Lạng Sơn, Quảng Ninh, Bắc Giang, Phú Thọ,
Vĩnh Phúc, Bắc Ninh, Hải Dương, Hải Phòng, Hưng Yên, Thái Bình, Hà Nam, Nam Định, Ninh Bình,
Thanh Hóa, Nghệ An, Hà Tĩnh, Quảng Bình, Quảng Trị, Thừa Thiên Huế, Thừa Thiên - Huế,
Thừa Thiên-Huế, Huế, Đà Nẵng, Quảng Nam, Quảng Ngãi, Bình Định, Phú Yên, Khánh Hòa, Ninh Thuận,
Bình Thuận, Kon Tum, Gia Lai, Đắk Lắk, Đăk Lăk, Đắc Lắc, Đắk Nông, Đăk Nông, Lâm Đồng, Bình Phước,
Tây Ninh, Bình Dương, Đồng Nai, Bà Rịa - Vũng Tàu, Bà Rịa – Vũng Tàu, Bà Rịa-Vũng Tàu,
Hồ Chí Minh, Long An, Tiền Giang, Bến Tre, Trà Vinh, Vĩnh Long, Đồng Tháp, An Giang, Kiên Giang,
Cần Thơ, Hậu Giang, Sóc Trăng, Bạc Liêu, Cà Mau"""
_CITIES = "Hà Nội|Hải Phòng|Đà Nẵng|Cần Thơ|Hồ Chí Minh|Huế"
_KNOWN = "|".join(
    re.escape(name) for name in sorted(" ".join(_PROVINCES.split()).split(", "), key=len)[::-1]
)
_NO_LETTER_NEXT = r"(?![^\W_])"
_AFTER_TITLE = re.compile(rf"[Tt]ỉnh ({_KNOWN}){_NO_LETTER_NEXT}")
_CITY = re.compile(rf"(?:[Tt]hành phố|[Tt]hủ đô|TP\.?|Tp\.?) ?({_CITIES}|HCM){_NO_LETTER_NEXT}")
_UNKNOWN_PROVINCE = re.compile(rf"[Tt]ỉnh ({CAPITAL_WORD}(?: {CAPITAL_WORD}){{1,2}})")
_BARE = re.compile(rf"({_KNOWN}){_NO_LETTER_NEXT}")

_SEGMENT = re.compile(r"[^,;.(\n]{2,120}")
# "tại Hội nghị", "tại các đơn vị" name no place.
_NO_PLACE = re.compile(
    r"(?:[Hh]ội nghị|[Hh]ội thảo|[Hh]ội thi|[Bb]uổi|[Cc]uộc|[Pp]hiên|[Kk]ỳ họp|[Ll]ễ|"
    r"[Cc]hương trình|[Đđ]ại hội|[Đđ]ây|[Đđ]ó|[Cc]ác|[Nn]hiều|[Mm]ột|[Hh]ai|[Kk]hoản|Điều|"
    r"[Qq]uyết định|[Cc]ông văn|[Kk]ế hoạch|[Nn]ghị|[Tt]hông báo|[Vv]ăn bản|[Tt]hời điểm)\b"
)
_LOCALITY = re.compile(
    rf"(?:tỉnh|thành phố|TP\.?|Tp\.?|thủ đô|huyện|thị xã|quận|phường|xã|thị trấn|thôn|tổ|khu|"
    rf"đường|phố|số|tầng) ?[{UPPER}0-9]"
)
# Where the place ends although no comma stands there: "tại Hà Nội đã diễn ra".
_VERB = re.compile(
    r" (?:đã|sẽ|vừa|diễn ra|tổ chức|khai mạc|long trọng|do|với|nhằm|để|phối hợp|ban hành|có)\b"
)


class Place(NamedTuple):
    text: str
    province_name: str


NOWHERE = Place("", "")


def read_place(text: str, start: int) -> Place:
    """The place named from `start` on, the word after "tại"; NOWHERE when it is none."""
    first = _SEGMENT.match(text, start)
    if first is None or _NO_PLACE.match(text, start):
        return NOWHERE
    end = _end_of_first(text, start, first.end())
    if end is None:
        return NOWHERE
    while (following := _locality_after(text, end)) is not None:
        end = following
    words = text[start:end].strip()
    return Place(words, province_in(words))


def province_in(words: str) -> str:
    """The last province the words name, as printed there; "" when they name none."""
    spelt = place_tones(words)  # the same length, so positions fit both
    for pattern in (_AFTER_TITLE, _CITY):
        if found := list(pattern.finditer(spelt)):
            return words[slice(*found[-1].span(1))]
    if unknown := _UNKNOWN_PROVINCE.search(words):
        return unknown[1]
    for segment in reversed(words.split(", ")):  # "số 1 đường Điện Biên Phủ" is in no Điện Biên
        if is_province(segment):
            return segment
    return ""


def is_province(words: str) -> bool:
    return _BARE.fullmatch(place_tones(words)) is not None


def _end_of_first(text: str, start: int, end: int) -> int | None:
    """The end of the first stretch: a province's name closes it, else a comma or a verb."""
    spelt = place_tones(text[start : start + 60])  # past the dot of "TP. Hồ Chí Minh"
    for pattern in (_AFTER_TITLE, _CITY, _BARE):
        if named := pattern.match(spelt):
            return start + named.end()
    if verb := _VERB.search(text, start, end):
        end = verb.start()
    # A place begins with a name or a kind of place; a long run of words is something else.
    return end if end - start <= 100 else None


def _locality_after(text: str, end: int) -> int | None:
    """The end of ", tỉnh X" when it follows."""
    if not text.startswith(", ", end):
        return None
    start = end + 2
    spelt = place_tones(text[start : start + 40])
    for pattern in (_AFTER_TITLE, _CITY, _BARE):
        if named := pattern.match(spelt):
            return start + named.end()
    segment = _SEGMENT.match(text, start)
    if segment is None or not _LOCALITY.match(text, start):
        return None
    verb = _VERB.search(text, start, segment.end())
    stop = verb.start() if verb else segment.end()
    return stop if stop - start <= 60 else None
