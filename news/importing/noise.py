"""What a page's template leaves in its text: buttons, menus, counters, stamps."""

import datetime
import re
from typing import NamedTuple

from .dates import read_moment

TEMPLATE = "dòng của khuôn mẫu trang web cũ"
BREADCRUMB = "đường dẫn của trang web cũ"
OTHER_NEWS = "danh sách tin khác của trang web cũ"

_BUTTONS = (
    r"in trang(?: này)?|in bài(?: viết)?|bản in|in|print|chia sẻ(?: bài viết)?|share|like|tweet|"
    r"facebook|twitter|zalo|youtube|email|gửi (?:bài|email|mail|cho bạn bè|bình luận|phản hồi|ý kiến)|"
    r"gửi|quay lại|trở lại|trở về|(?:về|lên) đầu trang|đầu trang|back|top|lưu bài(?: viết)?|"
    r"nghe bài(?: viết)?|đọc bài(?: viết)?|đánh giá(?: bài viết)?|bình luận|ý kiến bạn đọc|"
    r"cỡ chữ|xem cỡ chữ|tăng cỡ chữ|giảm cỡ chữ|màu chữ|a\+|a-|a|tương phản|đóng|xem thêm|"
    r"sao chép liên kết|copy link|theo dõi|web basic \d{1,2}x"
)
_BUTTON_ROW = re.compile(
    rf"[\s|•·:,/()\[\]>«»<+-]*(?:{_BUTTONS})(?:[\s|•·:,/()\[\]>«»<]+(?:{_BUTTONS}))*[\s|•·:,/()\[\]>«»<]*",
    re.IGNORECASE,
)
_LONGEST_ROW = 120
_TRAIL = re.compile(
    r"(?:Trang chủ|Trang chính|Home)\s*(?:[>»›/|\\]|-|–)+\s*[^.]{0,150}", re.IGNORECASE
)
_OTHER_NEWS = re.compile(
    r"(?:các )?(?:tin|bài)(?: viết)?(?: đã đưa| đã đăng| mới| cũ)? "
    r"(?:khác|liên quan|cùng chuyên mục|cùng chủ đề|mới hơn|cũ hơn|cùng loại|đọc nhiều|mới nhất)\s*:?",
    re.IGNORECASE,
)

_VIEWS = re.compile(
    r"(?:tổng )?(?:số )?lượt (?:xem|đọc|truy cập)\s*[:\-]?\s*(?P<after>\d[\d.,]{0,11})(?!\d)(?: lượt)?"
    r"|(?:đã xem|đã đọc|lần xem)\s*:\s*(?P<seen>\d[\d.,]{0,11})(?!\d)(?: lượt)?"
    r"|(?P<before>\d[\d.,]{0,11}) lượt (?:xem|đọc)(?=\s*(?:\||\Z))",
    re.IGNORECASE,
)
_LABELLED_STAMP = re.compile(
    r"(?:ngày đăng|đăng ngày|đăng lúc|ngày cập nhật|cập nhật(?: lúc| ngày| lần cuối)?|"
    r"ngày xuất bản|xuất bản|thời gian|ngày)\s*:\s*(?=\d|thứ|chủ)",
    re.IGNORECASE,
)
# What a stamp is made of, each at most once; with two dates a line says more than when.
_STAMP_PARTS = (
    re.compile(r"thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])(?![^\W_])|chủ nhật", re.IGNORECASE),
    re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)"),
    re.compile(r"(?<!\d)\d{1,2}(?::|h|g)\d{2}(?::\d{2})?(?!\d)", re.IGNORECASE),
    re.compile(r"(?<![^\W_])gmt ?\+ ?7(?!\d)", re.IGNORECASE),
    re.compile(r"(?<![^\W_])(?:am|pm|sa|ch)(?![^\W_])", re.IGNORECASE),
    re.compile(r"(?<![^\W_])(?:lúc|ngày)(?![^\W_])", re.IGNORECASE),
)
_MARKS = " |•·,()[]–-"


class Stamp(NamedTuple):
    """The counter and the publication time a line prints, and nothing but these."""

    views: int | None
    published_at: datetime.datetime | None
    impossible: str
    """A printed time that does not exist: 30/02/2024."""


def reason_to_drop(line: str) -> str:
    """Why the line is no part of the article; "" when it may be one."""
    if len(line) <= _LONGEST_ROW and _BUTTON_ROW.fullmatch(line):
        return TEMPLATE
    if _TRAIL.fullmatch(line):
        return BREADCRUMB
    return ""


def heads_other_news(line: str) -> bool:
    return len(line) <= 60 and _OTHER_NEWS.fullmatch(line) is not None


def read_stamp(line: str, *, in_header: bool) -> Stamp | None:
    """The counter and the time, when the line holds nothing else.

    A bare date is a stamp only above the text; further down it may be what the text tells.
    """
    if len(line) > _LONGEST_ROW:
        return None
    counter = _VIEWS.search(line)
    rest = line[: counter.start()] + line[counter.end() :] if counter else line
    label = _LABELLED_STAMP.search(rest)
    if label:
        rest = rest[: label.start()] + rest[label.end() :]
    if counter is not None and not rest.strip(_MARKS):
        return Stamp(_count(counter), None, "")
    if not (counter or label or in_header) or not _is_a_time(rest):
        return None
    try:
        published = read_moment(rest)
    except ValueError:
        return Stamp(_count(counter), None, rest.strip(_MARKS))
    return None if published is None else Stamp(_count(counter), published, "")


def _is_a_time(words: str) -> bool:
    for part in _STAMP_PARTS:
        words = part.sub("", words, count=1)
    return not words.strip(_MARKS)


def _count(counter: re.Match[str] | None) -> int | None:
    if counter is None:
        return None
    digits = counter["after"] or counter["seen"] or counter["before"]
    return int(re.sub(r"\D", "", digits))
