"""What an article is made of in both projects: as many words, photos and tags in one as in the other."""

from collections.abc import Sequence
from typing import Any

PHOTOS = 8  # all articles show some of these
PHOTO = (1600, 1000)
PHOTOS_IN_BODY = 3
PARAGRAPHS = 6

LEAD = "Chiều 29/02, Sở Nội vụ tổ chức hội nghị với sự tham dự của đại diện bảy tỉnh."
CAPTION = "Quang cảnh Hội nghị tổng kết công tác Cụm thi đua"
AUTHOR, UNIT = "Trần Phương", "Văn phòng Sở"
TAGS = ("giao ước", "thi đua")
SENTENCE = "Các đơn vị rà soát, bổ sung chỉ tiêu và gửi về Thường trực Cụm trước ngày hai mươi. "


def title(number: int) -> str:
    return f"Hội nghị tổng kết và ký kết giao ước thi đua, tin số {number}"


def paragraph(number: int) -> str:
    return f"<p>Đoạn {number}. {SENTENCE * 8}</p>"


def some(photos: Sequence[Any], number: int) -> list[Any]:
    """The photos of one article, the lead photo first."""
    return [photos[(number + n) % len(photos)] for n in range(1 + PHOTOS_IN_BODY)]
