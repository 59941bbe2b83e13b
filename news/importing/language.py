"""What the readers of facts know of written Vietnamese: letters, names, sentences.

Every pattern runs over text that `plain_lines` has made plain, so it meets one kind of space and
composed letters only.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from search.vietnamese.normalise import clean

_LATIN = [chr(code) for code in range(0x41, 0x1F00)]
_LATIN = [c for c in _LATIN if c.isalpha() and unicodedata.name(c, "").startswith("LATIN ")]
UPPER = "".join(c for c in _LATIN if c.isupper())
LOWER = "".join(c for c in _LATIN if c.islower())

CAPITAL_WORD = rf"[{UPPER}][{UPPER}{LOWER}'’]*"
# Two to six words: Lý Văn An, Nguyễn Thị Kim Ngân, H'Ngăm Niê K'Đăm.
NAME = rf"{CAPITAL_WORD}(?: {CAPITAL_WORD}){{1,5}}"

RANK = (
    r"(?:Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|"
    r"Đại úy|Thượng úy|Trung úy|Thiếu úy)"
)
DEGREE = r"(?:GS\.?,? ?TSKH|PGS\.?,? ?TS|GS\.?,? ?TS|GS|PGS|TSKH|TS|ThS|BS|KS|LS|NGƯT|NGND)\.?"
HONORIFIC = rf"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|Đ/[Cc]|đ/c)(?: {RANK}| {DEGREE})?|{RANK}|{DEGREE}"

_SURNAMES = frozenset(
    re.findall(
        r"\w+",
        """
        An Âu Bạch Bàn Bành Bế Bùi Ca Cà Cao Cầm Châu Chu Chử Cù Cung Dương Danh Diệp
        Doãn Đàm Đào Đặng Đầu Đậu Đèo Điêu Điểu Đinh Đoàn Đỗ Đồng Đổng Đới Giang Giàng
        Giáp Hà Hạ Hán Hầu Hoa Hoàng Hồ Hồng Hứa Huỳnh Kha Khổng Khúc Khương Khuất Kiều
        Kim Kháng La Lã Lại Lâm Lành Lê Lò Lộc Lù Lục Lương Lường Lưu Lý Lỷ Ma Mã Mạc
        Mai Mạnh Mùa Nghiêm Ngô Nguyễn Nhâm Ninh Nông Ngân Phạm Phan Phí Phó Phùng Quách
        Quản Quàng Sầm Sùng Tạ Tăng Thạch Thái Thân Thào Thẩm Thiều Tiêu Tô Tôn Tống
        Trang Tráng Trần Triệu Trịnh Trương Từ Tưởng Ung Uông Vàng Văn Vi Viên Võ Vũ Vừ
        Vương Xồng Yên
        """,
    )
)
_NAME_ALONE = re.compile(rf"{NAME}\Z")
_ABBREVIATION = re.compile(
    r"(?:^|[ (.])(?:TP|Tp|TX|Tx|TT|Tr|GS|PGS|TS|ThS|BS|KS|LS|CN|Q|P|H|T|X|v\.v|St|No|Mr|Mrs|Dr|[A-ZĐ])\.\Z"
)
_SENTENCE_END = re.compile(rf"[.!?…]+[”\"’)\]]* +(?=[“\"‘(\[]?[{UPPER}0-9])")


class Passage(NamedTuple):
    """A piece of running text and the line it stands on."""

    line: int
    text: str


def plain_lines(text: str) -> list[str]:
    """The lines of a text with plain single spaces; an empty string where a line is blank."""
    # Word's soft line break and the form feed part words; `clean` would glue them together.
    text = clean(text.replace("\x0b", "\n").replace("\x0c", "\n"))
    if not unicodedata.is_normalized("NFC", text):  # an invisible character stood before a mark
        text = unicodedata.normalize("NFC", text)
    return [" ".join(line.split()) for line in text.split("\n")]


def plain(text: str) -> str:
    """The text on one line, with plain single spaces."""
    return " ".join(line for line in plain_lines(text) if line)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a plain text, in order; abbreviations such as "TP." do not end one."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        dot = end.start() + 1
        if text[end.start()] == "." and _ABBREVIATION.search(text, max(0, dot - 7), dot):
            continue
        yield text[start : end.end()].rstrip()
        start = end.end()
    if start < len(text):
        yield text[start:]


def looks_like_name(text: str) -> bool:
    return len(text) <= 60 and _NAME_ALONE.match(text) is not None


def has_known_surname(text: str) -> bool:
    return text.split(" ", 1)[0].title() in _SURNAMES
