"""Is this short line the caption of a photo that may be gone, and of which moment?"""

import re
from typing import Literal, NamedTuple

from .language import UPPER
from .parsed import Moment

Kind = Literal["caption", "candidate", "heading", "paragraph"]

LONGEST_CAPTION = 300
_LONGEST_CANDIDATE = 150

# "Ảnh: Trần Phương", "(Ảnh: TTXVN)", "Ảnh minh họa" at the end of the line.
_CREDIT = re.compile(r"[ (](?:Ảnh|Nguồn ảnh|Hình) ?: ?([^:.;()]{2,100})\)?\.?\Z")
_ILLUSTRATION = re.compile(r"[ (]\(?[Ảả]nh(?: chỉ)?(?: có)?(?: tính chất)? minh h(?:ọa|oạ)\)?\.?\Z")
_FULL_STOP = re.compile(r"[.!?:;,…][”\"’')\]]*\Z")
_LIST_ITEM = re.compile(r"(?:[-–+*•]|\d{1,3}[.)/]|[a-zđ][.)]) ?")
_HEADING_NUMBER = re.compile(
    r"(?:[IVX]{1,5}[.)]? ?[-–.)] ?|(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục) [IVX\d]+)"
)
_LABEL = re.compile(r"[^:]{2,60}: |.*;")

_OVERVIEW = re.compile(r"(?:Quang|Toàn|Khung) cảnh\b")
_AWARD = (
    r"(?:[Cc]ờ|[Bb]ằng khen|[Gg]iấy khen|Huân chương|Huy chương|[Kk]ỷ niệm chương|[Hh]uy hiệu|"
    r"[Dd]anh hiệu|[Qq]uyết định|[Gg]iải|[Pp]hần thưởng|[Qq]uà|[Hh]oa|[Gg]iấy chứng nhận|[Bb]ằng)"
)
_MOMENTS: tuple[tuple[Moment, re.Pattern[str]], ...] = (
    ("group", re.compile(r"(?:^| )[Cc]hụp (?:ảnh|hình) (?:lưu niệm|chung|kỷ niệm)\b")),
    (
        "handing_over",
        re.compile(rf"(?<!lễ)(?<!Lễ)(?<!sẽ) (?:trao tặng|trao|nhận|tặng) (?:\d+ )?{_AWARD}\b"),
    ),
    (
        "signing",
        re.compile(
            r"(?<!đăng)(?<!được)(?<!sẽ) k[ýí] (?:kết(?! hôn)|[Gg]iao ước|[Cc]am kết|[Bb]iên bản|[Qq]uy chế)\b"
        ),
    ),
    ("speech", re.compile(r" (?:phát biểu|trình bày)\b")),
)
# "Lễ trao tặng …", "Việc ký kết …" head a section as often as they stand under a photo.
_NAMES_AN_ACT = re.compile(
    r"(?:Lễ|Việc|Về|Công tác|Kết quả|Hội nghị|Chương trình|Kế hoạch|Quy chế|Thông báo|Quyết định|"
    r"Tổ chức|Triển khai|Thể lệ|Danh sách|Nội dung|Bài|Ý kiến|Toàn văn|Lời|Nghi thức|Phần|"
    r"Phương án|Đề xuất|Đề nghị|Để|Khi|Trước|Sau|Được|Không|Cần|Vì sao|Có)\b"
)


class Verdict(NamedTuple):
    kind: Kind
    text: str
    moment: Moment = "other"
    credit: str = ""


def judge(line: str) -> Verdict:
    """What a line standing by itself between paragraphs is; its words are all kept."""
    if len(line) > LONGEST_CAPTION:
        return Verdict("paragraph", line)
    if credit := _CREDIT.search(line):
        text = line[: credit.start()].rstrip(" (")
        if text:
            return Verdict("caption", text, moment_of(text), credit[1].strip())
    if _ILLUSTRATION.search(line):
        return Verdict("caption", line, moment_of(line))
    if _FULL_STOP.search(line):
        return Verdict("paragraph", line)
    if _heads_a_section(line):
        return Verdict("heading", line)
    if _LIST_ITEM.match(line) or _LABEL.match(line):
        return Verdict("paragraph", line)
    moment = moment_of(line)
    if moment != "other":
        return Verdict("caption", line, moment)
    if len(line) <= _LONGEST_CANDIDATE and " " in line and line[0] in UPPER:
        return Verdict("candidate", line)
    return Verdict("paragraph", line)


def moment_of(caption: str) -> Moment:
    """The moment the words describe: somebody must do it, the verb alone heads a section."""
    if _OVERVIEW.match(caption):
        return "overview"
    if _NAMES_AN_ACT.match(caption):
        return "other"
    for moment, pattern in _MOMENTS:
        if pattern.search(caption):
            return moment
    return "other"


def credit_alone(line: str) -> str:
    """Whom "Ảnh: Trần Phương" credits, when the line says nothing else."""
    found = _CREDIT.match(f" {line}")
    return found[1].strip() if found else ""


def is_list_item(line: str) -> bool:
    return _LIST_ITEM.match(line) is not None


def _heads_a_section(line: str) -> bool:
    if _HEADING_NUMBER.match(line):
        return len(line) <= _LONGEST_CANDIDATE
    words = line.isupper() and sum(map(str.isalpha, line)) >= 0.7 * len(line)
    return words and " " in line and len(line) <= _LONGEST_CANDIDATE and not _LIST_ITEM.match(line)
