"""A house with a few bodies and persons, and texts as rules read them."""

import datetime

import pytest

from news.house_style.checking import check
from news.house_style.findings import Facts
from news.house_style.known_names import FormerName, Names, PersonName
from news.house_style.known_phrases import house_phrases
from news.house_style.passages import passage

NAMES = Names(
    bodies=(
        "Bộ Nội vụ",
        "Sở Nội vụ tỉnh Lam Giang",
        "Sở Tài chính",
        "Hội đồng Thi đua - Khen thưởng tỉnh Lam Giang",
        "Phòng Cải cách hành chính",
        "Trung tâm Lưu trữ lịch sử tỉnh",
        "Văn phòng Sở",
        "Trung tâm Văn hoá tỉnh",
        "Ủy ban nhân dân tỉnh Lam Giang",
    ),
    others=("Hòa Bình", "Thanh Hoá", "Cụm thi đua các tỉnh vùng cao"),
    people=(
        PersonName("Vũ Đăng Khải", ("Giám đốc",)),
        PersonName("Nguyễn Thị Hòa", ("Phó Giám đốc",)),
        PersonName("Đỗ Thị Bích Thuỷ"),
    ),
    former=(
        FormerName(
            "Ban Tổ chức chính quyền tỉnh Lam Giang",
            "Sở Nội vụ tỉnh Lam Giang",
            datetime.date(2003, 12, 31),
        ),
    ),
)
HOUSE = Facts(NAMES, house_phrases(["Bằng khen của Thủ tướng Chính phủ"]))


@pytest.fixture
def found():
    """What is found in paragraphs: the words and what they should be."""

    def found(*texts, rule=None, facts=HOUSE):
        passages = [passage(f"p{n}", text, "Đoạn văn") for n, text in enumerate(texts)]
        findings = check(passages, facts)
        return [(each.words, each.replacement) for each in findings if rule in (None, each.rule)]

    return found
